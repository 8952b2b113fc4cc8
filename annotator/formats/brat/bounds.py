"""The stretches of text that the `T` lines of a brat file mark, put where they were meant."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from annotator.formats.brat.lines import Line, TextBound, text_bound
from annotator.formats.brat.memory import StatedText
from annotator.formats.brat.offsets import BOM, BYTES, CRLF, KEPT, LF, NFC, NFD, UTF16
from annotator.formats.brat.places import (
    How,
    LineBreaks,
    Place,
    Stretch,
    covered,
    find_places,
    plain,
)
from annotator.formats.brat.report import Report
from annotator.model.annotation import Fragment, merged
from annotator.model.message import message


class Bound(NamedTuple):
    """A marked stretch; `place` counts lines of the file.

    `stated` is its text in the file where that is not what stands there, and `mark` a note to that
    effect where it is nothing like it.
    """

    place: int
    id: str
    label: str
    fragments: tuple[Fragment, ...]
    stated: StatedText | None
    mark: str


def bounds(
    text: str, lines: Sequence[tuple[int, Line]], where: str, report: Report
) -> tuple[list[Bound], str]:
    """Return the stretches of `text` that `lines` mark, and how the file counts offsets.

    `lines` are `T` lines with their places in the file at `where`. Those that mark none are kept.
    """
    said = [(place, line, text_bound(line)) for place, line in lines]
    readable = [(place, line, bound) for place, line, bound in said if bound]
    found = find_places(
        text, [Stretch(bound.spans, _texts(line, bound)) for _, line, bound in readable]
    )
    ways = found.ruler.name.split("+") if found.ruler.name else []
    for way in ways:
        report.say(_WAYS_TO_COUNT[way].template, where=where)
    for _, line, bound in said:
        if not bound:
            _keep(line, 0, report)
    breaks = LineBreaks(text)
    result = [
        made
        for (place, line, bound), at in zip(readable, found.places, strict=True)
        if (made := _bound(text, place, line, bound, at, breaks, report))
    ]
    return result, "+".join(way for way in ways if way in KEPT)


def mark_of(stated: str) -> str:
    """Return the note on an annotation whose text in the file is not what stands there."""
    return f".ann: “{plain(stated)}”"


def _texts(line: Line, bound: TextBound) -> tuple[str, ...]:
    """Return the text of a `T` line, and it with the lines after it, one more each time."""
    texts = [bound.text]
    for more in line.more:
        texts.append(f"{texts[-1]}\n{more.raw}")
    return tuple(texts)


def _bound(
    text: str,
    place: int,
    line: Line,
    bound: TextBound,
    at: Place | None,
    breaks: LineBreaks,
    report: Report,
) -> Bound | None:
    if at is None:
        report.keep(
            "“{0}” stands nowhere in the article for certain, and the offsets {1} are none: the "
            "line is kept, and written again, but not shown.",
            _short(bound.text), _shown(bound.spans), line=line,
        )  # fmt: skip
        _keep_rest(line, 0, report)
        return None
    _keep_rest(line, at.text, report)
    stated = _texts(line, bound)[at.text]
    whole = tuple(sorted(at.fragments))
    if any(after.start < before.end for before, after in pairwise(whole)):
        whole = merged(whole)
        report.say("Stretches of {0} overlap: they were joined.", line.id, where=line.where)
    split = tuple(breaks.split(whole))
    if len(split) > len(whole):
        report.say(
            "{0} goes over a line break: it was split there, as brat does.",
            line.id, where=line.where,
        )  # fmt: skip
    if at.how is How.MOVED:
        report.say(
            "“{0}” does not stand at its offsets {1}, but at {2}: it was moved there.",
            _short(stated), _shown(bound.spans), _shown(split), where=line.where,
        )  # fmt: skip
    if at.how is How.DOUBTFUL:
        report.say(
            "“{0}” does not stand at its offsets {1}, and nowhere else for certain: it stays "
            "there, with a note.",
            _short(stated), _shown(bound.spans), where=line.where,
        )  # fmt: skip
        written = StatedText(_one_line(stated), split)
        return Bound(place, line.id, bound.label, split, written, mark_of(stated))
    differs = stated and _one_line(stated) != covered(text, split)
    written = StatedText(_one_line(stated), split) if differs else None
    return Bound(place, line.id, bound.label, split, written, "")


def _keep(line: Line, used: int, report: Report) -> None:
    report.keep(
        "{0} has no type and offsets of the form TYPE START END: the line is kept, and written "
        "again, but not shown.",
        line.id, line=line,
    )  # fmt: skip
    _keep_rest(line, used, report)


def _keep_rest(line: Line, used: int, report: Report) -> None:
    for more in line.more[used:]:
        report.keep_stray(more)


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _short(text: str) -> str:
    text = plain(text)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _shown(spans: Sequence[tuple[int, int]]) -> str:
    shown = [f"{start}–{end}" for start, end in spans[:5]]
    return ", ".join(shown + ["…"] * (len(spans) > 5))


_WAYS_TO_COUNT = {
    CRLF: message(
        "The offsets count each line end (CR LF) as one character: they were read so, and are "
        "written so again."
    ),
    BOM: message(
        "The offsets do not count the byte order mark: they were read so, and are written so again."
    ),
    LF: message("The offsets count each line end (LF) as two characters: they were read so."),
    UTF16: message("The offsets count UTF-16 units, not characters: they were read so."),
    BYTES: message("The offsets count bytes of UTF-8, not characters: they were read so."),
    NFC: message("The offsets count characters of the text composed (NFC): they were read so."),
    NFD: message("The offsets count characters of the text decomposed (NFD): they were read so."),
}
