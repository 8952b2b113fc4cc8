"""Text from tokens, for formats that hold no white space: one rule, stated in docs/FORMATS.md.

Sentences are lines. Tokens are parted by one space, but none stands before a mark that closes
(`.`, `)`, `”`…), after one that opens (`(`, `“`…), or on either side of `/`. The straight quote `"`
opens and closes by turns within a sentence.
"""

from collections.abc import Iterable, Iterator, Sequence

from annotator.model.annotation import Fragment

_CLOSING = frozenset(".,;:!?…%)]}”’»")
_OPENING = frozenset("([{“‘«")
_QUOTE = '"'
_SLASH = "/"


class Rebuilt:
    """A text that grows by sentences; `text` is what it is so far.

    `add` gives where each token of a sentence stands in it, in code points.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """The sentences so far, a line each; no line end after the last."""
        return "".join(self._parts)

    def add(self, tokens: Sequence[str]) -> list[Fragment]:
        """Append a sentence, and return the stretch of each of its tokens."""
        if self._parts:
            self._append("\n")
        fragments: list[Fragment] = []
        for token, spaced in zip(tokens, spaces_before(tokens), strict=True):
            if spaced:
                self._append(" ")
            start = self._length
            self._append(token)
            fragments.append(Fragment(start, self._length))
        return fragments

    def _append(self, part: str) -> None:
        self._parts.append(part)
        self._length += len(part)


def spaces_before(tokens: Iterable[str]) -> Iterator[bool]:
    """Yield for each token of a sentence whether a space stands before it."""
    glued = True
    open_quote = False
    for token in tokens:
        closes = token == _SLASH or _CLOSING.issuperset(token)
        opens = token == _SLASH or _OPENING.issuperset(token)
        if token == _QUOTE:
            closes, opens = open_quote, not open_quote
            open_quote = not open_quote
        yield not (glued or closes)
        glued = opens
