"""The lines that brat's standoff has for a layer (brat.nlplab.org/standoff.html)."""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from annotator.formats.brat.bounds import mark_of
from annotator.formats.brat.draft import ENDS, EQUIVALENT, NOTE, ORIGIN
from annotator.formats.brat.lines import id_of, role_and_target
from annotator.formats.brat.memory import memory_of
from annotator.formats.brat.met import Met
from annotator.formats.brat.offsets import KEPT, ruler_named
from annotator.formats.brat.places import LineBreaks, covered
from annotator.formats.brat.roles import Roles, base_of, may_be, numbered
from annotator.formats.brat.values import NAMES_CHANGED, attribute_lines, note_lines, stored
from annotator.formats.format import Losses
from annotator.formats.losses import ATTRIBUTES, DOCUMENT_LABELS, NOTES, ORIGINS
from annotator.model.annotation import MEMBER, Annotation, Fragment, Kind, Link
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.model.tagset import COREFERENCE

LINKS = message("links to clusters and to labels on the whole article")
LINE_BREAKS = message("mentions and triggers over a line break, now split there")
STRETCHES = message("stretches of text of relations and clusters")

_LETTERS = {Kind.ENTITY: "T", Kind.EVENT: "E", Kind.RELATION: "R"}
_ENDS = {role: name for name, role in ENDS.items()}


def lines_of(layer: Layer, met: Met, losses: Losses) -> Iterator[str]:
    """Yield the lines for `layer`; note in `met` what they name, count what they can't carry.

    What the article's metadata keep of the file it came from goes back as it was.
    """
    yield from _Writer(layer, met, losses).lines()


class _Ids:
    """Ids for lines: those that annotations have, where they are of brat's form, else free ones."""

    def __init__(self, layer: Layer, reserved: Iterable[str]) -> None:
        self._taken = set(reserved)
        self._next = {letter: count(1) for letter in "TERAMN#"}
        named = [each for each in layer if each.kind in _LETTERS]
        self._of = {each.id: each.id for each in named if self._may_keep(each)}
        self._taken.update(self._of)
        for each in named:
            if each.id not in self._of:
                self._of[each.id] = self.free(_LETTERS[each.kind])

    def _may_keep(self, annotation: Annotation) -> bool:
        digits = annotation.id.removeprefix(_LETTERS[annotation.kind])
        whole = digits != annotation.id and digits.isascii() and digits.isdigit()
        return whole and len(digits) < 16 and annotation.id not in self._taken

    def free(self, letter: str) -> str:
        """Return the first id that no line has yet."""
        ids = (f"{letter}{number}" for number in self._next[letter])
        id = next(id for id in ids if id not in self._taken)
        self._taken.add(id)
        return id

    def __getitem__(self, id: str) -> str:
        """Return the id that the annotation `id` has in the file."""
        return self._of[id]

    def __contains__(self, id: str) -> bool:
        """Return whether lines can name the annotation `id`."""
        return id in self._of


