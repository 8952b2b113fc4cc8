"""The units that suggesters compare: syllables in one form, with their places."""

import unicodedata
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from annotator.language.segmentation import syllables
from annotator.model.annotation import Fragment
from annotator.model.lazy import lazy
from annotator.pausing import pause


@dataclass(frozen=True)
class Tokens:
    """A text as units: `keys` in NFC, from `starts` to `ends`.

    A unit is a syllable or a mark, or what `_` joins in a text that came with its words joined.
    Case and diacritics count; how characters are composed, and which white space parts the units,
    does not.
    """

    keys: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.keys)

    @lazy
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each unit stands, by its key, from the first place to the last."""
        found: dict[str, list[int]] = {}
        for place, key in enumerate(self.keys):
            pause()
            found.setdefault(key, []).append(place)
        return found

    def fragment(self, first: int, end: int) -> Fragment:
        """Return where the units from `first` up to `end` (exclusive) stand."""
        return Fragment(self.starts[first], self.ends[end - 1])

    def units(self, fragment: Fragment) -> tuple[int, int] | None:
        """Return the units that `fragment` covers, end exclusive; None: it cuts through one."""
        first = bisect_left(self.starts, fragment.start)
        end = bisect_left(self.ends, fragment.end, lo=first)
        if first < end + 1 <= len(self) and self.starts[first] == fragment.start:
            return (first, end + 1) if self.ends[end] == fragment.end else None
        return None

    def key(self, fragment: Fragment) -> tuple[str, ...] | None:
        """Return the units of `fragment`, None where it cuts through one."""
        units = self.units(fragment)
        return tuple(self.keys[units[0] : units[1]]) if units else None


@lru_cache(maxsize=16)
def tokens_of(text: str) -> Tokens:
    """Return the units of `text`; those of the texts asked for last are kept."""
    composed = text if unicodedata.is_normalized("NFC", text) else None
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    joined = False
    for start, end in syllables(text):
        pause()
        mark = end == start + 1 and text[start] == "_"
        if keys and start == ends[-1] and (joined or (mark and text[start - 1].isalnum())):
            ends[-1] = end
            joined = mark
            whole = text[starts[-1] : end]
            keys[-1] = whole if composed is not None else unicodedata.normalize("NFC", whole)
            continue
        joined = False
        unit = text[start:end]
        keys.append(unit if composed is not None else unicodedata.normalize("NFC", unit))
        starts.append(start)
        ends.append(end)
    return Tokens(keys, starts, ends)
