"""Finding in a text, as one types: every way of writing the same letters is found, in its place."""

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise, permutations
from typing import NamedTuple

import regex

from annotator.model.annotation import Fragment
from annotator.model.message import AnnotatorError
from annotator.model.offsets import grapheme_bounds

_PATIENCE = 2.0
"""Seconds that an expression of the user's may look through one text."""

_SPACE = r"[\s\u200b\u2060\ufeff]+"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_CLUSTER = regex.compile(r"\X")
_MARK = regex.compile(r"\p{M}")
_LINE_END = regex.compile(r"\r\n")
_MARKS_OR_LINE_END = regex.compile(r"\r\n|\P{M}\p{M}{1,30}")
_JOINED = regex.compile(r"[^\p{GCB=Other}\p{GCB=Control}\p{GCB=LF}\p{GCB=CR}]")
"""What may be one character for a reader with what stands beside it."""
_TWO_PLACES = regex.compile(
    rf"(?i)(?P<first>o)(?P<early>[{_TONES}]?)(?P<second>[ae])(?P<marks>\p{{Mn}}*)"
    rf"|(?P<first>u)(?P<early>[{_TONES}]?)(?P<second>y)(?P<marks>\p{{Mn}}*)"
    rf"|(?<=q)(?P<first>u)(?P<early>[{_TONES}]?)(?P<second>[aeio])(?P<marks>\p{{Mn}}*)"
)
"""Vowels that carry the tone of a syllable on the first or on the second: see `exact_key`."""
_STROKED = {"đ": "đð", "ð": "đð", "Đ": "ĐÐ", "Ð": "ĐÐ"}
"""Two letters that look the same, and stand for each other in old texts."""


class FindError(AnnotatorError):
    """An expression that can't be searched for."""


class SlowError(FindError):
    """It takes too long to look for that."""


class Query(NamedTuple):
    """What is looked for, and how strictly."""

    text: str
    case: bool = False
    """Whether capitals matter."""
    diacritics: bool = False
    """Whether letters typed without diacritics are found without them alone."""
    whole_words: bool = False
    expression: bool = False
    """Whether `text` is a regular expression, in the syntax of the library `regex`."""


def find(query: Query, text: str, patience: float | None = None) -> list[Fragment]:
    """Return every place of `query` in `text`, from the beginning; none is empty, none overlaps.

    What is typed with diacritics is found with just these: `đông` finds no `đồng`. What is typed
    without finds both, unless `diacritics`. Composed and decomposed characters are equal, as are
    the two ways of placing a tone (`hòa`, `hoà`; `tòan`, `toàn`), any white space, and `Đ` written
    as `Ð` (U+00D0).
    Raises FindError where the expression is none, SlowError where it takes more than `patience`
    seconds; None: an expression two, words as long as they take.
    """
    return finder(query, patience)(text)


@lru_cache(maxsize=256)
def finder(query: Query, patience: float | None = None) -> Callable[[str], list[Fragment]]:
    """Return what finds `query` in many texts, as `find` does; raises FindError."""
    if not query.text:
        return lambda _text: []
    pattern = _compiled(query)
    if query.expression:
        return lambda text: _expressed(pattern, text, patience or _PATIENCE)
    return lambda text: [Fragment(*each) for each in _spans(pattern, text, patience)]


def _expressed(pattern: "regex.Pattern[str]", text: str, patience: float) -> list[Fragment]:
    seen = _Seen(text)
    found = _spans(pattern, seen.text, patience)
    hits = [Fragment(*each) for each in found if each[1] > each[0]]
    return [seen.place(each) for each in seen.whole(hits)]


def _spans(
    pattern: "regex.Pattern[str]", text: str, patience: float | None
) -> list[tuple[int, int]]:
    try:
        return [each.span() for each in pattern.finditer(text, timeout=patience)]
    except TimeoutError as error:
        raise SlowError("The expression takes too long. Make it simpler.") from error


