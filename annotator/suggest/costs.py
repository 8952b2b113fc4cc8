"""When a suggestion pays: what is saved where it is right, against what it costs where it is wrong.

Tagging by hand takes two actions (select, label); one that is right takes none of its own, as all
that stand right are accepted together; one that is wrong takes one (refuse). So showing a
suggestion of probability p saves 2 p and costs 1 - p: it pays from p = 1/3 on.
"""

from annotator.model.annotation import Kind

BY_HAND = 2.0
REFUSAL = 1.0
LEAST = REFUSAL / (REFUSAL + BY_HAND)

BY_LIKELIEST = 1.2
"""What tagging by hand takes where selecting gives the likeliest label, which is wrong at times."""


def pays(confidence: float, least: float | None = None) -> bool:
    """Return whether a suggestion of `confidence` is worth showing; `least` overrules the costs."""
    return confidence >= (LEAST if least is None else least)


def saved(confidence: float, kind: Kind, arguments: int = 0) -> float:
    """Return the actions that a suggestion is expected to save: which article gains most by it."""
    by_hand = BY_HAND * (1 + arguments) if kind is Kind.EVENT else BY_HAND
    return confidence * by_hand - (1 - confidence) * REFUSAL


def by_hand_least(likeliest: bool) -> float:
    """Return the least confidence that pays; `likeliest`: selecting gives the likeliest label."""
    return REFUSAL / (REFUSAL + (BY_LIKELIEST if likeliest else BY_HAND))
