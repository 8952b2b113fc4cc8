"""How a file in columns is laid out: found by looking at its first rows."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from annotator.formats.format import HEAD
from annotator.formats.tags import OUTSIDE, Scheme, is_tag, scheme_of

DOCSTART = "-DOCSTART-"

FILLERS = frozenset({"_", "-", "-X-", OUTSIDE, ""})
"""What stands in a column where there is nothing to say."""

_ROWS = 5000
_FEWEST = 3
"""Rows of tagged words that are no accident: `Vitamin B-12` may be a text."""

_TOLERATED = 0.05
"""The share of rows that may be otherwise: a damaged file is better read than refused."""

_BLANKS = re.compile(r"[ \t]+")
_CHUNKS = frozenset(
    "NP VP PP AP ADVP ADJP SBAR PRT CONJP INTJ LST UCP QP RP WHNP WHPP WH XP MDP".split()
)
"""Labels of phrases, in CoNLL-2000 to 2003 and VLSP."""


@dataclass(frozen=True, slots=True)
class Layout:
    """`width` columns, parted by tabs or by white space; where the word and the tags stand.

    `names` are the columns with tags of names, one for each level of nesting; `others` those that
    hold something else than a placeholder.
    """

    tabs: bool = False
    width: int = 4
    word: int = 0
    names: tuple[int, ...] = (3,)
    others: tuple[int, ...] = ()
    scheme: Scheme = Scheme.IOB2

    def columns(self, line: str) -> list[str]:
        """Return the columns of a row."""
        return split(line, self.tabs)

    def fits(self, line: str) -> bool:
        """Return whether `line` is a row of such columns, each tag one."""
        row = self.columns(line)
        return len(row) == self.width and all(is_tag(row[n]) for n in self.names)


def split(line: str, tabs: bool) -> list[str]:
    """Return the columns of `line`, parted by each tab or by runs of spaces and tabs."""
    stripped = line.strip(" \t")
    return [each.strip() for each in stripped.split("\t")] if tabs else _BLANKS.split(stripped)


def head_lines(head: bytes) -> list[str]:
    """Return the lines that `head`, the beginning of a file, has whole."""
    lines = head.decode(errors="replace").removeprefix("\ufeff").split("\n")
    return [line.removesuffix("\r") for line in (lines[:-1] if len(head) >= HEAD else lines)]


def is_blank(line: str) -> bool:
    """Return whether `line` ends a sentence."""
    return not line.strip()


def is_docstart(line: str) -> bool:
    """Return whether an article begins at `line`."""
    return line.startswith(DOCSTART) and not line.removeprefix(DOCSTART)[:1].strip()


def layout_of(lines: Iterable[str]) -> Layout | None:
    """Return the layout of the first rows of `lines`; None where no column holds tags."""
    sentences = list(islice(_sentences(lines), _ROWS))
    rows = [line for sentence in sentences for line in sentence][:_ROWS]
    tabs = sum("\t" in line.strip() for line in rows) > len(rows) / 2
    split_rows = [split(line, tabs) for line in rows]
    widths = Counter(len(row) for row in split_rows)
    if not widths:
        return Layout()
    width = widths.most_common(1)[0][0]
    columns = list(zip(*(row for row in split_rows if len(row) == width), strict=True))
    tagged = [number for number in range(1, width) if _mostly(is_tag, columns[number])]
    names = [n for n in tagged if not _are_chunks(columns[n])] or tagged
    words = [n for n in range(width) if n not in tagged]
    if not names:
        return None
    counted = len(words) > 1 and _mostly(str.isdecimal, columns[words[0]])
    word = words[1] if counted else words[0]
    left = [
        n
        for n in range(word, width)
        if n != word and n not in names and not _mostly(FILLERS.__contains__, columns[n])
    ]
    in_sentences = ([row[names[0]] for row in _rows(each, tabs, width)] for each in sentences)
    return Layout(tabs, width, word, tuple(names), tuple(left), scheme_of(in_sentences))


def looks_tagged(lines: Sequence[str]) -> bool:
    """Return whether `lines` can be nothing else than columns with tags."""
    layout = layout_of(lines)
    if not layout:
        return False
    if any(is_docstart(line) for line in lines[:20]):
        return True
    rows = [layout.columns(line) for sentence in _sentences(lines) for line in sentence]
    fitting = [row for row in rows if len(row) == layout.width]
    tags = [row[n] for row in fitting for n in layout.names]
    return (
        len(fitting) >= _FEWEST
        and len(fitting) > len(rows) * (1 - _TOLERATED)
        and all(map(is_tag, tags))
        and any(tag != OUTSIDE for tag in tags)
    )


def _sentences(lines: Iterable[str]) -> Iterator[list[str]]:
    sentence: list[str] = []
    for line in lines:
        if is_blank(line) or is_docstart(line):
            if sentence:
                yield sentence
            sentence = []
        elif not line.startswith("#"):  # a comment, or the word #, of which a layout has no need
            sentence.append(line)
    if sentence:
        yield sentence


def _rows(sentence: Iterable[str], tabs: bool, width: int) -> list[list[str]]:
    return [row for row in (split(line, tabs) for line in sentence) if len(row) == width]


def _mostly(holds: Callable[[str], bool], column: Sequence[str]) -> bool:
    return sum(map(holds, column)) >= len(column) * (1 - _TOLERATED)


def _are_chunks(column: Iterable[str]) -> bool:
    labels = {tag.partition("-")[2] for tag in column if is_tag(tag) and tag != OUTSIDE}
    return bool(labels) and labels <= _CHUNKS
