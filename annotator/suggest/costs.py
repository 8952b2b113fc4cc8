"""When a suggestion pays: what is saved where it is right, against what it costs where it is wrong.

Tagging by hand takes two actions (select, label), or one where the label that stands out for the
selected words is theirs. One that is right takes few of its own, as all that stand right are
accepted together. One that is wrong takes one (refuse), less where several are refused or passed
by together, or none where it goes away by itself.
"""

from annotator.model.annotation import Kind

BY_HAND = 2.0
LABELLED = 1.0
"""What tagging takes where selecting the words gives them the right label."""
REFUSAL = 0.4
ACCEPTANCE = 0.2
"""The share that one suggestion has in an action that refuses or accepts several."""


def pays(
    confidence: float,
    least: float | None = None,
    harmless: float = 0.0,
    by_hand: float = BY_HAND,
) -> bool:
    """Return whether a suggestion is worth showing: it saves more actions than it costs.

    `confidence` is the probability that it is right, `harmless` that it is wrong and goes away by
    itself, `by_hand` what tagging takes without it; `least` overrules the costs.
    """
    if least is not None:
        return confidence >= least
    wrong = max(0.0, 1.0 - confidence - harmless)
    return confidence * (by_hand - ACCEPTANCE) > wrong * REFUSAL


def saved(confidence: float, kind: Kind, arguments: int = 0) -> float:
    """Return the actions that a suggestion is expected to save: which article gains most by it."""
    by_hand = BY_HAND * (1 + arguments) if kind is Kind.EVENT else BY_HAND
    return confidence * by_hand - (1 - confidence) * REFUSAL
