"""The article and layer that a CAS stands for."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator

from annotator.formats.faults import Faults
from annotator.formats.format import Parcel, Source
from annotator.formats.uima.article import article_of
from annotator.formats.uima.cas import INITIAL_VIEW, Cas, Item, Reference, Sofa, Structure, Value
from annotator.formats.uima.dkpro import (
    DEPENDENT,
    FIRST,
    GOVERNOR,
    NEXT,
    REFERENCE_RELATION,
    REFERENCE_TYPE,
    ROLE,
    TARGET,
    short_name,
)
from annotator.formats.uima.dkpro_drawn import ChainLink, Drawn, assembled
from annotator.formats.uima.layers import LayerType, Stands, is_link, layer_type
from annotator.formats.uima.types import Feature, TypeSystem
from annotator.model.annotation import FROM, TO, Fragment, Kind
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from annotator.model.offsets import Utf16Offsets

MEMBER = "annotator_member"
"""The feature of a link of a chain that refers to the annotation it means."""

_OF_LINKS = {"sofa", "begin", "end", NEXT, REFERENCE_TYPE, REFERENCE_RELATION, MEMBER}
_MOST_ITEMS = 1_000_000
"""Arguments, and values of features with several, that one article may have together."""

_KINDS = {
    Stands.MENTION: Kind.ENTITY,
    Stands.EVENT: Kind.EVENT,
    Stands.RELATION: Kind.RELATION,
    Stands.CHAIN: Kind.CLUSTER,
    Stands.DOCUMENT_LABEL: Kind.DOCUMENT,
}


def parcel_of(cas: Cas, source: Source, faults: Faults) -> Parcel:
    """Return the article with its layer that `cas`, read from `source`, stands for.

    What is wrong with an annotation goes to `faults`, and the rest goes on. Raises AnnotatorError
    where there is no text.
    """
    sofa = _sofa(cas, source, faults)
    text = sofa.text or ""
    found = article_of(cas, text, source, faults)
    annotations = assembled(_Drawing(cas, sofa, source, faults).drawn(), text, faults)
    if found.reviewer is None and not annotations:
        return Parcel(found.article, (), source.where)
    reviewer = found.reviewer or source.reviewer
    layer = Layer(found.article, reviewer, annotations, found.status, found.curated)
    return Parcel(found.article, (layer,), source.where)


def _sofa(cas: Cas, source: Source, faults: Faults) -> Sofa:
    with_text = [each for each in cas.sofas.values() if each.text is not None]
    if not with_text:
        raise AnnotatorError("The file has no text (no sofaString).", where=source.where)
    chosen = next((each for each in with_text if each.view == INITIAL_VIEW), with_text[0])
    others = [each.view for each in with_text if each is not chosen]
    if others:
        faults.remark(
            "The file has several texts: the view {0} was read, {1} left out.",
            chosen.view, ", ".join(others), where=source.where,
        )  # fmt: skip
    return chosen


class _Drawing:
    """The feature structures of a CAS as annotations, and what they refer to."""

    def __init__(self, cas: Cas, sofa: Sofa, source: Source, faults: Faults) -> None:
        self._cas = cas
        self._sofa = sofa
        self._source = source
        self._faults = faults
        self._offsets = Utf16Offsets(sofa.text or "")
        self._end = len(sofa.text or "")
        self._types: dict[str, LayerType] = {}
        self._drawn: dict[Structure, Drawn] = {}
        self._tokens: dict[Structure, Drawn] = {}
        self._linked: set[Structure] = set()
        self._items_left = _MOST_ITEMS
        self._layout: Counter[str] = Counter()
        self._others: Counter[str] = Counter()

    def drawn(self) -> list[Drawn]:
        """Return all annotations in the order of their ids.

        Raises AnnotatorError where there are more arguments than an article may have.
        """
        structures = sorted(self._cas.structures.values(), key=lambda each: each.id)
        for each in structures:
            self._guarded(each, self._draw)
        for structure, drawn in list(self._drawn.items()):
            self._join(structure, drawn)
        for each in structures:
            self._guarded(each, self._draw_loose_link)
        where = self._source.where
        for type, number in self._layout.items():
            self._faults.remark(
                "{0} of {1} are layout, no annotations: left out.",
                number, short_name(type), where=where,
            )  # fmt: skip
        for type, number in self._others.items():
            self._faults.remark(
                "{0} of {1} are no annotations: left out.", number, short_name(type), where=where
            )
        return [*self._drawn.values(), *self._tokens.values()]

    def _type(self, structure: Structure) -> LayerType:
        """Return what the type of a feature structure stands for; raises AnnotatorError."""
        found = self._types.get(structure.type)
        if found is None:
            found = self._types[structure.type] = layer_type(self._cas.types, structure.type)
        return found

    def _guarded(self, structure: Structure, draw: Callable[[Structure], None]) -> None:
        try:
            draw(structure)
        except AnnotatorError as error:
            error.where = structure.where
            self._faults.add(error)

    def _draw(self, structure: Structure) -> None:
        """Draw what stands for an annotation by itself; raises AnnotatorError."""
        stands = self._type(structure).stands
        if stands is Stands.LAYOUT:
            self._layout[structure.type] += 1
        elif stands is Stands.OTHER and not _is_part(self._cas.types, structure.type):
            self._others[structure.type] += 1
        elif (kind := _KINDS.get(stands)) and _is_on(self._sofa, structure):
            self._drawn[structure] = self._as(kind, structure)

    def _as(self, kind: Kind, structure: Structure) -> Drawn:
        type = self._type(structure)
        drawn = Drawn(kind, structure.type, type.label, structure.where)
        if kind in (Kind.ENTITY, Kind.EVENT):
            drawn.begin, drawn.end = self._stretch(structure)
        for name in type.values:
            value = structure.values.get(name)
            if isinstance(value, tuple | Reference):
                drawn.values[name] = "; ".join(str(each) for each in self._items(value))
            elif value is not None:
                drawn.values[name] = value
        return drawn

    def _stretch(self, structure: Structure) -> Fragment:
        """Return where a feature structure lies, in code points; raises AnnotatorError."""
        begin, end = (structure.values.get(name, 0) for name in ("begin", "end"))
        if isinstance(begin, int) and isinstance(end, int):
            start, stop = self._offsets.from_utf16(begin), self._offsets.from_utf16(end)
            there = self._offsets.to_utf16(start), self._offsets.to_utf16(stop)
            if there == (begin, end) and 0 <= start <= stop <= self._end:
                return Fragment(start, stop)
        raise AnnotatorError(
            "{0} lies at {1}–{2}, but the text has {3} UTF-16 units: left out.",
            short_name(structure.type), begin, end, self._offsets.to_utf16(self._end),
        )  # fmt: skip

    def _join(self, structure: Structure, drawn: Drawn) -> None:
        match drawn.kind:
            case Kind.RELATION:
                for role, feature in ((FROM, GOVERNOR), (TO, DEPENDENT)):
                    drawn.links.append((role, self._target(structure.values.get(feature))))
            case Kind.CLUSTER:
                drawn.chain = list(self._chain(structure))
            case Kind.EVENT:
                drawn.links = list(self._arguments(structure))
            case _:
                pass

    def _target(self, value: Value | None) -> Drawn | None:
        """Return the annotation that `value` refers to; a token becomes one."""
        structure = self._cas.at(value)
        if structure is None or structure in self._drawn:
            return self._drawn.get(structure) if structure else None
        if self._type(structure).stands is not Stands.TOKEN:
            return None
        if structure not in self._tokens:
            self._guarded(structure, self._draw_token)
        return self._tokens.get(structure)

    def _draw_token(self, structure: Structure) -> None:
        start, end = self._stretch(structure)
        self._tokens[structure] = Drawn(
            Kind.ENTITY, structure.type, "", structure.where, start, end
        )

    def _arguments(self, structure: Structure) -> Iterator[tuple[str, Drawn | None]]:
        slots = self._type(structure).slots
        for slot in slots:
            value = structure.values.get(slot.name)
            for item in self._items(value) if slot.holds_structures else (value,):
                if isinstance(item, Reference) and item.id:
                    prefix = f"{slot.name}:" if len(slots) > 1 else ""
                    yield self._argument(slot, prefix, item)

    def _items(self, value: Value | None) -> Iterator[Item]:
        """Yield the items of an array or list, counted: many may refer to the same large one."""
        for item in self._cas.items(value):
            self._items_left -= 1
            if self._items_left < 0:
                raise AnnotatorError(
                    "The annotations have more than {0} values and arguments together.", _MOST_ITEMS
                )
            yield item

    def _argument(self, slot: Feature, prefix: str, item: Reference) -> tuple[str, Drawn | None]:
        link = self._cas.at(item)
        if link is None or not is_link(self._cas.types, link.type):
            return slot.name, self._target(item)
        self._remark_others(link, {ROLE, TARGET})
        role = link.values.get(ROLE)
        name = slot.name if role is None else f"{prefix}{role}"
        return name, self._target(link.values.get(TARGET))

    def _chain(self, structure: Structure) -> Iterator[ChainLink]:
        link = self._next(structure, FIRST)
        while link and link not in self._linked:
            self._linked.add(link)
            self._remark_others(link, _OF_LINKS)
            said = [link.values.get(name) for name in (REFERENCE_TYPE, REFERENCE_RELATION)]
            type, relation = ("" if each is None else str(each) for each in said)
            try:
                start, end = self._stretch(link)
            except AnnotatorError as error:
                error.where = link.where
                self._faults.add(error)
            else:
                member = self._target(link.values.get(MEMBER))
                yield ChainLink(start, end, link.where, type, relation, member)
            link = self._next(link, NEXT)
        if link:
            error = AnnotatorError(
                "A chain leads to a link that was in a chain already: it was cut off there.",
                where=structure.where,
            )
            self._faults.add(error)

    def _next(self, structure: Structure, feature: str) -> Structure | None:
        value = structure.values.get(feature)
        link = self._cas.at(value)
        if link is None and isinstance(value, Reference) and value.id:
            error = AnnotatorError(
                "A chain leads to {0}, which is not there: it was cut off.",
                value.id, where=structure.where,
            )  # fmt: skip
            self._faults.add(error)
        return link

    def _remark_others(self, structure: Structure, known: Collection[str]) -> None:
        for name in structure.values.keys() - known:
            self._faults.remark(
                "The feature {0} of {1} has no place here: left out.",
                name, short_name(structure.type), where=self._source.where,
            )  # fmt: skip

    def _draw_loose_link(self, structure: Structure) -> None:
        """Draw a link that is in no chain as a mention."""
        stands = self._type(structure).stands
        if (
            stands is Stands.CHAIN_LINK
            and structure not in self._linked
            and _is_on(self._sofa, structure)
        ):
            self._drawn[structure] = self._as(Kind.ENTITY, structure)


def _is_part(types: TypeSystem, type: str) -> bool:
    return type.startswith("uima.cas.") or is_link(types, type)


def _is_on(chosen: Sofa, structure: Structure) -> bool:
    """Return whether a feature structure lies on the text that was chosen, or on none."""
    sofa = structure.values.get("sofa")
    return not isinstance(sofa, Reference) or sofa.id == chosen.id
