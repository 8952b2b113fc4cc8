"""The body of WebAnno TSV: sentences with their text, rows of tokens, and the whole text.

Text between two sentences is not in the file. As in INCEpTION it is taken to be a line feed, and
spaces after it where more is missing; before the first sentence, spaces.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.formats.faults import Faults
from annotator.model.message import AnnotatorError
from annotator.model.offsets import Utf16Offsets

TEXT_LINE = "#Text="
_SENTENCE_ID = "#Sentence.id="
_LARGEST_GAP = 1 << 20
"""Characters between sentences that a file may leave out, all together."""

_UNIT = re.compile(r"[0-9]{1,9}-[0-9]{1,9}(?:\.[0-9]{1,9})?")
_OFFSETS = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
_ASTRAL = re.compile(r"[\U00010000-\U0010FFFF]")


class Row(NamedTuple):
    """A token or a part of one: its line, its id, its stretch, its word and other cells."""

    line: int
    unit: str
    begin: int
    end: int
    word: str
    cells: list[str]


class Body(NamedTuple):
    """The text, and the rows with their stretches of it in code points."""

    text: str
    rows: list[Row]


@dataclass(slots=True)
class _Sentence:
    """A sentence: the line of its first `#Text=`, its text, its rows."""

    line: int = 0
    texts: list[str] = field(default_factory=list[str])
    rows: list[Row] = field(default_factory=list[Row])


class BodyReader:
    """Reads the lines after the header of the file `where`, whose rows have `columns` cells.

    `read_text` takes back the escapes. A row that something is wrong with is passed by and goes to
    `faults`; for what concerns the text AnnotatorError is raised.
    """

    def __init__(
        self, where: str, columns: int, read_text: Callable[[str], str], faults: Faults
    ) -> None:
        self._where = where
        self._columns = columns
        self._read_text = read_text
        self._faults = faults

    def read(self, lines: Sequence[str], first: int) -> Body:
        """Return what the `lines` say, of which `first` is the number of the first.

        Offsets count UTF-16 units. Where they all agree as code points instead, they are taken so,
        with a remark.
        """
        found = list(self._sentences(lines, first))
        if not found:
            raise AnnotatorError("There is no sentence: was the file cut off?", where=self._where)
        astral = any(_ASTRAL.search(text) for sentence in found for text in sentence.texts)
        counted = self._counted(found) if astral else None
        if counted is not None:
            return counted
        text = self._text(found, utf16=True)
        return Body(text, list(self._placed(found, text, self._faults, utf16=True)))

    def _counted(self, found: Sequence[_Sentence]) -> Body | None:
        """Return the body if offsets are code points and can't be UTF-16 units."""
        for utf16 in (True, False):
            faults = Faults()
            try:
                text = self._text(found, utf16=utf16)
            except AnnotatorError:
                continue
            rows = list(self._placed(found, text, faults, utf16=utf16))
            if not any(faults.all("")):
                break
        else:
            return None
        if not utf16:
            self._faults.remark(
                "The offsets count code points, not UTF-16 units as the format has it: taken so.",
                where=self._at(found[0].line),
            )
        return Body(text, rows)

    def _at(self, line: int) -> str:
        return f"{self._where}:{line}"

    def _sentences(self, lines: Sequence[str], first: int) -> Iterator[_Sentence]:
        sentence = _Sentence()
        for number, line in enumerate(lines, first):
            if line.startswith(TEXT_LINE):
                if sentence.rows:
                    yield sentence
                    sentence = _Sentence()
                sentence.line = sentence.line or number
                sentence.texts.append(self._text_of(line, number))
            elif not line:
                if sentence.line:
                    yield sentence
                sentence = _Sentence()
            elif line.startswith("#"):
                if not line.startswith(_SENTENCE_ID):
                    self._faults.remark(
                        "The line “{0}” is not known: left out.", line[:60], where=self._at(number)
                    )
            elif not sentence.line:
                raise AnnotatorError(
                    "{0} is missing before this line.", TEXT_LINE, where=self._at(number)
                )
            else:
                try:
                    sentence.rows.append(self._row(line, number))
                except AnnotatorError as error:
                    self._faults.add(error)
        if sentence.line:
            yield sentence

    def _text_of(self, line: str, number: int) -> str:
        try:
            text = self._read_text(line.removeprefix(TEXT_LINE))
            if "\0" not in text:
                return text
        except UnicodeDecodeError:
            pass
        raise AnnotatorError(
            "The text has a NUL or half of a surrogate pair: remove it.", where=self._at(number)
        )

    def _row(self, line: str, number: int) -> Row:
        unit, *fields = line.split("\t")
        offsets = _OFFSETS.fullmatch(fields[0]) if fields else None
        if not _UNIT.fullmatch(unit) or not offsets:
            raise AnnotatorError(
                "The line begins with no token number and offsets, such as 1-2 and 4-8: left out.",
                where=self._at(number),
            )
        if len(fields) - 2 < self._columns:
            raise AnnotatorError(
                "The line has {0} columns, but with what the header declares it must have {1}: "
                "left out.",
                len(fields) + 1, self._columns + 3, where=self._at(number),
            )  # fmt: skip
        word = fields[1] if len(fields) > 1 else ""
        return Row(number, unit, int(offsets[1]), int(offsets[2]), word, fields[2:])

    def _text(self, found: Sequence[_Sentence], *, utf16: bool) -> str:
        """Return the whole text; raises AnnotatorError where a sentence has no place in it."""

        def length_of(piece: str) -> int:
            return len(piece) + (len(_ASTRAL.findall(piece)) if utf16 else 0)

        pieces: list[str] = []
        length = missing = 0
        for sentence in found:
            if not sentence.rows:
                raise AnnotatorError(
                    "The sentence has no tokens, so where it stands is not known.",
                    where=self._at(sentence.line),
                )
            text = "\n".join(sentence.texts)
            first = min(sentence.rows, key=lambda row: row.begin)
            within = text.find(self._word(first)) if first.word else 0
            gap = first.begin - length_of(text[: max(0, within)]) - length
            missing += max(0, gap)
            if gap < 0 or missing > _LARGEST_GAP:
                raise AnnotatorError(
                    "The sentence begins at {0}, but the text before it ends at {1}.",
                    length + gap, length, where=self._at(sentence.line),
                )  # fmt: skip
            pieces += ["\n" if length else " "] * min(gap, 1)
            pieces += [" " * (gap - 1), text]
            length += gap + length_of(text)
        return "".join(pieces)

    def _word(self, row: Row) -> str:
        try:
            return self._read_text(row.word)
        except UnicodeDecodeError:
            return row.word

    def _placed(
        self, found: Sequence[_Sentence], text: str, faults: Faults, *, utf16: bool
    ) -> Iterator[Row]:
        """Yield the rows whose word stands at their offsets, with these as code points."""
        offsets = Utf16Offsets(text if utf16 else "")
        units: set[str] = set()
        for row in (row for sentence in found for row in sentence.rows):
            begin, end = offsets.from_utf16(row.begin), offsets.from_utf16(row.end)
            whole = (offsets.to_utf16(begin), offsets.to_utf16(end)) == (row.begin, row.end)
            fits = whole and begin <= end <= min(len(text), begin + len(row.word))
            if not fits or text[begin:end] not in (row.word, self._word(row)):
                error = AnnotatorError(
                    "“{0}” does not stand at {1}–{2} of the text: the line was left out.",
                    row.word[:60], row.begin, row.end, where=self._at(row.line),
                )  # fmt: skip
                faults.add(error)
            elif row.unit in units:
                where = self._at(row.line)
                faults.add(AnnotatorError("{0} comes twice: left out here.", row.unit, where=where))
            else:
                units.add(row.unit)
                yield row._replace(begin=begin, end=end)
