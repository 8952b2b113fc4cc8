"""The annotations in an ACE `document`: mentions, their coreference, relations, events."""

import re
from collections.abc import Iterator

from annotator.formats.ace.text import AceText
from annotator.formats.foreign import Ids, Unkept
from annotator.formats.xml_nodes import Node
from annotator.model.annotation import (
    FROM,
    MEMBER,
    TO,
    Annotation,
    AttributeValue,
    Fragment,
    Kind,
    Link,
)
from annotator.model.message import AnnotatorError, Remark
from annotator.model.tagset import COREFERENCE

TIME = "TIME"
"""The label of times, which have no type in ACE: as in the tagset `ace-2005`."""

_KINDS = {
    "entity": Kind.ENTITY,
    "value": Kind.ENTITY,
    "timex2": Kind.ENTITY,
    "event": Kind.EVENT,
    "relation": Kind.RELATION,
}
"""What the elements of a document are, in an order in which arguments come after mentions."""

_NAMES = "entity_attributes"
_ENDS = {"Arg-1": FROM, "Arg-2": TO}

_ATTRIBUTES = {
    "SUBTYPE": "Subtype",
    "CLASS": "Class",
    "MODALITY": "Modality",
    "POLARITY": "Polarity",
    "GENERICITY": "Genericity",
    "TENSE": "Tense",
}
"""How attributes of ACE are called in the tagset `ace-2005`; others keep their names."""

_STRETCHES = {"head": "Head", "extent": "Extent", "ldc_scope": "Scope"}
"""Stretches that are kept as attributes, `START-END` in code points of the text, end exclusive."""

_OFFSET = re.compile(r"[0-9]{1,12}")


