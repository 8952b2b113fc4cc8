"""The tokens that Prodigy shows a text as: its syllables and marks of punctuation.

A mention begins and ends with a token, as Prodigy wants it: where one begins or ends inside a
syllable, that is cut. White space that is more than one space between tokens is a token too, so
that the tokens, and a space after each that says `ws`, are the text again.
"""

from collections.abc import Iterable
from itertools import pairwise

from annotator.formats.marks import Mark
from annotator.language.segmentation import syllables
from annotator.model.article import Json


class Tokens:
    """The tokens of `text`, cut where `marks` begin and end."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self.objects: list[dict[str, Json]] = []
        self._first: dict[int, int] = {}
        self._last: dict[int, int] = {}
        starts: set[int] = set()
        ends: set[int] = set()
        for mark in marks:
            starts.add(mark.start)
            ends.add(mark.end)
        bounds = {0, len(text), *starts, *ends}
        for start, end in syllables(text):
            bounds |= {start, end}
        cuts = sorted(bounds)
        for start, end in pairwise(cuts):
            is_gap = text[start:end] == " " and start not in starts and end not in ends
            if is_gap and self.objects:
                self.objects[-1]["ws"] = True
            else:
                self._add(text, start, end)

    def _add(self, text: str, start: int, end: int) -> None:
        number = len(self.objects)
        self._first[start] = self._last[end] = number
        token: dict[str, Json] = {
            "text": text[start:end], "start": start, "end": end, "id": number, "ws": False,
        }  # fmt: skip
        self.objects.append(token)

    def span(self, mark: Mark) -> dict[str, Json]:
        """Return `mark` as Prodigy has it: `token_end` is the number of its last token."""
        return {
            "start": mark.start,
            "end": mark.end,
            "token_start": self._first[mark.start],
            "token_end": self._last[mark.end],
            "label": mark.label,
        }
