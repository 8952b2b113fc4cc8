"""What the lines `A`, `M`, `N` and `#` of a brat file say of annotations."""

from collections.abc import Mapping
from typing import NamedTuple

from annotator.formats.brat.draft import NOTE, ORIGIN, OTHER_NOTE, REFERENCE, Draft
from annotator.formats.brat.lines import Line, Statement, attribute, normalization, note
from annotator.formats.brat.report import Report

_READ = {"A": attribute, "M": attribute, "N": normalization, "#": note}
LETTERS = "".join(_READ)


class Said(NamedTuple):
    """A line, and what it says; nothing where it can't be read."""

    line: Line
    statement: Statement | None


def said(line: Line) -> Said:
    """Return what a line says of an annotation."""
    return Said(line, _READ[line.id[0]](line))


def state(
    each: Said, drafts: Mapping[str, Draft], modified: dict[str, list[str]], report: Report
) -> None:
    """Add to one of `drafts` what a line says; note in `modified` the flags of `M` lines.

    What can't be added is kept as a line.
    """
    line, statement = each
    draft = drafts.get(statement.target) if statement else None
    if statement and draft:
        if line.id.startswith("#"):
            _note(line, statement, draft, report)
            return
        if line.id.startswith("N"):
            _join(draft, REFERENCE + statement.name, statement.value)
        elif statement.name in draft.attributes:
            report.keep(
                "{0} has the attribute {1} already: the line is kept, and written again, but not "
                "shown.",
                draft.id, statement.name, line=line,
            )  # fmt: skip
        else:
            draft.attributes[statement.name] = statement.value or True
            if line.id.startswith("M") and not statement.value:
                modified.setdefault(draft.id, []).append(statement.name)
    elif statement:
        report.keep(
            "{0} is about {1}, which is not there: the line is kept, and written again, but not "
            "shown.",
            line.id, statement.target, line=line,
        )  # fmt: skip
    else:
        report.keep(
            "{0} is not of the form of such lines: it is kept, and written again, but not shown.",
            line.id, line=line,
        )  # fmt: skip
    for more in line.more:
        report.keep_stray(more)


def _note(line: Line, statement: Statement, draft: Draft, report: Report) -> None:
    comments = (n for n, more in enumerate(line.more) if more.raw.startswith("#"))
    going_on = line.more[: next(comments, len(line.more))]
    for more in line.more[len(going_on) :]:
        report.keep_stray(more)
    if going_on:
        report.say(
            "{0} goes on in the next line: it became a note of several lines.",
            line.id, where=line.where,
        )  # fmt: skip
    text = "\n".join([statement.value, *(more.raw for more in going_on)])
    if statement.name == ORIGIN and text and not draft.origin:
        draft.origin = text
    elif statement.name != NOTE:
        _join(draft, OTHER_NOTE + statement.name, text)
    else:
        draft.notes.append(text)
        draft.empty_note = line.raw


def _join(draft: Draft, name: str, value: str) -> None:
    present = draft.attributes.get(name)
    draft.attributes[name] = f"{present}\n{value}" if isinstance(present, str) else value
