"""The units that text is selected by: syllables and words, near an offset."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from annotator.language.segmentation import is_word, sentences, syllables, word_at
from annotator.model.annotation import Fragment
from annotator.ui.canvas.stage import Stage

_WITHOUT_WIDTH = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
"""Each a cluster by itself: hyphens that are not due, places to break, marks of direction."""


def syllables_of(stage: Stage, paragraph: int) -> list[Fragment]:
    """Return the syllables of a paragraph, as stretches of the article."""
    start, end = stage.page.paragraphs[paragraph]
    return [Fragment(start + s, start + e) for s, e in _syllables(stage.page.text[start:end])]


def syllable_bounds(stage: Stage, start: int, end: int) -> Fragment:
    """Return `[start, end)` grown to whole syllables, without what can't be seen at its ends.

    A pointer can't tell the sides of a byte order mark, and nobody means to tag one.
    """
    first = syllables_of(stage, stage.page.paragraph_of(start))
    last = syllables_of(stage, stage.page.paragraph_of(max(start, end - 1)))
    begin = next((each.start for each in first if each.start < start < each.end), start)
    finish = next((each.end for each in last if each.start < end < each.end), end)
    return _seen(stage.page.text, Fragment(begin, finish))


def _seen(text: str, stretch: Fragment) -> Fragment:
    """Return `stretch` without what has no width at its ends; as it is where that is all."""
    words = text[slice(*stretch)]
    seen = words.strip(_WITHOUT_WIDTH)
    start = stretch.start + len(words) - len(words.lstrip(_WITHOUT_WIDTH))
    return Fragment(start, start + len(seen)) if seen else stretch


def word_around(stage: Stage, offset: int) -> Fragment | None:
    """Return the word at `offset`, the syllable while words are not known, or None."""
    words = stage.editor.words
    if words is None:
        words = syllables_of(stage, stage.page.paragraph_of(offset))
    return word_at(words, offset)


def sentence_around(stage: Stage, offset: int) -> Fragment:
    """Return the sentence at `offset`, or the paragraph where it has none."""
    paragraphs, number = stage.page.paragraphs, stage.page.paragraph_of(offset)
    start, end = paragraphs[number]
    # A very long paragraph is shown in pieces, but its sentences are not cut.
    if number and paragraphs[number - 1].end == start:
        start = paragraphs[number - 1].start
    if number + 1 < len(paragraphs) and paragraphs[number + 1].start == end:
        end = paragraphs[number + 1].end
    found = [Fragment(start + s, start + e) for s, e in sentences(stage.page.text[start:end])]
    before = [each for each in found if each.start <= offset]
    return before[-1] if before else (found[0] if found else Fragment(start, end))


def word_edge(stage: Stage, offset: int, step: int) -> int:
    """Return the end of the word at or after `offset` (step 1), or the start of the one before.

    By syllables where the words are not known yet. Passes by marks of punctuation.
    """
    words, text = stage.editor.words, stage.page.text
    while True:
        if words is None:
            found = syllable_edge(stage, offset, step, ends=step > 0)
        else:
            edge = _edge(words, offset, step, ends=step > 0)
            found = _limit(stage, step) if edge is None else edge
        # The last character of what was passed over, or the first.
        beside = text[found - 1 : found] if step > 0 else text[found : found + 1]
        if found == _limit(stage, step) or is_word(beside):
            return found
        offset = found


def syllable_edge(stage: Stage, offset: int, step: int, ends: bool) -> int:
    """Return the next end (or start) of a syllable after `offset` (step 1), or the one before.

    The limit of the text where there is none.
    """
    page = stage.page
    number = page.paragraph_of(offset)
    while 0 <= number < len(page.paragraphs):
        found = _edge(syllables_of(stage, number), offset, step, ends)
        if found is not None:
            return found
        number += step
    return _limit(stage, step)


def _edge(units: Sequence[Fragment], offset: int, step: int, ends: bool) -> int | None:
    side = 1 if ends else 0
    if step > 0:
        index = bisect_right(units, offset, key=lambda each: each[side])
    else:
        index = bisect_left(units, offset, key=lambda each: each[side]) - 1
    return units[index][side] if 0 <= index < len(units) else None


def _limit(stage: Stage, step: int) -> int:
    return len(stage.page.text) if step > 0 else 0


@lru_cache(maxsize=64)
def _syllables(text: str) -> list[Fragment]:
    return syllables(text)