class _Writer:
    def __init__(self, layer: Layer, met: Met, losses: Losses) -> None:
        self._layer, self._met, self._losses = layer, met, losses
        self._text = layer.article.text
        self._memory = memory_of(layer.article)
        ways = (way for way in self._memory.offsets.split("+") if way in KEPT)
        self._ruler = ruler_named("+".join(ways), self._text)
        self._breaks = LineBreaks(self._text)
        words = (word for said in self._memory.arguments.values() for word in said.split())
        ids = {*(role_and_target(word)[1] for word in words), *self._memory.triggers.values()}
        reserved = {id for id in ids if id not in layer}
        self._ids = _Ids(layer, reserved.union(map(id_of, self._memory.lines)))
        self._triggers: dict[tuple[str, tuple[Fragment, ...], str], str] = {}
        self._named: list[tuple[str, str, str]] = []

    def lines(self) -> Iterator[str]:
        # Lines without ids come first: after a note they would be read as the rest of it.
        yield from (line for line in self._memory.lines if not id_of(line))
        for annotation in self._layer:
            if annotation.kind is Kind.DOCUMENT:
                self._losses[DOCUMENT_LABELS] += 1
            elif annotation.kind is Kind.CLUSTER:
                yield self._cluster(annotation)
            else:
                label = stored(annotation.label, self._losses)
                yield from self._annotation(annotation, label)
                yield from self._statements(annotation, label)
        yield from filter(id_of, self._memory.lines)
        self._count_roles_read_otherwise()

    def _count_roles_read_otherwise(self) -> None:
        roles = Roles({label: self._met.declared(label) for label, _, _ in self._named})
        for label, name, _ in self._named:
            roles.see(label, [name])
        for label, name, role in self._named:
            self._losses[NAMES_CHANGED] += roles.role(label, name) != role

    def _annotation(self, annotation: Annotation, label: str) -> Iterator[str]:
        id = self._ids[annotation.id]
        match annotation.kind:
            case Kind.ENTITY:
                self._met.entity(label)
                yield self._mark(annotation, label, id)
            case Kind.EVENT:
                yield from self._event(annotation, label, id)
            case _:
                yield self._relation(annotation, label, id)
        if annotation.kind is not Kind.RELATION:
            split = tuple(self._breaks.split(annotation.fragments))
            self._losses[LINE_BREAKS] += split != annotation.fragments

    def _mark(self, annotation: Annotation, label: str, id: str) -> str:
        """Return the `T` line for the fragments of an entity or event."""
        fragments = tuple(self._breaks.split(annotation.fragments))
        text = self._memory.text_of(annotation) or covered(self._text, fragments)
        spans = (
            " ".join(str(self._ruler.from_code_points(at)) for at in each) for each in fragments
        )
        return f"{id}\t{label} {';'.join(spans)}\t{text}"

    def _event(self, event: Annotation, label: str, id: str) -> Iterator[str]:
        trigger = self._memory.triggers.get(event.id, "")
        mark = self._layer.get(trigger)
        if mark and mark.kind is Kind.ENTITY and mark.fragments == event.fragments:
            trigger = self._ids[mark.id]
        elif event.fragments:
            key = (label, event.fragments, trigger)
            if key not in self._triggers:
                self._triggers[key] = self._ids.free("T")
                yield self._mark(event, label, self._triggers[key])
            trigger = self._triggers[key]
        elif mark:
            trigger = ""
        words = self._arguments(event, label)
        yield f"{id}\t{label}{':' if trigger else ''}{trigger} {' '.join(words)}"

    def _arguments(self, event: Annotation, label: str) -> list[str]:
        links = self._links(event)
        roles = [stored(link.role, self._losses) for link in links]
        words = self._kept_words(event, links)
        if words is None:
            named = zip(numbered(roles, self._memory.suffix), links, strict=True)
            words = [(name, f"{name}:{self._ids[link.target]}") for name, link in named]
        names = [name for name, _ in words if name]
        self._named += [(label, name, role) for name, role in zip(names, roles, strict=True)]
        self._met.event(label, map(base_of, names, roles))
        return [word for _, word in words]

    def _kept_words(self, event: Annotation, links: list[Link]) -> list[tuple[str, str]] | None:
        """Return the arguments as the file had them, each with its name, if they are still these.

        Those that lead nowhere have no name.
        """
        words: list[tuple[str, str]] = []
        left = iter(links)
        for word in self._memory.arguments.get(event.id, "").split():
            name, target = role_and_target(word)
            if target not in self._ids or target == event.id:
                words.append(("", word))
                continue
            link = next(left, None)
            if link is None or link.target != target or not may_be(name, link.role):
                return None
            words.append((name, f"{name}:{self._ids[target]}"))
        return words if words and next(left, None) is None else None

    def _links(self, annotation: Annotation) -> list[Link]:
        links = [link for link in annotation.links if link.target in self._ids]
        self._losses[LINKS] += len(annotation.links) - len(links)
        return links

    def _relation(self, relation: Annotation, label: str, id: str) -> str:
        self._losses[STRETCHES] += len(relation.fragments)
        links = self._links(relation)
        names = [_ENDS.get(link.role) or stored(link.role, self._losses) for link in links]
        self._losses[NAMES_CHANGED] += sum(link.role in ENDS for link in links)
        self._met.relation(label, names)
        words = [
            f"{name}:{self._ids[link.target]}" for name, link in zip(names, links, strict=True)
        ]
        return f"{id}\t{label} {' '.join(words)}\t"

    def _cluster(self, cluster: Annotation) -> str:
        own = {COREFERENCE: EQUIVALENT}.get(cluster.label)
        label = own or stored(cluster.label, self._losses)
        links = self._links(cluster)
        others = sum(link.role != MEMBER for link in links)
        self._losses.update(
            {
                NAMES_CHANGED: others + (cluster.label == EQUIVALENT),
                STRETCHES: len(cluster.fragments),
                ATTRIBUTES: len(cluster.attributes),
                NOTES: int(bool(cluster.note)),
                ORIGINS: int(bool(cluster.origin)),
            }
        )
        self._met.cluster(label)
        return f"*\t{label} {' '.join(self._ids[link.target] for link in links)}"

    def _statements(self, annotation: Annotation, label: str) -> Iterator[str]:
        """Yield the lines for the attributes, the note and the origin of an annotation."""
        target = self._ids[annotation.id]
        modified = self._memory.modified.get(annotation.id, [])
        free, losses = self._ids.free, self._losses
        for line, name, value in attribute_lines(annotation, target, modified, free, losses):
            self._met.attribute(label, name, value)
            yield line
        if note := self._note(annotation):
            yield from note_lines(NOTE, note, target, free, losses)
        if re.search(r"[\r\n]", annotation.origin):
            losses[ORIGINS] += 1
        elif annotation.origin:
            yield from note_lines(ORIGIN, annotation.origin, target, free, losses)

    def _note(self, annotation: Annotation) -> str:
        """Return the note, without what reading had to tell in it."""
        stated = self._memory.text_of(annotation)
        lines = annotation.note.split("\n")
        if stated and mark_of(stated) in lines:
            lines.remove(mark_of(stated))
        return "\n".join(lines)
