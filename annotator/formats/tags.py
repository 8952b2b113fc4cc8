"""Mentions as a tag for each token: IOB1, IOB2 and BIOES, whose other name is BILOU.

IOB1: `I-` inside, `B-` where a mention follows another one with the same label. IOB2: `B-` begins
every mention. BIOES: `E-` ends it, `S-` is one of a single token (in BILOU `L-` and `U-`).
"""

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

OUTSIDE = "O"

_TAG = re.compile(r"[BIESLUMW]-\S.*")
_SINGLE, _ENDING = frozenset("SUW"), frozenset("EL")
_OF_BIOES = _SINGLE | _ENDING | {"M"}


class Scheme(Enum):
    """How tags say where mentions begin and end."""

    IOB1 = "IOB1"
    IOB2 = "IOB2"
    BIOES = "BIOES"


class Span(NamedTuple):
    """A mention of the tokens `[first, last)` of a sentence."""

    first: int
    last: int
    label: str


class Decoded(NamedTuple):
    """The mentions of a sentence, and the tokens whose tag does not follow from the one before."""

    spans: list[Span]
    irregular: list[int]


def is_tag(value: str) -> bool:
    """Return whether `value` is a tag of one of the schemes."""
    return value == OUTSIDE or _TAG.fullmatch(value) is not None


def tags(spans: Iterable[Span], length: int, scheme: Scheme) -> list[str]:
    """Return the tags of a sentence of `length` tokens; `spans` are sorted, none overlaps."""
    result = [OUTSIDE] * length
    previous = Span(0, 0, "")
    for span in spans:
        first, last, label = span
        result[first:last] = [f"I-{label}"] * (last - first)
        follows = previous.last == first and previous.label == label
        if scheme is not Scheme.IOB1 or follows:
            result[first] = f"B-{label}"
        if scheme is Scheme.BIOES:
            result[last - 1] = f"E-{label}" if last - first > 1 else f"S-{label}"
        previous = span
    return result


def scheme_of(sentences: Iterable[Sequence[str]]) -> Scheme:
    """Return the scheme of the tags of some sentences: IOB2 where they would do for IOB1 too."""
    inside_begins = begin_begins = False
    for sentence in sentences:
        label_before = ""
        for tag in sentence:
            prefix, _, label = tag.partition("-")
            if label and prefix in _OF_BIOES:
                return Scheme.BIOES
            if label and label != label_before:
                inside_begins |= prefix == "I"
                begin_begins |= prefix == "B"
            label_before = label
    return Scheme.IOB1 if inside_begins and not begin_begins else Scheme.IOB2


def decoded(sentence: Sequence[str], scheme: Scheme = Scheme.IOB2) -> Decoded:
    """Return the mentions that the tags of a sentence say.

    What is not as `scheme` has it is read all the same: a tag that goes on with a mention where
    there is none begins one, and a mention that is not ended ends where another tag stands.
    A value that is no tag is outside.
    """
    spans: list[Span] = []
    irregular: list[int] = []
    start, label = 0, ""
    for number, tag in enumerate((*sentence, OUTSIDE)):
        prefix, _, name = tag.partition("-") if is_tag(tag) else (OUTSIDE, "", "")
        goes_on = prefix in {"I", "M"} or prefix in _ENDING
        if label and not (goes_on and name == label):
            spans.append(Span(start, number, label))
            if scheme is Scheme.BIOES:
                irregular.append(number - 1)
            label = ""
        if name and not label:
            start, label = number, name
            if goes_on and not (scheme is Scheme.IOB1 and prefix == "I"):
                irregular.append(number)
        if label and (prefix in _SINGLE or prefix in _ENDING):
            spans.append(Span(start, number + 1, label))
            label = ""
    return Decoded(spans, sorted(set(irregular)))