class AceReading:
    """Reads a document: `annotations` in the end has all of it, `problems` what was wrong."""

    def __init__(self, text: AceText, where: str) -> None:
        self.annotations: list[Annotation] = []
        self.problems: list[AnnotatorError] = []
        self._text = text
        self._where = where
        self._ids = Ids()
        self._seen: set[str] = set()
        self._unkept = Unkept()
        self._mentions: dict[str, tuple[str, str]] = {}
        """The mentions of entities, values and times by id, with the id of what they mention."""

    def read(self, document: Node) -> None:
        """Read all there is; what can't be is a problem, and the rest goes on."""
        for name in _KINDS:
            for group in document.all(name):
                self._read_group(group)
        self._pass_over(document, *_KINDS)

    def _read_group(self, group: Node) -> None:
        """Read the mentions of an entity, a value, a time, a relation or an event."""
        found: list[str] = []
        for mention in group.all(f"{group.name}_mention"):
            try:
                annotation = self._mention(group, mention)
            except AnnotatorError as error:
                error.where = error.where or self._at(mention)
                self.problems.append(error)
            else:
                self.annotations.append(annotation)
                found.append(annotation.id)
        if not found:
            self._remark(
                "{0} has no mention that could be read: it is left out.", group, _id(group)
            )
        if len(found) > 1 and group.name != "relation":
            id = self._ids.take(Kind.CLUSTER, _id(group))
            links = tuple(Link(MEMBER, each) for each in found)
            self.annotations.append(Annotation(id, Kind.CLUSTER, COREFERENCE, (), links))
        self._check_arguments(group)
        self._check_names(group)
        self._pass_over(group, f"{group.name}_mention", f"{group.name}_argument", _NAMES)

    def _mention(self, group: Node, mention: Node) -> Annotation:
        kind = _KINDS[group.name]
        file_id = _id(mention)
        if not file_id:
            raise AnnotatorError("A mention of {0} has no id.", _id(group))
        if file_id in self._seen:
            raise AnnotatorError("The id {0} is that of another mention, too.", file_id)
        self._seen.add(file_id)
        label, attributes = _label_and_attributes(group, mention)
        own = {Kind.ENTITY: "extent", Kind.EVENT: "anchor"}.get(kind)
        fragments = (self._stretch(mention, own),) if own else ()
        for name, attribute in _STRETCHES.items():
            if name != own and mention.first(name):
                stretch = self._stretch(mention, name)
                if stretch not in fragments:
                    attributes[attribute] = f"{stretch.start}-{stretch.end}"
        argument = f"{mention.name}_argument"
        links = tuple(self._links(mention.all(argument)))
        self._pass_over(mention, argument, *_STRETCHES, *([own] if own else []))
        id = self._ids.take(kind, file_id)
        if kind is Kind.ENTITY:
            self._mentions[file_id] = id, _id(group)
        return Annotation(id, kind, label, fragments, links, attributes)

    def _stretch(self, parent: Node, name: str) -> Fragment:
        child = parent.first(name)
        place = child and child.first("charseq")
        if place is None:
            raise AnnotatorError("{0} has no {1} with a charseq.", _id(parent), name)
        bounds = [place.attributes.get(key, "") for key in ("START", "END")]
        if not all(map(_OFFSET.fullmatch, bounds)):
            raise AnnotatorError("“{0}” and “{1}” are no offsets.", *bounds, where=self._at(place))
        start, end = map(int, bounds)
        located = self._text.located(start, end, place.text)
        if located is None:
            raise AnnotatorError(
                "{0}–{1} lie outside the text, and “{2}” stands nowhere near.",
                start, end, _short(place.text), where=self._at(place),
            )  # fmt: skip
        if located.is_moved:
            self._remark(
                "“{0}” does not stand at {1}–{2}, but near by: the mention is there now.", place,
                _short(place.text), start, end,
            )  # fmt: skip
        elif not located.is_found:
            self._remark(
                "“{0}” does not stand at {1}–{2}: the mention is what stands there.", place,
                _short(place.text), start, end,
            )  # fmt: skip
        return located.fragment

    def _links(self, arguments: Iterator[Node]) -> Iterator[Link]:
        for argument in arguments:
            role, target = argument.attributes.get("ROLE", ""), argument.attributes.get("REFID", "")
            if role and target in self._mentions:
                yield Link(_ENDS.get(role, role), self._mentions[target][0])
            else:
                self.problems.append(
                    AnnotatorError(
                        "The argument {0} leads to {1}, which is no mention: it is left out.",
                        role, target, where=self._at(argument),
                    )
                )  # fmt: skip
            self._pass_over(argument, "extent")

    def _check_arguments(self, group: Node) -> None:
        """Remark on arguments of a whole event or relation that none of its mentions has."""
        of_mentions = {
            (argument.attributes.get("ROLE"), self._mentions[target][1])
            for mention in group.all(f"{group.name}_mention")
            for argument in mention.all(f"{mention.name}_argument")
            if (target := argument.attributes.get("REFID", "")) in self._mentions
        }
        for argument in group.all(f"{group.name}_argument"):
            role, target = argument.attributes.get("ROLE"), argument.attributes.get("REFID")
            if (role, target) not in of_mentions:
                self._remark(
                    "The argument {0} {1} is one of no mention: it is left out.", argument,
                    role, target,
                )  # fmt: skip

    def _check_names(self, group: Node) -> None:
        """Remark on names of an entity that are no mentions of it."""
        of_mentions = {
            _bounds(stretch)
            for mention in group.all(f"{group.name}_mention")
            for stretch in mention.children
        }
        for names in group.all(_NAMES):
            for name in names.children:
                bounds = _bounds(name)
                if bounds not in of_mentions or None in bounds:
                    self._remark(
                        "The name “{0}” of {1} is no mention: it is left out.", name,
                        _short(name.attributes.get("NAME", "")), _id(group),
                    )  # fmt: skip

    def _pass_over(self, node: Node, *known: str) -> None:
        for child in node.children:
            if child.name not in known:
                self.problems += self._unkept.remark(child.name, self._at(child))

    def _remark(self, template: str, node: Node, *values: object) -> None:
        self.problems.append(Remark(template, *values, where=self._at(node)))

    def _at(self, node: Node) -> str:
        return f"{self._where}:{node.line}"


def _label_and_attributes(group: Node, mention: Node) -> tuple[str, dict[str, AttributeValue]]:
    """Return the label of a mention, and what else is said of it and of what it mentions."""
    stated = {key: value for key, value in group.attributes.items() if key != "ID" and value}
    type, subtype = stated.pop("TYPE", ""), stated.get("SUBTYPE", "")
    attributes: dict[str, AttributeValue] = {}
    match group.name:
        case "timex2":
            label = TIME
            if type:
                attributes["Type"] = type
        case "value":
            label = type.upper()
        case "event":
            label = stated.pop("SUBTYPE", type)
            if subtype and type:
                attributes["Type"] = type
        case _:
            label = type
    if not label:
        raise AnnotatorError("{0} has no type.", _id(group))
    own = {key: value for key, value in mention.attributes.items() if key != "ID" and value}
    if level := own.pop("TYPE", ""):
        attributes["Mention"] = level
    attributes |= {_ATTRIBUTES.get(key, key): value for key, value in stated.items()}
    return label, attributes | {_ATTRIBUTES.get(key, key): value for key, value in own.items()}


def _id(node: Node) -> str:
    return node.attributes.get("ID", "")


def _bounds(node: Node) -> tuple[str | None, str | None]:
    place = node.first("charseq")
    return (place.attributes.get("START"), place.attributes.get("END")) if place else (None, None)


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"
