"""An article and its layer as WebAnno TSV."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotator.formats.uima.dkpro import (
    ANNOTATION,
    ARGUMENTS,
    CHAIN_LINK,
    EVENT,
    EVENT_LINK,
    FRAGMENTS,
    LABEL,
    MEMBER_OF,
    NAMED_ENTITY,
    RELATION,
    VALUE,
    features_of,
    layer_of,
    shown_value,
)
from annotator.formats.uima.dkpro_chains import relation_of
from annotator.formats.webanno.header import (
    FORMAT_LINE,
    VERSION,
    chain_line,
    relation_line,
    span_line,
)
from annotator.formats.webanno.rows import TEXT_LINE
from annotator.formats.webanno.units import Grid, Unit
from annotator.formats.webanno.values import (
    NOTHING,
    SLOTS,
    STACK,
    UNSET,
    escape_text,
    escape_value,
)
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.offsets import Utf16Offsets


def lines_of(text: str, annotations: Iterable[Annotation]) -> Iterator[str]:
    """Yield the lines of a file, without their ends, for regular `annotations` of `text`."""
    return _Sheet(text, annotations).lines()


class _Sheet:
    def __init__(self, text: str, annotations: Iterable[Annotation]) -> None:
        kinds: dict[Kind, list[Annotation]] = defaultdict(list)
        for each in annotations:
            kinds[each.kind].append(each)
        self._text = text
        self._offsets = Utf16Offsets(text)
        self._mentions = sorted([*kinds[Kind.ENTITY], *kinds[Kind.EVENT]], key=_key)
        self._relations = kinds[Kind.RELATION]
        self._clusters = [each for each in kinds[Kind.CLUSTER] if each.links]
        self._by_id = {each.id: each for each in self._mentions}
        self._grid = Grid(text, map(_stretch, self._mentions))
        self._on: dict[Unit, dict[str, list[Annotation]]] = defaultdict(lambda: defaultdict(list))
        for each in self._mentions:
            for unit in self._units(each):
                self._on[unit][layer_of(each.kind)].append(each)
        for each in self._relations:
            self._on[self._units(self._by_id[each.links[1].target])[0]][RELATION].append(each)
        self._links: dict[Unit, list[tuple[int, int]]] = defaultdict(list)
        self._member_of: dict[str, list[str]] = defaultdict(list)
        self._place_links()
        self._numbers = dict(self._numbered())
        self._values = {
            each.id: self._values_of(each) for each in [*self._mentions, *self._relations]
        }

    def _units(self, mention: Annotation) -> list[Unit]:
        return self._grid.units(_stretch(mention))

    def _extent(self, mention: Annotation) -> Fragment:
        units = self._units(mention)
        return Fragment(units[0].stretch.start, units[-1].stretch.end)

    def _place_links(self) -> None:
        """Put the links of chains on their units; what a reader would mistake gets a feature."""
        taken: dict[Fragment, Annotation] = {}
        for kind in (Kind.ENTITY, Kind.EVENT):
            for each in self._mentions:
                if each.kind is kind:
                    taken.setdefault(self._extent(each), each)
        for number, cluster in enumerate(self._clusters, 1):
            for place, link in enumerate(cluster.links, 1):
                member = self._by_id[link.target]
                for unit in self._units(member):
                    self._links[unit].append((number, place))
                if taken[self._extent(member)] is not member:
                    self._member_of[member.id].append(f"{number}-{place}")

    def _numbered(self) -> Iterator[tuple[str, int]]:
        """Yield the annotations that must have a number, and that."""
        wanted = {
            link.target for each in [*self._mentions, *self._relations] for link in each.links
        }
        for layers in self._on.values():
            for layer, stacked in layers.items():
                if len(stacked) > 1 and layer != RELATION:
                    wanted.update(each.id for each in stacked)
        wanted.update(each.id for each in self._mentions if len(self._units(each)) > 1)
        numbered = (each.id for each in self._mentions if each.id in wanted)
        return ((id, number) for number, id in enumerate(numbered, 1))

    def _values_of(self, annotation: Annotation) -> Mapping[str, str]:
        label = VALUE if annotation.kind is Kind.ENTITY else LABEL
        values = {label: annotation.label}
        values |= {
            name: shown_value(value)
            for name, value in features_of(annotation, annotation.attributes).items()
        }
        if annotation.fragments and (self._extent(annotation),) != annotation.fragments:
            to = self._offsets.to_utf16
            values[FRAGMENTS] = " ".join(f"{to(s)}-{to(e)}" for s, e in annotation.fragments)
        if annotation.id in self._member_of:
            values[MEMBER_OF] = " ".join(self._member_of[annotation.id])
        return values

    def lines(self) -> Iterator[str]:
        features = {
            layer: sorted({name for each in group for name in self._values[each.id]})
            for layer in (NAMED_ENTITY, EVENT, RELATION)
            if (
                group := [
                    e for e in (*self._mentions, *self._relations) if layer_of(e.kind) == layer
                ]
            )
        }
        yield FORMAT_LINE + VERSION
        if NAMED_ENTITY in features:
            yield span_line(NAMED_ENTITY, features[NAMED_ENTITY])
        if EVENT in features:
            yield span_line(EVENT, features[EVENT], (ARGUMENTS, EVENT_LINK, ANNOTATION))
        if self._clusters:
            yield chain_line(CHAIN_LINK)
        if RELATION in features:
            base = layer_of(self._by_id[self._relations[0].links[0].target].kind)
            yield relation_line(RELATION, features[RELATION], base)
        yield ""
        for sentence in self._grid.sentences:
            yield ""
            yield from (TEXT_LINE + escape_text(line) for line in sentence.text.split("\n"))
            for unit in sentence.units:
                yield "\t".join([*self._head(unit), *self._cells(unit, features), ""])

    def _head(self, unit: Unit) -> Iterator[str]:
        start, end = unit.stretch
        yield unit.id
        yield f"{self._offsets.to_utf16(start)}-{self._offsets.to_utf16(end)}"
        yield escape_text(self._text[start:end])

    def _cells(self, unit: Unit, features: Mapping[str, Sequence[str]]) -> Iterator[str]:
        here = self._on.get(unit, {})
        for layer in (NAMED_ENTITY, EVENT):
            stacked = here.get(layer, ())
            for name in features.get(layer, ()):
                yield _stack(self._cell(each, name) for each in stacked)
            if layer == EVENT and EVENT in features:
                yield _stack(self._roles(each) for each in stacked)
                yield _stack(self._targets(each) for each in stacked)
        if self._clusters:
            links = [(self._clusters[n - 1], n, place) for n, place in self._links.get(unit, ())]
            relations = [(escape_value(relation_of(each)) or UNSET, n, p) for each, n, p in links]
            yield _stack(f"{relation}->{n}-{place}" for relation, n, place in relations)
            yield _stack(f"{escape_value(each.label)}[{n}]" for each, n, _ in links)
        stacked = here.get(RELATION, ())
        for name in features.get(RELATION, ()):
            yield _stack(self._cell(each, name) for each in stacked)
        if RELATION in features:
            yield _stack(map(self._source, stacked))

    def _cell(self, annotation: Annotation, feature: str) -> str:
        value = self._values[annotation.id].get(feature)
        return (UNSET if value is None else escape_value(value)) + self._number(annotation.id)

    def _number(self, id: str) -> str:
        return f"[{self._numbers[id]}]" if id in self._numbers else ""

    def _roles(self, event: Annotation) -> str:
        roles = SLOTS.join(escape_value(link.role) for link in event.links)
        return (roles if event.links else NOTHING) + self._number(event.id)

    def _targets(self, event: Annotation) -> str:
        return SLOTS.join(map(self._reference, (link.target for link in event.links))) or UNSET

    def _reference(self, id: str) -> str:
        return self._units(self._by_id[id])[0].id + self._number(id)

    def _source(self, relation: Annotation) -> str:
        source, target = (link.target for link in relation.links)
        unit = self._units(self._by_id[source])[0].id
        return f"{unit}[{self._numbers[source]}_{self._numbers[target]}]"


def _stack(values: Iterable[str]) -> str:
    """Return the cell of a unit on which annotations with these `values` lie."""
    found = list(values)
    return STACK.join(found) if found else NOTHING


def _stretch(mention: Annotation) -> Fragment:
    """Return the stretch of `mention` with its gaps; at the start of the text without fragments."""
    return Fragment(mention.start, mention.end) if mention.fragments else Fragment(0, 0)


def _key(mention: Annotation) -> tuple[int, int, bool, int]:
    start, end = _stretch(mention)
    return (start, -end, mention.kind is Kind.EVENT, mention.rank)
