"""Texts as sentences of tokens, for formats that hold tokens: cut, pointed into, put together."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from annotator.formats.losses import DISCONTINUOUS, WIDENED
from annotator.language.segmentation import sentences, syllables
from annotator.model.annotation import Fragment, merged
from annotator.model.message import Message, message

WORDLESS = message("mentions and triggers without a word in them")
CROSSING_SENTENCES = message("mentions and triggers that go on over the end of a sentence")
TRIMMED = message("mentions that begin or end with white space, now without it")
CLOSED = message("mentions with a gap inside a token or of white space alone, now closed")

LEFT_OUT = (WORDLESS, CROSSING_SENTENCES, DISCONTINUOUS)
"""Why a mention or trigger has no place among tokens."""

CHANGED = (WIDENED, TRIMMED, CLOSED)
"""What may be lost of one that has a place."""


Tokenizer = Callable[[str], Sequence[Fragment]]
"""Gives the tokens of a text, sorted, as stretches of it."""


class Sentence(NamedTuple):
    """The tokens of a sentence, and the stretch of text that is its own.

    The stretches of an article's sentences lie one after another and are the whole text: white
    space belongs to the sentence before it, and what comes before the first one to that.
    """

    stretch: Fragment
    tokens: tuple[Fragment, ...]


class Place(NamedTuple):
    """The tokens of a mention: those from `first` to `last`, counted in the sentence `sentence`.

    Both ends are inclusive. `changes` names what of the mention's own bounds was lost.
    """

    sentence: int
    first: int
    last: int
    changes: tuple[Message, ...] = ()


def tokens_of_sentences(text: str, tokenize: Tokenizer) -> Iterator[tuple[int, list[Fragment]]]:
    """Yield where each sentence of `text` begins, and its tokens; those without one are none."""
    for start, end in sentences(text):
        if tokens := [_moved(each, start) for each in tokenize(text[start:end])]:
            yield start, tokens


class TokenText:
    """A text cut into sentences of tokens; `tokenize` gives the tokens of one sentence.

    A sentence without a token is none. Offsets are code points of the text, end exclusive.
    """

    def __init__(self, text: str, tokenize: Tokenizer = syllables) -> None:
        cut = list(tokens_of_sentences(text, tokenize))
        starts = [0, *(start for start, _ in cut[1:]), len(text)]
        self.text = text
        self.sentences = [
            Sentence(Fragment(start, end), tuple(tokens))
            for start, end, (_, tokens) in zip(starts, starts[1:], cut, strict=False)
        ]
        self._starts = [token.start for each in self.sentences for token in each.tokens]
        self._ends = [token.end for each in self.sentences for token in each.tokens]
        self.first_tokens = [0]
        """The number in the text of each sentence's first token, and how many tokens there are."""
        for each in self.sentences:
            self.first_tokens.append(self.first_tokens[-1] + len(each.tokens))

    def place(self, fragments: Iterable[Fragment]) -> Place | Message:
        """Return the tokens that have a character of `fragments`, or why these have no place.

        Fragments that touch are one. A gap without a token in it closes, one with a token is none
        that a stretch of tokens could have.
        """
        wanted = merged(fragments)
        ranges = [
            (first, last)
            for start, end in wanted
            if (first := bisect_right(self._ends, start)) <= (last := self._last_before(end))
        ]
        if not ranges:
            return WORDLESS
        first, last = ranges[0][0], ranges[-1][1]
        if any(later > earlier + 1 for (_, earlier), (later, _) in pairwise(ranges)):
            return DISCONTINUOUS
        sentence = bisect_right(self.first_tokens, first) - 1
        if last >= self.first_tokens[sentence + 1]:
            return CROSSING_SENTENCES
        start, end = self._starts[first], self._ends[last]
        changed = {
            WIDENED: start < wanted[0].start or end > wanted[-1].end,
            TRIMMED: start > wanted[0].start or end < wanted[-1].end,
            CLOSED: len(wanted) > 1,
        }
        offset = self.first_tokens[sentence]
        changes = tuple(what for what, holds in changed.items() if holds)
        return Place(sentence, first - offset, last - offset, changes)

    def words(self, sentence: int) -> list[str]:
        """Return the tokens of a sentence as texts."""
        return [self.text[start:end] for start, end in self.sentences[sentence].tokens]

    def words_at(self, place: Place) -> str:
        """Return the tokens of `place`, joined by one space."""
        tokens = self.sentences[place.sentence].tokens[place.first : place.last + 1]
        return " ".join(self.text[start:end] for start, end in tokens)

    def own_text(self, sentence: int) -> str:
        """Return the stretch of a sentence as text."""
        start, end = self.sentences[sentence].stretch
        return self.text[start:end]

    def _last_before(self, end: int) -> int:
        return bisect_left(self._starts, end) - 1


class TokenLine(NamedTuple):
    """A sentence as a file gives it: its tokens, none empty, and its text, where it has one."""

    tokens: Sequence[str]
    text: str | None = None


class Rebuilt(NamedTuple):
    """A text put together, the tokens of each sentence, and whether each has its own text.

    A sentence whose text is not that of its tokens has the latter instead.
    """

    text: str
    sentences: list[list[Fragment]]
    exact: list[bool]


def rebuilt(lines: Iterable[TokenLine]) -> Rebuilt:
    """Return the text of sentences, and where their tokens stand in it.

    A sentence is its text, else its tokens joined by one space. Between two sentences is a line
    break, unless the first ends in white space of its own.
    """
    parts: list[str] = []
    found: list[list[Fragment]] = []
    exact: list[bool] = []
    at = 0
    for tokens, text in lines:
        if parts and not parts[-1][-1:].isspace():
            parts.append("\n")
            at += 1
        spans = None if text is None else aligned(tokens, text)
        exact.append(spans is not None)
        joined = " ".join(tokens)
        parts.append(joined if text is None or spans is None else text)
        spans = spans or aligned(tokens, joined) or []
        found.append([_moved(each, at) for each in spans])
        at += len(parts[-1])
    return Rebuilt("".join(parts), found, exact)


def aligned(tokens: Sequence[str], text: str) -> list[Fragment] | None:
    """Return where `tokens` stand in `text`, one after another, nothing visible between them.

    None where they do not make up the text.
    """
    spans: list[Fragment] = []
    at = 0
    for token in tokens:
        start = text.find(token, at)
        if start < 0 or _is_visible(text[at:start]):
            return None
        at = start + len(token)
        spans.append(Fragment(start, at))
    return None if _is_visible(text[at:]) else spans


def _is_visible(between: str) -> bool:
    return between not in ("", " ") and bool(syllables(between))


def _moved(fragment: Fragment, by: int) -> Fragment:
    return Fragment(fragment.start + by, fragment.end + by)
