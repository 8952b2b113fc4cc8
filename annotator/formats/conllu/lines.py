"""The sentences of a CoNLL-U file as the package conllu parses them, one at a time."""

import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from annotator.formats.conllu.spaces import parse_misc
from annotator.formats.doubts import Doubts
from annotator.formats.format import Source
from annotator.formats.text_lines import LONGEST, Line, text_lines
from annotator.model.message import AnnotatorError, message

FIELDS = ("id", "form", "lemma", "upos", "xpos", "feats", "head", "deprel", "deps", "misc")
"""The ten columns; `# global.columns` may give others."""

_COLUMNS = re.compile(r"#\s*global\.columns\s*=(.*)")
_FORM_ALONE = frozenset({"id", "form", "misc"})
_LEFT_OUT = message(
    "Words with a lemma, part of speech or the like, not read: {0}; the first is {1}."
)
_TOO_MANY = message("Lines with more columns than CoNLL-U has, left out: {0}; the first is “{1}”.")


class Row(NamedTuple):
    """A line of a word; `id` is a number, `(1, "-", 2)` of a range, `(1, ".", 1)` of an empty node.

    None: the line has no id. `misc` has the values as they stand.
    """

    id: int | tuple[int, str, int] | None
    form: str
    misc: dict[str, str]
    number: int


class Sentence(NamedTuple):
    """What stands between two blank lines; comments in their order, without a value: None."""

    comments: list[tuple[str, str | None]]
    rows: list[Row]
    number: int
    size: int


def sentences(source: Source, doubts: Doubts) -> Iterator[Sentence | AnnotatorError]:
    """Yield the sentences of a file; lines that are not CoNLL-U as errors, the rest goes on.

    Columns that are not read are counted in `doubts`. Raises OSError.
    """
    fields = FIELDS
    for block in _blocks(source):
        if isinstance(block, AnnotatorError):
            yield block
            continue
        for line in block:
            if columns := _COLUMNS.fullmatch(line.text):
                fields = tuple(columns[1].lower().split()) or FIELDS
        yield from _sentence(block, fields, source.where, doubts)


def _blocks(source: Source) -> Iterator[list[Line] | AnnotatorError]:
    block: list[Line] = []
    size = 0
    for line in text_lines(source):
        if isinstance(line, AnnotatorError):
            yield line
        elif not line.text.strip():
            if block:
                yield block
            block, size = [], 0
        elif (size := size + len(line.text)) <= LONGEST:
            block.append(line)
        elif block:
            yield AnnotatorError(
                "One sentence has more than {0} MB: split it.",
                LONGEST >> 20, where=f"{source.where}:{block[0].number}",
            )  # fmt: skip
            block = []
    if block:
        yield block


def _sentence(
    block: list[Line], fields: tuple[str, ...], where: str, doubts: Doubts
) -> Iterator[Sentence | AnnotatorError]:
    try:
        yield _parsed(block, fields, doubts)
    except ValueError:
        good: list[Line] = []
        for line in block:
            try:
                _parsed([line], fields, Doubts(where))
            except ValueError:
                yield AnnotatorError(
                    "This is no line of CoNLL-U: a number, a form, and tabs between columns.",
                    where=f"{where}:{line.number}",
                )
            else:
                good.append(line)
        if good:
            yield _parsed(good, fields, doubts)


def _parsed(block: list[Line], fields: tuple[str, ...], doubts: Doubts) -> Sentence:
    """Return the sentence of `block`; raises ValueError where a line is none."""
    from conllu import parse_token_and_metadata
    from conllu.exceptions import ParseException

    comments: list[tuple[str, str | None]] = []

    def kept(key: str, value: str | None) -> tuple[str, str | None]:
        comments.append((key, value))
        return key, value

    def as_it_stands(columns: list[str], number: int) -> str:
        return columns[number]

    every_key = {"__fallback__": kept, "newdoc": kept, "newpar": kept}
    parsers = dict.fromkeys((field for field in fields if field != "id"), as_it_stands)
    data = "\n".join(line.text for line in block)
    try:
        tokens = parse_token_and_metadata(data, fields, parsers, every_key)
    except ParseException as error:
        raise ValueError(str(error)) from error
    lines = [line for line in block if not line.text.lstrip().startswith("#")]
    rows = [
        _row(cast(dict[str, object], token), line, fields, doubts)
        for token, line in zip(tokens, lines, strict=True)
    ]
    return Sentence(comments, rows, block[0].number, len(data))


def _row(token: dict[str, object], line: Line, fields: tuple[str, ...], doubts: Doubts) -> Row:
    form = token.get("form")
    if not isinstance(form, str) or not form:
        raise ValueError("a word without a form")
    if any(value not in {"_", ""} for field, value in token.items() if field not in _FORM_ALONE):
        doubts.note(_LEFT_OUT, line.number, form)
    if line.text.count("\t") >= len(fields):
        doubts.note(_TOO_MANY, line.number, line.text[:40])
    id = cast("int | tuple[int, str, int] | None", token.get("id"))
    misc = token.get("misc")
    return Row(id, form, parse_misc(misc if isinstance(misc, str) else None), line.number)
