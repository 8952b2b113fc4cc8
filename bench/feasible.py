"""Which gold annotations hands can make in the window, and what comes near to the others.

Corpora hold what no gesture makes: it is left out of the gold, or made as it can be, and counted.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace

from annotator.model.annotation import Annotation, Kind, Link, merged
from annotator.model.offsets import grapheme_bounds

TAGGED = (Kind.ENTITY, Kind.EVENT)

BLANK = "mentions and triggers with a part of white space alone: left out"
INSIDE = "mentions and triggers that begin or end inside a character: left out"
TOUCHING = "mentions and triggers with parts that touch: taken as one"
TWICE = "mentions that stand there twice: taken once"
ALIEN = "arguments that are neither mentions nor events that are tagged: left out"
REPEATED = "arguments that stand there twice: taken once"

RENAMED = "labels and roles that no tagset can hold beside the others: called otherwise"
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")


class Names:
    """What things are called so that a tagset can hold them all: as before, where it can."""

    def __init__(self) -> None:
        self._names: dict[Hashable, str] = {}
        self._taken: set[str] = set()
        self.changed = 0
        """How many are called otherwise."""

    def of(self, key: Hashable, name: str) -> str:
        """Return what `key` is called, whose name was `name`: nothing else is called so."""
        if key not in self._names:
            plain = free = _UNPRINTABLE.sub(" ", name).strip() or "_"
            number = 1
            while free in self._taken:
                number += 1
                free = f"{plain} {number}"
            self._taken.add(free)
            self._names[key] = free
            self.changed += free != name
        return self._names[key]


class Feasible:
    """Makes annotations such that hands can make them, in articles that share a tagset."""

    def __init__(self) -> None:
        self._labels = Names()
        self._roles = Names()
        self._changes = Counter[str]()

    def changes(self) -> Counter[str]:
        """Return how often what was left out so far, or taken otherwise."""
        return +(self._changes + Counter({RENAMED: self._labels.changed + self._roles.changed}))

    def made(self, text: str, annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
        """Return the mentions and events of `annotations`, without attributes and notes."""
        kept: dict[str, Annotation] = {}
        stands_for: dict[str, str] = {}
        mentions: dict[object, str] = {}
        for each in annotations:
            if each.kind not in TAGGED or not self._can_be_selected(text, each):
                continue
            fragments = merged(each.fragments)
            self._changes[TOUCHING] += fragments != each.fragments
            place: object = (each.label, fragments) if each.kind is Kind.ENTITY else each.id
            stands_for[each.id] = mentions.setdefault(place, each.id)
            if stands_for[each.id] == each.id:
                label = self._labels.of((each.kind, each.label), each.label)
                kept[each.id] = Annotation(each.id, each.kind, label, fragments, each.links)
            else:
                self._changes[TWICE] += 1
        return tuple(replace(each, links=self._links(each, stands_for)) for each in kept.values())

    def _can_be_selected(self, text: str, annotation: Annotation) -> bool:
        for each in annotation.fragments:
            if not text[slice(*each)].strip():
                self._changes[BLANK] += 1
                return False
            if grapheme_bounds(text, *each) != each:
                self._changes[INSIDE] += 1
                return False
        return bool(annotation.fragments) or annotation.kind is Kind.EVENT

    def _links(self, annotation: Annotation, stands_for: Mapping[str, str]) -> tuple[Link, ...]:
        """Return the arguments of an event; a mention has none."""
        if annotation.kind is not Kind.EVENT:
            return ()
        found = [
            Link(self._roles.of(role, role), stands_for[target])
            for role, target in annotation.links
            if target in stands_for
        ]
        self._changes[ALIEN] += len(annotation.links) - len(found)
        self._changes[REPEATED] += len(found) - len(set(found))
        return tuple(dict.fromkeys(found))
