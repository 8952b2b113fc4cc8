"""Many stretches of one text as plain numbers, which are quick to hand on."""

from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import overload

from annotator.model.annotation import Fragment

_NUMBER = "i"
"""Offsets of 32 bits: a text is shorter than 2,147,483,648 code points."""


class Fragments(Sequence[Fragment]):
    """Stretches in the order given. Each is made when it is asked for."""

    def __init__(self, fragments: Iterable[tuple[int, int]] = ()) -> None:
        self._ends = array(_NUMBER, chain.from_iterable(fragments))

    def __len__(self) -> int:
        return len(self._ends) // 2

    @overload
    def __getitem__(self, index: int) -> Fragment: ...
    @overload
    def __getitem__(self, index: slice) -> list[Fragment]: ...
    def __getitem__(self, index: int | slice) -> Fragment | list[Fragment]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        at = 2 * (index % len(self))
        return Fragment(self._ends[at], self._ends[at + 1])

    def to_base64(self) -> str:
        """Return the numbers in Base64 (RFC 4648), for another process of this machine."""
        return b64encode(self._ends).decode("ascii")

    @classmethod
    def from_base64(cls, text: str) -> "Fragments":
        """Return what `to_base64` gave; raises ValueError where it is something else."""
        made = cls()
        made._ends.frombytes(b64decode(text, validate=True))
        if len(made._ends) % 2:
            raise ValueError("an offset has no other")
        return made
