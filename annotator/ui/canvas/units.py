"""The units that text is selected by: syllables and words, near an offset."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from annotator.language.segmentation import syllables
from annotator.model.annotation import Fragment
from annotator.ui.canvas.stage import Stage


@lru_cache(maxsize=64)
def _syllables(text: str) -> list[Fragment]:
    return syllables(text)


def syllables_of(stage: Stage, paragraph: int) -> list[Fragment]:
    """Return the syllables of a paragraph, as stretches of the article."""
    start, end = stage.page.paragraphs[paragraph]
    return [Fragment(start + s, start + e) for s, e in _syllables(stage.page.text[start:end])]


def syllable_bounds(stage: Stage, start: int, end: int) -> Fragment:
    """Return `[start, end)` grown to whole syllables."""
    first = syllables_of(stage, stage.page.paragraph_of(start))
    last = syllables_of(stage, stage.page.paragraph_of(max(start, end - 1)))
    begin = next((each.start for each in first if each.start < start < each.end), start)
    finish = next((each.end for each in last if each.start < end < each.end), end)
    return Fragment(begin, finish)


def units_near(stage: Stage, offset: int, step: int) -> int:
    """Return the end of the word at or after `offset` (step 1), or the start of the one before.

    By syllables where the words are not known yet.
    """
    if stage.editor.words is not None:
        return _near(stage.editor.words, offset, step, len(stage.page.text))
    return syllable_near(stage, offset, step)


def syllable_near(stage: Stage, offset: int, step: int) -> int:
    """Return the end of the syllable at or after `offset` (1), or the start of the one before."""
    page = stage.page
    number = page.paragraph_of(offset)
    while 0 <= number < len(page.paragraphs):
        found = syllables_of(stage, number)
        if step > 0 and found and found[-1].end > offset:
            return found[bisect_right(found, offset, key=lambda each: each.end)].end
        if step < 0 and found and found[0].start < offset:
            return found[bisect_left(found, offset, key=lambda each: each.start) - 1].start
        number += step
    return len(page.text) if step > 0 else 0


def _near(units: Sequence[Fragment], offset: int, step: int, length: int) -> int:
    if step > 0:
        index = bisect_right(units, offset, key=lambda each: each.end)
        return units[index].end if index < len(units) else length
    index = bisect_left(units, offset, key=lambda each: each.start) - 1
    return units[index].start if index >= 0 else 0
