"""Syllables, words and sentences of a text, as stretches of it.

All offsets are code points of the text as it was given, end exclusive; no stretch ends inside a
grapheme cluster, begins or ends with white space that is a cluster by itself, or overlaps another.
"""

import re
import unicodedata
import warnings
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import cast

from annotator.expressions import expression
from annotator.model.annotation import Fragment
from annotator.model.offsets import grapheme_bounds
from annotator.pausing import pause

_LETTERS = r"(?:(?=[\p{L}\p{M}\p{N}])\X)++"
_SYLLABLE = expression(
    rf"{_LETTERS}(?:(?<=\d)[.,](?=\d){_LETTERS})*+"  # a number keeps its points: 1.500,25
    r"|(?=[^\s\p{Cc}\p{Cf}])\X"
    r"|(?P<blank>\X)"  # passed by whole, so that no match begins inside a cluster
)
_CLUSTER = expression(r"\X")
_LINE = re.compile(r"[^\r\n]+")
_LONE_SURROGATE = re.compile(r"[\uD800-\uDFFF]")
_SENTENCE_END = expression(r"""(?:[.!?]++|…)["'”’»)\]]*+(?=\s+["'“‘«(\[–-]*+\s*+[\p{Lu}\p{N}])""")
_ABBREVIATION = expression(
    r"(?:^|[\s.(\[“\"'])(?:[A-ZĐĂÂÔƠƯ]|T[PpXxTt]|P?GS|P[Gg][Ss]|pgs|TSKH|T[Ss]|Th[Ss]|B[Ss]|K[Ss]|LS"
    r"|NSND|NSƯT|NGND|NGƯT|Mr|Mrs|Ms|Dr|St|Ng|tr|vd)$"
)
"""What goes on after its full stop: one letter, titles, *TP.*; not what names a thing, as *USD.*"""


def syllables(text: str) -> list[Fragment]:
    """Return what white space and punctuation set apart, and each mark of punctuation.

    A number with its points and commas is one. Vietnamese writes a space between syllables, so this
    is the finest unit that a mention should begin or end at.
    """
    found: list[Fragment] = []
    for match in _SYLLABLE().finditer(text):
        pause()
        if match.lastgroup != "blank":
            found.append(Fragment(*match.span()))
    return found


def words(text: str) -> list[Fragment]:
    """Return the words of `text` as pyvi joins them, and each mark of punctuation by itself.

    The first call loads pyvi, which takes seconds: call it off the UI thread. Each line is taken by
    itself; one whose words can't be followed back into the text is given as its syllables.
    """
    found: list[Fragment] = []
    for match in _LINE.finditer(text):
        line, start = match.group(), match.start()
        fragments = _words_of_line(line)
        found += [Fragment(start + s, start + e) for s, e in fragments]
    return found


def is_word(unit: str) -> bool:
    """Return whether a unit has a letter or a digit, and is no mere mark of punctuation."""
    return any(character.isalnum() for character in unit)


def word_at(words: Sequence[Fragment], offset: int) -> Fragment | None:
    """Return the one of the sorted `words` that covers the character at `offset`, or None."""
    index = bisect_right(words, offset, key=lambda word: word.start) - 1
    return words[index] if index >= 0 and offset < words[index].end else None


def sentences(text: str) -> list[Fragment]:
    """Return the sentences: a line, cut after `.`, `!`, `?` or `…` where a new one begins.

    A full stop after the abbreviation of what a name follows (`TP.`, `PGS.`) or after one capital
    letter (`P.V.`) cuts nothing; one after another abbreviation (`USD.`, `TP.HCM.`) does.
    """
    found: list[Fragment] = []
    for match in _LINE.finditer(text):
        line, start = match.group(), match.start()
        ends = [*_sentence_ends(line), len(line)]
        for begin, end in zip([0, *ends], ends, strict=False):
            if part := line[begin:end].strip():
                at = start + begin + line[begin:end].index(part)
                found.append(grapheme_bounds(text, at, at + len(part)))
    return found


def sentence_ends(text: str) -> list[int]:
    """Return the offset after each sentence, in order; the white space between goes with either.

    Cheaper than `sentences`, for who asks only whether two offsets are in the same one.
    """
    ends: list[int] = []
    for match in _LINE.finditer(text):
        ends += (match.start() + end for end in _sentence_ends(match.group()))
        ends.append(match.end())
    return ends


def _sentence_ends(line: str) -> Iterator[int]:
    for match in _SENTENCE_END().finditer(line):
        before = line[max(0, match.start() - 16) : match.start()]
        if not (match.group() == "." and _ABBREVIATION().search(before)):
            yield match.end()


def _words_of_line(line: str) -> list[Fragment]:
    clusters = [match.group() for match in _CLUSTER().finditer(_without_surrogates(line))]
    composed = [unicodedata.normalize("NFC", cluster) for cluster in clusters]
    normal = "".join(composed)
    if normal != unicodedata.normalize("NFC", normal) or not normal.strip():
        return syllables(line)
    try:
        spans = list(_without_stops(_follow(_tokenize(normal).split(" "), normal), normal))
    except ValueError:
        return syllables(line)
    starts = list(accumulate(map(len, clusters), initial=0))
    composed_starts = list(accumulate(map(len, composed), initial=0))
    return list(_on_clusters(spans, starts, composed_starts, line))


def _follow(tokens: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield where each of `tokens` stands in `text`; raises ValueError where the two part.

    pyvi puts a space between words, `_` between the syllables of one, and drops all white space
    of the text: walk both, passing by the white space here and the added `_` there.
    """
    at = 0
    for token in tokens:
        start = end = -1
        for character in token:
            while at < len(text) and text[at].isspace():
                at += 1
            if at < len(text) and text[at] == character:
                start = at if start < 0 else start
                at += 1
                end = at
            elif character != "_":
                raise ValueError(token)
        if end > start:
            yield start, end
    if text[at:].strip():
        raise ValueError(text[at:])


def _without_stops(spans: Iterable[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Yield `spans` with the full stop that pyvi leaves at capitals set apart: *USD.* ends so."""
    for start, end in spans:
        cut = end - 1
        if cut > start and text[cut] == "." and text[cut - 1].isalnum():
            yield start, cut
            start = cut
        yield start, end


def _on_clusters(
    spans: Iterable[tuple[int, int]], starts: list[int], composed_starts: list[int], line: str
) -> Iterator[Fragment]:
    """Yield `spans` of the composed line as stretches of `line` that split no cluster."""
    last_end = 0
    for start, end in spans:
        first = starts[bisect_right(composed_starts, start) - 1]
        last = starts[bisect_right(composed_starts, end - 1)]
        first = max(first, last_end)
        if syllables(line[first:last]):
            yield Fragment(first, last)
        last_end = max(last, last_end)


def _without_surrogates(line: str) -> str:
    """Return `line` with halves of surrogate pairs, on which pyvi fails, replaced one for one."""
    return _LONE_SURROGATE.sub("\ufffd", line)


def _tokenize(line: str) -> str:
    with warnings.catch_warnings():
        # pyvi's source has escapes in plain strings, which Python warns of when it compiles it.
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.simplefilter("ignore", SyntaxWarning)
        from pyvi import ViTokenizer  # pyright: ignore[reportMissingTypeStubs]  # pyvi has no types
    tokenize = cast(Callable[[str], str], ViTokenizer.tokenize)
    return tokenize(line)
