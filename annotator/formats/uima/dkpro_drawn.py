"""Annotations as INCEpTION's formats draw them, made into those of the model."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from annotator.formats.faults import Faults
from annotator.formats.shapes import joined
from annotator.formats.uima.dkpro import (
    CHAIN_LINK,
    FRAGMENTS,
    LABEL,
    REFERENCE_RELATION,
    is_grammar,
    said,
)
from annotator.formats.uima.dkpro_chains import MENTION, ChainSaid, chain_said
from annotator.model.annotation import MEMBER, Annotation, AttributeValue, Fragment, Kind, Link
from annotator.model.message import AnnotatorError
from annotator.model.offsets import Utf16Offsets

_PAIR = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


@dataclass(slots=True, eq=False)
class ChainLink:
    """A link of a chain: its span, its words, and the annotation it means, where that is said."""

    begin: int
    end: int
    where: str
    type: str = ""
    relation: str = ""
    member: "Drawn | None" = None


@dataclass(slots=True, eq=False)
class Drawn:
    """An annotation as a file has it.

    `label` is the feature that is the label, empty where the layer's name is. `begin` and `end` are
    code points, equal where it covers nothing. `links` are arguments, or the ends of a relation,
    None where one leads nowhere; `chain` the links of a coreference chain.
    """

    kind: Kind
    layer: str
    label: str
    where: str
    begin: int = 0
    end: int = 0
    values: dict[str, AttributeValue] = field(default_factory=dict[str, AttributeValue])
    links: list[tuple[str, "Drawn | None"]] = field(
        default_factory=list[tuple[str, "Drawn | None"]]
    )
    chain: list[ChainLink] = field(default_factory=list[ChainLink])


def assembled(drawn: Iterable[Drawn], text: str, faults: Faults) -> list[Annotation]:
    """Return the annotations that `drawn` stand for, in this order; `faults` take what is wrong.

    An event that covers no text has no trigger; an entity that covers none is left out. A link of a
    chain means the annotation it names, else the first entity, else the first event, with the same
    span, but for words of grammar; where there is none, or the link has words of its own, it
    becomes an entity.
    """
    assembly = _Assembly(list(drawn), text, faults)
    return assembly.annotations()


class _Assembly:
    def __init__(self, drawn: list[Drawn], text: str, faults: Faults) -> None:
        self._text = text
        self._faults = faults
        self._offsets = Utf16Offsets(text)
        self._said: dict[Drawn, ChainSaid] = {}
        mentions = list(self._resolved(drawn))
        self._fragments = {each: self._fragments_of(each) for each in [*drawn, *mentions]}
        numbers = {kind: count(1) for kind in Kind}
        self._ids: dict[Drawn, str] = {}
        for each in [*drawn, *mentions]:
            if each.kind is Kind.ENTITY and not self._fragments[each]:
                faults.add(
                    AnnotatorError(
                        "{0} covers no text: it was left out.", _label(each), where=each.where
                    )
                )
            else:
                self._ids[each] = f"{each.kind.id_prefix}{next(numbers[each.kind])}"

    def annotations(self) -> list[Annotation]:
        """Return all annotations in their order, each with links to those that are there."""
        where = {id: each.where for each, id in self._ids.items()}
        found = (
            self._annotation(each, id, rank) for rank, (each, id) in enumerate(self._ids.items())
        )
        result: list[Annotation] = []
        for each in joined(found, where.__getitem__):
            if isinstance(each, AnnotatorError):
                self._faults.add(each)
            else:
                result.append(each)
        return sorted(result, key=lambda each: each.rank)

    def _resolved(self, drawn: Sequence[Drawn]) -> Iterator[Drawn]:
        """Give each chain its members as links, and yield the mentions that this takes."""
        at: dict[tuple[int, int], Drawn] = {}
        for kind in (Kind.ENTITY, Kind.EVENT):
            for each in drawn:
                if each.kind is kind and not is_grammar(each.layer):
                    at.setdefault((each.begin, each.end), each)
        for cluster in (each for each in drawn if each.kind is Kind.CLUSTER):
            links = cluster.chain
            whole = chain_said(
                cluster.layer, [each.type for each in links], [each.relation for each in links]
            )
            self._said[cluster] = whole
            for link in links:
                member = link.member
                if member is None and (whole.is_whole or not (link.type or link.relation)):
                    member = at.get((link.begin, link.end))
                if member is None:
                    member = _mention(link, whole)
                    yield member
                cluster.links.append((MEMBER, member))

    def _fragments_of(self, drawn: Drawn) -> tuple[Fragment, ...]:
        if drawn.kind not in (Kind.ENTITY, Kind.EVENT) or drawn.begin >= drawn.end:
            return ()
        plain = (Fragment(drawn.begin, drawn.end),)
        stated = drawn.values.get(FRAGMENTS)
        if stated is None:
            return plain
        found = self._stated(str(stated), drawn)
        if not found:
            self._faults.remark(
                "The fragments “{0}” of {1} do not fit its span, which was taken whole.",
                str(stated)[:60], _label(drawn), where=drawn.where,
            )  # fmt: skip
        return found or plain

    def _stated(self, stated: str, drawn: Drawn) -> tuple[Fragment, ...]:
        """Return the fragments that a feature states; none where they are not those of the span."""
        fragments: list[Fragment] = []
        at = 0
        for pair in stated.split(" "):
            match = _PAIR.fullmatch(pair)
            if not match:
                return ()
            start, end = (self._offsets.from_utf16(int(each)) for each in match.groups())
            if not at <= start < end <= len(self._text):
                return ()
            fragments.append(Fragment(start, end))
            at = end
        first, last = fragments[0].start, fragments[-1].end
        beyond = self._text[first : drawn.begin] + self._text[drawn.end : last]
        fits = first <= drawn.begin and drawn.end <= last
        return tuple(fragments) if fits and not any(map(str.isalnum, beyond)) else ()

    def _annotation(self, drawn: Drawn, id: str, rank: int) -> Annotation:
        words = said(drawn.layer, drawn.values, drawn.label)
        label, attributes = words.label, words.attributes
        if whole := self._said.get(drawn):
            label = str(drawn.values.get(LABEL, "")) or whole.label
            attributes = {**whole.attributes, **attributes}
            attributes.pop(LABEL, None)
        links = [
            Link(role, self._ids.get(target, "") if target else "") for role, target in drawn.links
        ]
        return Annotation(
            id, drawn.kind, label, self._fragments[drawn], tuple(links), attributes,
            words.note, words.origin, rank,
        )  # fmt: skip


def _label(drawn: Drawn) -> str:
    return said(drawn.layer, drawn.values, drawn.label).label


def _mention(link: ChainLink, whole: ChainSaid) -> Drawn:
    """Return an entity for a link: with its own words where the chain has none for all."""
    drawn = Drawn(Kind.ENTITY, CHAIN_LINK, LABEL, link.where, link.begin, link.end)
    drawn.values[LABEL] = MENTION
    if not whole.is_whole:
        drawn.values[LABEL] = link.type or MENTION
        if link.relation:
            drawn.values[REFERENCE_RELATION] = link.relation
    return drawn
