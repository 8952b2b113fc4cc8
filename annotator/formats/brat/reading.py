"""The annotations that the lines of a brat file make, by its page (brat.nlplab.org/standoff.html).

A `T` line that an event names as its trigger is the fragments of that event. It is an entity too
where other lines name it, or where its type is another one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from annotator.formats.brat.bounds import Bound, bounds
from annotator.formats.brat.draft import ENDS, EQUIVALENT, Draft
from annotator.formats.brat.lines import Arguments, Line, arguments, lines_in, role_and_target
from annotator.formats.brat.memory import Memory, StatedText
from annotator.formats.brat.report import Report
from annotator.formats.brat.roles import Declared, Roles, numbered, suffix_of
from annotator.formats.brat.statements import LETTERS, said, state
from annotator.model.annotation import MEMBER, Annotation, Fragment, Kind, Link
from annotator.model.message import Remark
from annotator.model.tagset import COREFERENCE


class File(NamedTuple):
    """The text of a file with annotations, and its name for messages."""

    text: str
    where: str


class Reading(NamedTuple):
    """What files say: annotations, what else to keep, and what to tell."""

    annotations: list[Annotation]
    memory: Memory
    remarks: list[Remark]


class _Linking(NamedTuple):
    """An `E`, `R` or `*` line, and its place among the lines."""

    place: int
    line: Line
    said: Arguments

    @property
    def links(self) -> Iterator[tuple[str, str, str]]:
        """What each argument is: its role and target, both empty where it is none, and itself."""
        for word in self.said.words:
            if self.line.id.startswith("*"):
                yield (MEMBER, word, word)
            else:
                role, target = role_and_target(word)
                yield (role, target, word)


def read_files(text: str, files: Sequence[File], declared: Declared) -> Reading:
    """Return what the lines of `files`, which belong together, say of the article `text`.

    `declared` names the roles of types of event, where that is known.
    """
    return _Reader(text, declared).read(files)


class _Reader:
    """Makes annotations of the lines of one article, one kind after another."""

    def __init__(self, text: str, declared: Declared) -> None:
        self._text = text
        self._roles = Roles(declared)
        self._report = Report()
        self._drafts: dict[str, Draft] = {}
        self._suffix = ""
        self._arguments: dict[str, str] = {}
        self._triggers: dict[str, str] = {}
        self._modified: dict[str, list[str]] = {}
        self._texts: dict[str, StatedText] = {}

    def read(self, files: Sequence[File]) -> Reading:
        of: dict[str, list[tuple[int, Line]]] = {letter: [] for letter in f"TER*{LETTERS}"}
        for place, line in enumerate(_unique(files, self._report)):
            if line.id and line.id[0] in of:
                of[line.id[0]].append((place, line))
            else:
                self._report.keep_stray(line)
        marks, offsets = bounds(self._text, of["T"], files[0].where, self._report)
        events = self._linking(of["E"])
        others = self._linking([*of["R"], *of["*"]])
        statements = sorted((place, said(line)) for letter in LETTERS for place, line in of[letter])
        named = {target for each in (*events, *others) for _, target, _ in each.links}
        named |= {each.statement.target for _, each in statements if each.statement}
        self._add_marks(marks, events, named)
        self._add_others(others)
        self._link_events(events)
        for _, each in statements:
            state(each, self._drafts, self._modified, self._report)
        drafts = sorted(self._drafts.values(), key=lambda draft: draft.place)
        self._report.lines += [each.empty_note for each in drafts if each.notes == [""]]
        memory = Memory(
            offsets, self._suffix, self._arguments, self._triggers, self._modified, self._texts,
            tuple(self._report.lines),
        )  # fmt: skip
        remarks = sorted(self._report.remarks, key=_place)
        return Reading([each.annotation() for each in drafts], memory, remarks)

    def _linking(self, lines: Iterable[tuple[int, Line]]) -> list[_Linking]:
        result: list[_Linking] = []
        for place, line in lines:
            if found := arguments(line):
                result.append(_Linking(place, line, found))
            else:
                self._keep(line, "")
        return result

    def _keep(self, line: Line, target: str) -> None:
        """Keep a line that links to `target`, which is not there; empty: it is of another form."""
        if target:
            self._report.keep(
                "{0} links to {1}, which is not there: the line is kept, and written again, but "
                "not shown.",
                line.id, target, line=line,
            )  # fmt: skip
        else:
            self._report.keep(
                "{0} is not of the form of such lines: it is kept, and written again, but not "
                "shown.",
                line.id, line=line,
            )  # fmt: skip

    def _add_marks(
        self, marks: Sequence[Bound], events: Sequence[_Linking], named: set[str]
    ) -> None:
        """Add events with their triggers, and the entities."""
        of = {mark.id: mark for mark in marks}
        labels: dict[str, set[str]] = {}
        for event in events:
            labels.setdefault(event.said.trigger, set()).add(event.said.label)
        for mark in marks:
            if mark.id in named or labels.get(mark.id) != {mark.label}:
                self._add(Draft(mark.place, mark.id, Kind.ENTITY, mark.label), mark)
        shared: dict[tuple[str, tuple[Fragment, ...]], str] = {}
        for place, line, event in events:
            mark = of.get(event.trigger)
            self._add(Draft(place, line.id, Kind.EVENT, event.label), mark)
            if mark and mark.id not in self._drafts:
                if shared.setdefault((mark.label, mark.fragments), mark.id) != mark.id:
                    self._triggers[line.id] = mark.id
            elif event.trigger:
                self._triggers[line.id] = event.trigger
            if event.trigger and not mark:
                self._report.say(
                    "{0} has the trigger {1}, which is not there: it is shown without one.",
                    line.id, event.trigger, where=line.where,
                )  # fmt: skip

    def _add(self, draft: Draft, mark: Bound | None) -> None:
        self._drafts[draft.id] = draft
        if mark:
            draft.fragments = mark.fragments
            draft.notes += [mark.mark] * bool(mark.mark)
            if mark.stated:
                self._texts[draft.id] = mark.stated

    def _add_others(self, others: Sequence[_Linking]) -> None:
        """Add relations and clusters; keep as lines those that lead nowhere."""
        ids = {each.line.id for each in others if not each.line.id.startswith("*")}
        kept = _leading_nowhere(others, ids | self._drafts.keys())
        number = 0
        for at, each in enumerate(others):
            place, line, (label, _, _) = each
            if at in kept:
                self._keep(line, kept[at])
                continue
            links = tuple(Link(ENDS.get(role, role), target) for role, target, _ in each.links)
            if line.id.startswith("*"):
                number += 1
                label = COREFERENCE if label == EQUIVALENT else label
                cluster = Draft(place, f"C{number}", Kind.CLUSTER, label, links=links)
                self._drafts[f"* {number}"] = cluster
            else:
                self._drafts[line.id] = Draft(place, line.id, Kind.RELATION, label, links=links)

    def _link_events(self, events: Sequence[_Linking]) -> None:
        names = [[role for role, _, _ in event.links if role] for event in events]
        self._suffix = suffix_of([name for each in names for name in each])
        for event, roles in zip(events, names, strict=True):
            self._roles.see(event.said.label, roles)
        for event in events:
            self._link(event)

    def _link(self, event: _Linking) -> None:
        links: list[Link] = []
        written: list[str] = []
        for name, target, word in event.links:
            if target in self._drafts and target != event.line.id:
                links.append(Link(self._roles.role(event.said.label, name), target))
                written.append(name)
            else:
                self._report.say(
                    "The argument {0} of {1} leads nowhere: it is written again, but not shown.",
                    word, event.line.id, where=event.line.where,
                )  # fmt: skip
        self._drafts[event.line.id].links = tuple(links)
        usual = numbered([link.role for link in links], self._suffix)
        if written != usual or len(links) < len(event.said.words):
            self._arguments[event.line.id] = " ".join(event.said.words)


def _place(remark: Remark) -> tuple[str, int]:
    """Return the file and line of a remark, to sort by."""
    file, _, number = remark.where.rpartition(":")
    return (file, int(number)) if number.isdecimal() else (remark.where, 0)


def _unique(files: Iterable[File], report: Report) -> Iterator[Line]:
    """Yield the lines of `files`, each `T`, `E` and `R` line with an id of its own."""
    lines = [line for file in files for line in lines_in(*file)]
    taken = {line.id for line in lines}
    seen: set[str] = set()
    numbers = Counter[str]()
    for line in lines:
        if line.id in seen and line.id.startswith(("T", "E", "R")):
            numbers[line.id] += 1
            while (id := f"{line.id}-{numbers[line.id] + 1}") in taken:
                numbers[line.id] += 1
            report.say(
                "There is another {0} before: this one is now {1}.", line.id, id, where=line.where
            )
            yield line._replace(id=id)
        else:
            seen.add(line.id)
            yield line


def _leading_nowhere(others: Sequence[_Linking], ids: set[str]) -> dict[int, str]:
    """Return the numbers of those that link to what is none of `ids`, each with a target like that.

    What is left out is not there for others either.
    """
    users: dict[str, list[int]] = {}
    for at, each in enumerate(others):
        for _, target, _ in each.links:
            users.setdefault(target, []).append(at)
    missing = [target for target in users if target not in ids]
    result: dict[int, str] = {}
    while missing:
        target = missing.pop()
        for at in users.get(target, ()):
            if at not in result:
                result[at] = target
                missing.append(others[at].line.id)
    return result