class _Seen:
    """A text as expressions see it: a letter with its marks is one, and so is the end of a line."""

    def __init__(self, text: str) -> None:
        self._ends, self._places = [0], [0]
        """Where what is seen otherwise ends, here and in the text as it is written."""
        otherwise = _MARKS_OR_LINE_END if _MARK.search(text) else _LINE_END
        self.text = otherwise.sub(self._take, text)

    def _take(self, found: "regex.Match[str]") -> str:
        piece = "\n" if found[0] == "\r\n" else unicodedata.normalize("NFC", found[0])
        start = self._ends[-1] + found.start() - self._places[-1]
        self._ends.append(start + len(piece))
        self._places.append(found.end())
        return piece

    def whole(self, hits: list[Fragment]) -> list[Fragment]:
        """Return `hits` grown to whole characters, each once."""
        if not _JOINED.search(self.text):
            return hits
        grown = dict.fromkeys(grapheme_bounds(self.text, *each) for each in hits)
        return [
            each for before, each in pairwise((Fragment(0, 0), *grown)) if each.start >= before.end
        ]

    def place(self, hit: Fragment) -> Fragment:
        """Return where `hit` is in the text as it is written."""
        if len(self._ends) == 1:
            return hit
        return Fragment(self._written(hit.start), self._written(hit.end))

    def _written(self, offset: int) -> int:
        number = bisect_right(self._ends, offset) - 1
        return self._places[number] + offset - self._ends[number]


def _compiled(query: Query) -> "regex.Pattern[str]":
    flags = regex.MULTILINE if query.case else regex.MULTILINE | regex.IGNORECASE
    source = unicodedata.normalize("NFC", query.text) if query.expression else _literal(query)
    if query.whole_words:
        source = rf"(?<![\p{{L}}\p{{M}}\p{{N}}])(?:{source})(?![\p{{L}}\p{{M}}\p{{N}}])"
    try:
        return regex.compile(source, flags)
    except regex.error as error:
        raise FindError("This is no regular expression: {0}.", error) from error


def _literal(query: Query) -> str:
    """Return an expression that finds the text of `query`, however it is written."""
    parts = regex.split(rf"({_SPACE})", query.text)
    return "".join(
        _SPACE if number % 2 else _word(part, query.diacritics)
        for number, part in enumerate(parts)
        if part
    )


def _word(word: str, diacritics: bool) -> str:
    apart = unicodedata.normalize("NFD", word)
    parts: list[str] = []
    done = 0
    for found in _TWO_PLACES.finditer(apart):
        parts += _letters(apart[done : found.start()], diacritics), _two_places(found, diacritics)
        done = found.end()
    return "".join(parts) + _letters(apart[done:], diacritics)


def _two_places(found: "regex.Match[str]", diacritics: bool) -> str:
    """Return an expression for two vowels with the tone on either."""
    first, second = found["first"], found["second"]
    tones = [each for each in found["early"] + found["marks"] if each in _TONES]
    if len(tones) != 1:
        return _letters(found[0], diacritics)
    others = "".join(each for each in found["marks"] if each not in _TONES)
    early = _letters(first + tones[0] + second + others, diacritics)
    late = _letters(first + second + others + tones[0], diacritics)
    return f"(?:{early}|{late})"


def _letters(letters: str, diacritics: bool) -> str:
    return "".join(_letter(each, diacritics) for each in _CLUSTER.findall(letters))


def _letter(cluster: str, diacritics: bool) -> str:
    """Return an expression for a letter with its marks, in every form Unicode has for it."""
    base, *marks = unicodedata.normalize("NFD", cluster)
    if not marks and base in _STROKED:
        return rf"[{_STROKED[base]}](?!\p{{Mn}})"
    if not marks and base.isalpha() and not diacritics:
        d = {"d": "đð", "D": "ĐÐ"}.get(base, "")
        return rf"(?:[{base}{d}{''.join(_COMPOSED.get(base, ()))}]\p{{Mn}}*)"
    if not base.isalpha():
        return rf"(?<!\u200d){regex.escape(cluster)}(?![\p{{M}}\u200d\p{{EMod}}])"
    if not marks:
        return rf"{regex.escape(base)}(?!\p{{Mn}})"
    forms = dict.fromkeys(_forms(base, marks))
    return rf"(?:{'|'.join(map(regex.escape, forms))})(?!\p{{Mn}})"


def _forms(base: str, marks: list[str]) -> Iterator[str]:
    """Yield the ways to write `base` with `marks`: composed, apart, and half composed."""
    for order in permutations(marks) if len(marks) < 4 else [tuple(marks)]:
        for cut in range(len(order) + 1):
            head = unicodedata.normalize("NFC", base + "".join(order[:cut]))
            if cut == 0 or len(head) == 1:
                yield head + "".join(order[cut:])


def _composed() -> dict[str, list[str]]:
    """Return, by letter, the characters that are this letter with marks."""
    found: dict[str, list[str]] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code):
            found.setdefault(base, []).append(chr(code))
    return found


_COMPOSED = _composed()
