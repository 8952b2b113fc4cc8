"""Words that look like a name, by their capitals alone: no list of names, and nothing learned."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple
from unicodedata import normalize

from annotator.language.segmentation import is_word, sentences
from annotator.model.annotation import Fragment
from annotator.pausing import pause

_JOINT = re.compile(r"[ \u00a0_'’–-]|[ ]?&[ ]?")
"""What stands between two words of one name."""
_OPENING = re.compile(r"[\"'(\[“‘«]\s?$")
"""After these a sentence may begin."""
_BEFORE_NAMES = frozenset(
    "ông bà anh chị em cô chú bác cậu thầy"  # forms of address
    " theo tại ở từ trong với và nhưng khi do vì để cùng nếu sau trước của".split()
)
"""Small words of Vietnamese that often begin a sentence before a name, and are no part of it."""
_LINE = re.compile(r"[^\r\n]+")


class _Run(NamedTuple):
    """Words with capitals, one after another, and whether a sentence begins with them."""

    words: Sequence[Fragment]
    opens: bool


def names(text: str, words: Sequence[Fragment]) -> list[Fragment]:
    """Return what looks like a name, in order: runs of `words` with capitals, each in one line.

    `words` are those of `text`, or its syllables. What begins a sentence has a capital in any case:
    it counts where the text has it within a sentence, too, or a second capital is in it. A run like
    *Mỹ Donald Trump* is cut where what comes first stands alone elsewhere. Lines in capitals tell
    nothing.
    """
    runs: list[_Run] = []
    small: set[str] = set()
    for line in _LINE.finditer(text):
        pause()
        if not line.group().isupper():
            units = list(_units(text, words, Fragment(*line.span())))
            begins = {line.start() + each.start for each in sentences(line.group())}
            runs += _runs(text, units, begins)
            small.update(unit for unit in (text[a:b] for a, b in units) if unit[0].islower())
    within = {text[slice(*each)] for run in runs for each in run.words[run.opens :]}
    whole = {text[run.words[0].start : run.words[-1].end] for run in runs}

    def is_common(run: _Run) -> bool:
        first = text[slice(*run.words[0])]
        if not run.opens or first in within or any(map(str.isupper, first[1:])):
            return False
        rest = run.words[1:]
        return (
            not rest
            or normalize("NFC", first.lower()) in _BEFORE_NAMES
            or first[0].lower() + first[1:] in small
            or text[rest[0].start : rest[-1].end] in whole
        )

    def parts(words: Sequence[Fragment]) -> Iterator[Fragment]:
        start, end = words[0].start, words[-1].end
        for one, other in pairwise(words):
            rest = text[other.start : end]
            if text[start : one.end] in whole and (" " in rest or rest in whole):
                yield Fragment(start, one.end)
                start = other.start
        yield Fragment(start, end)

    kept = (run.words[is_common(run) :] for run in runs)
    return list(chain.from_iterable(parts(each) for each in kept if each))


def _units(text: str, words: Sequence[Fragment], line: Fragment) -> Iterator[Fragment]:
    """Yield the words of a line, without the full stop that pyvi leaves at an end: *USD.*"""
    at = bisect_left(words, line.start, key=lambda each: each.start)
    while at < len(words) and words[at].start < line.end:
        start, end = words[at]
        if end - start > 2 and text[end - 1] == ".":
            end -= 1
        if is_word(text[start:end]):
            yield Fragment(start, end)
        at += 1


def _runs(text: str, units: Sequence[Fragment], begins: set[int]) -> Iterator[_Run]:
    run: list[Fragment] = []
    for unit, following in pairwise([*units, Fragment(len(text), len(text))]):
        if not text[unit.start].isupper():
            continue
        run.append(unit)
        goes_on = text[following.start : following.start + 1].isupper()
        if not (goes_on and _JOINT.fullmatch(text, unit.end, following.start)):
            start = run[0].start
            yield _Run(
                run, start in begins or bool(_OPENING.search(text, max(0, start - 2), start))
            )
            run = []
