"""A tagset as brat's `annotation.conf`, by its page (brat.nlplab.org/configuration.html).

What that has no way to say is left out: guidelines, labels on articles, attributes of free text,
the default values of attributes, names that hold signs of its own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from annotator.formats.brat.draft import EQUIVALENT, REFERENCE
from annotator.formats.brat.met import Met
from annotator.formats.brat.values import name_in_lines
from annotator.model.tagset import Attribute, Label, RelationType, Role, Tagset

ANY, ENTITY, EVENT, RELATION = "<ANY>", "<ENTITY>", "<EVENT>", "<RELATION>"
"""Stand for all labels, and for all of a kind."""

_L = TypeVar("_L", bound=Label)

_UNFIT = re.compile(r"[<>|,\[\]]|^[#!-]")
_UNFIT_ROLE = re.compile(r"[<>|,:?*+{}]")
_UNFIT_VALUE = re.compile(r"[<>|,\s]|^$")

_MANY = 99
"""Stands for any number where at least two are asked for."""


def annotation_conf(tagset: Tagset, met: Met | None = None) -> str:
    """Return the content of `annotation.conf`; `met` says how names stand in the lines beside it.

    All sections are there, as brat demands.
    """
    configuration = _Configuration(tagset, met or Met())
    return "\n".join(configuration.lines()) + "\n"


def fits(name: str) -> bool:
    """Return whether the configuration can declare a label or attribute called `name`."""
    return not _UNFIT.search(name)


class _Configuration:
    def __init__(self, tagset: Tagset, met: Met) -> None:
        self._tagset, self._met = tagset, met
        self._ancestors = {
            each.label: tagset.with_ancestors(each.label)
            for each in (*tagset.entities, *tagset.events)
        }
        self._kinds = {
            ENTITY: [each.label for each in tagset.entities],
            EVENT: [each.label for each in tagset.events],
            RELATION: [each.label for each in tagset.relations],
        }

    def lines(self) -> Iterator[str]:
        tagset = self._tagset
        yield "[entities]"
        for indent, label in _tree(tagset.entities):
            resources = (f"<NORM>:{resource}" for resource in self._resources(label.label))
            yield f"{indent}{_declared(label, resources)}"
        yield from ("", "[relations]")
        if tagset.entities:
            both = f"Arg1:{ENTITY}, Arg2:{ENTITY}"
            yield f"<OVERLAP>\t{both}, <OVL-TYPE>:{ANY}"
            yield f"{EQUIVALENT}\t{both}, <REL-TYPE>:symmetric-transitive"
        for indent, label in _tree(tagset.relations):
            yield f"{indent}{_declared(label, self._ends(label))}"
        known = {name_in_lines(each.label) for each in tagset.relations}
        for cluster in self._met.clusters:
            if cluster not in known and fits(cluster):
                yield f"{cluster}\tArg1:{ANY}, Arg2:{ANY}, <REL-TYPE>:symmetric-transitive"
        yield from ("", "[events]")
        for indent, label in _tree(tagset.events):
            roles = (each for role in label.roles for each in self._roles(label.label, role))
            yield f"{indent}{_declared(label, roles)}"
        yield from ("", "[attributes]")
        for attribute in tagset.attributes:
            yield from self._attribute(attribute)

    def _resources(self, label: str) -> Iterator[str]:
        for attribute in self._tagset.attributes_of(label):
            if attribute.name.startswith(REFERENCE):
                yield name_in_lines(attribute.name.removeprefix(REFERENCE))

    def _ends(self, relation: RelationType) -> Iterator[str]:
        name = name_in_lines(relation.label)
        first, second = self._met.ends(name)
        yield f"{first}:{self._fillers(relation.sources)}"
        yield f"{second}:{self._fillers(relation.targets)}"
        if relation.symmetric or name in self._met.clusters:
            transitive = "-transitive" if name in self._met.clusters else ""
            yield f"<REL-TYPE>:symmetric{transitive}"

    def _roles(self, event: str, role: Role) -> Iterator[str]:
        for name in self._met.roles(name_in_lines(event), name_in_lines(role.name)):
            if not _UNFIT_ROLE.search(name):
                yield f"{name}{_repetition(name, role)}:{self._fillers(role.fillers)}"

    def _fillers(self, fillers: Sequence[str]) -> str:
        """Return labels that may stand there, those below them too: brat knows no others."""
        allowed = [
            label for label, above in self._ancestors.items() if not above.isdisjoint(fillers)
        ]
        return self._labels(allowed) if fillers else ANY

    def _labels(self, labels: Sequence[str]) -> str:
        words: list[str] = []
        left = list(labels)
        for all_of_kind, of_kind in self._kinds.items():
            if len(of_kind) > 1 and set(of_kind) <= set(left):
                words.append(all_of_kind)
                left = [label for label in left if label not in of_kind]
        words += [name for label in left if fits(name := name_in_lines(label))]
        return "|".join(words) or ANY

    def _attribute(self, attribute: Attribute) -> Iterator[str]:
        name = name_in_lines(attribute.name)
        if not fits(name) or name.startswith(REFERENCE):
            return
        arguments = [f"Arg:{self._labels(attribute.on)}"]
        if not attribute.is_flag:
            values = self._met.values(name) if attribute.values is None else attribute.values
            written = [str(value) for value in values if not isinstance(value, bool)]
            fitting = [value for value in written if not _UNFIT_VALUE.search(value)]
            if not fitting:
                return
            arguments.append(f"Value:{'|'.join(fitting)}")
        yield f"{name}\t{', '.join(arguments)}"


def _declared(label: Label, arguments: Iterable[str]) -> str:
    return "\t".join(filter(None, (name_in_lines(label.label), ", ".join(arguments))))


def _tree(labels: Sequence[_L]) -> Iterator[tuple[str, _L]]:
    """Yield labels that can be declared, each with its indent: those below one right after it."""
    fitting = [each for each in labels if fits(name_in_lines(each.label))]
    names = {each.label for each in fitting}
    below: dict[str, list[_L]] = {}
    for each in fitting:
        below.setdefault(each.parent if each.parent in names else "", []).append(each)
    left = [("", each) for each in reversed(below.get("", []))]
    while left:
        indent, label = left.pop()
        yield indent, label
        left += [(indent + "\t", each) for each in reversed(below.get(label.label, []))]


def _repetition(name: str, role: Role) -> str:
    """Return how often a role may be filled; one that ends in a digit can't be repeated in brat."""
    if name[-1].isdigit():
        return "" if role.min else "?"
    match role.min, role.max:
        case 1, 1:
            return ""
        case 0, 1:
            return "?"
        case 0, None:
            return "*"
        case 1, None:
            return "+"
        case least, None:
            return f"{{{least}-{max(_MANY, least)}}}"
        case least, most:
            return f"{{{least}}}" if least == most else f"{{{least}-{most}}}"
