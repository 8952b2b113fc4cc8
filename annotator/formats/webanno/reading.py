"""Annotations of WebAnno TSV: what the cells of a file's rows say."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from annotator.formats.faults import Faults
from annotator.formats.uima.dkpro import ANNOTATION, MEMBER_OF, TOKEN, TOKEN_LAYERS, label_feature
from annotator.formats.uima.dkpro_drawn import ChainLink, Drawn
from annotator.formats.webanno.header import Column, Holds, Layer
from annotator.formats.webanno.rows import Row
from annotator.formats.webanno.values import (
    NOTHING,
    SLOTS,
    STACK,
    UNSET,
    linked,
    numbered,
    parts,
    unescape_value,
)
from annotator.model.annotation import FROM, TO, Kind
from annotator.model.message import AnnotatorError

_MEMBER = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


def drawn_of(
    rows: Sequence[Row], layers: Sequence[Layer], where: str, faults: Faults
) -> list[Drawn]:
    """Return the annotations that the cells of `rows` draw, mentions by position.

    `where` names the file. What is wrong goes to `faults`.
    """
    table = _Table(layers, where)
    for row in rows:
        for layer in layers:
            try:
                table.take(row, layer)
            except AnnotatorError as error:
                error.where = f"{where}:{row.line}"
                faults.add(error)
    return table.joined({row.unit: row for row in rows}, faults)


class _Table:
    """What the rows said so far; `joined` then follows what refers to other rows."""

    def __init__(self, layers: Sequence[Layer], where: str) -> None:
        self._where = where
        self._labels = {layer.name: label_feature(layer.name, layer.features()) for layer in layers}
        self._spans: list[Drawn] = []
        self._slots: dict[Drawn, list[tuple[str, str, str]]] = {}
        self._numbered: dict[str, dict[str, Drawn]] = defaultdict(dict)
        self._at: dict[tuple[str, str], dict[Drawn, None]] = defaultdict(dict)
        self._relations: list[tuple[Drawn, str, str, str]] = []
        self._chains: dict[tuple[int, str], dict[int, ChainLink]] = {}

    def take(self, row: Row, layer: Layer) -> None:
        """Take what the cells of one layer in a row say; raises AnnotatorError."""
        cells = {
            column: parts(cell, STACK)
            for column in layer.columns
            if (cell := row.cells[column.place]) != NOTHING
        }
        if not cells:
            return
        take = self._take_span
        if layer.is_relation:
            take = self._take_relation
        elif layer.is_chain:
            take = self._take_link
        for number in range(max(map(len, cells.values()))):
            take(
                row, layer, {each: got[number] for each, got in cells.items() if number < len(got)}
            )

    def _drawn(self, kind: Kind, row: Row, layer: Layer) -> Drawn:
        return Drawn(
            kind, layer.name, self._labels[layer.name], f"{self._where}:{row.line}",
            row.begin, row.end,
        )  # fmt: skip

    def _take_span(self, row: Row, layer: Layer, cells: Mapping[Column, str]) -> None:
        split = {
            column: numbered(cell)
            for column, cell in cells.items()
            if column.holds is not Holds.TARGET
        }
        number = next((each.id for each in split.values() if each.id), "")
        drawn = self._numbered[number].get(layer.name) if number else None
        if drawn is None:
            kind = Kind.EVENT if layer.has(Holds.ROLE) else Kind.ENTITY
            drawn = self._drawn(kind, row, layer)
            self._spans.append(drawn)
            if number:
                self._numbered[number][layer.name] = drawn
        drawn.begin, drawn.end = min(drawn.begin, row.begin), max(drawn.end, row.end)
        self._at[row.unit, layer.name][drawn] = None
        for column, (value, _) in split.items():
            if column.holds is Holds.VALUE and value != UNSET:
                drawn.values.setdefault(column.feature, unescape_value(value))
        if drawn not in self._slots:
            self._slots[drawn] = []
            self._slots[drawn] = list(_slots(layer, cells))

    def _take_relation(self, row: Row, layer: Layer, cells: Mapping[Column, str]) -> None:
        drawn = self._drawn(Kind.RELATION, row, layer)
        source = base = ""
        for column, cell in cells.items():
            if column.holds is Holds.SOURCE:
                source, base = cell, column.layer
            elif cell != UNSET:
                drawn.values[column.feature] = unescape_value(cell)
        self._relations.append((drawn, row.unit, source, base))

    def _take_link(self, row: Row, layer: Layer, cells: Mapping[Column, str]) -> None:
        said = {column.holds: cell for column, cell in cells.items()}
        found = linked(said.get(Holds.LINK_RELATION, ""))
        if not found:
            raise AnnotatorError(
                "A link of {0} does not say its chain and place, such as *->1-2: left out.",
                layer.name,
            )
        relation, number, place = found
        type = numbered(said.get(Holds.LINK_TYPE, UNSET)).value
        links = self._chains.setdefault((number, layer.name), {})
        link = links.setdefault(place, ChainLink(row.begin, row.end, f"{self._where}:{row.line}"))
        link.begin, link.end = min(link.begin, row.begin), max(link.end, row.end)
        link.relation = "" if relation == UNSET else unescape_value(relation)
        link.type = "" if type == UNSET else unescape_value(type)

    def joined(self, rows: Mapping[str, Row], faults: Faults) -> list[Drawn]:
        """Return all annotations, with what their cells refer to; `rows` are all, by their id."""
        tokens: dict[str, Drawn] = {}

        def at(reference: str, layer: str) -> Drawn | None:
            unit, number = numbered(reference)
            if number.isdigit() and int(number):
                same = self._numbered.get(number, {})
                return same.get(layer) or next(iter(same.values()), None)
            layers = self._labels if layer == ANNOTATION else [layer]
            found = chain.from_iterable(self._at.get((unit, each), ()) for each in layers)
            drawn = next(found, None)
            if drawn is None and layer in TOKEN_LAYERS and unit in rows:
                row = rows[unit]
                drawn = tokens.setdefault(
                    unit,
                    Drawn(Kind.ENTITY, TOKEN, "", f"{self._where}:{row.line}", row.begin, row.end),
                )
            return drawn

        for drawn, slots in self._slots.items():
            drawn.links = [(role, at(target, layer)) for role, target, layer in slots]
        for drawn, unit, source, base in self._relations:
            reference, numbers = numbered(source)
            first, _, second = numbers.partition("_")
            drawn.links = [(FROM, at(f"{reference}[{first or 0}]", base))]
            drawn.links.append((TO, at(f"{unit}[{second or 0}]", base)))
        spans = sorted([*self._spans, *tokens.values()], key=lambda each: (each.begin, -each.end))
        relations = [drawn for drawn, *_ in self._relations]
        return [*spans, *relations, *self._clusters(faults)]

    def _clusters(self, faults: Faults) -> Iterator[Drawn]:
        numbers = {key[0]: key for key in self._chains}
        for drawn in self._spans:
            for pair in str(drawn.values.get(MEMBER_OF, "")).split():
                match = _MEMBER.fullmatch(pair)
                key = numbers.get(int(match[1])) if match else None
                link = self._chains[key].get(int(match[2])) if match and key else None
                if link is None:
                    faults.remark(
                        "There is no link {0} of a chain: that was left out.",
                        pair[:60], where=drawn.where,
                    )  # fmt: skip
                else:
                    link.member = drawn
        for (_, layer), links in sorted(self._chains.items()):
            ordered = [links[place] for place in sorted(links)]
            yield Drawn(Kind.CLUSTER, layer, "", ordered[0].where, chain=ordered)


def _slots(layer: Layer, cells: Mapping[Column, str]) -> Iterator[tuple[str, str, str]]:
    """Yield role, target and the target's layer of each argument; raises AnnotatorError."""
    pairs = list(zip(layer.columns, layer.columns[1:], strict=False))
    pairs = [(role, target) for role, target in pairs if role.holds is Holds.ROLE]
    for role_column, target_column in pairs:
        named = numbered(cells.get(role_column, NOTHING)).value
        filled = cells.get(target_column, UNSET)
        roles = [] if named == NOTHING else parts(named, SLOTS)
        targets = [] if filled in (NOTHING, UNSET) else parts(filled, SLOTS)
        if len(roles) != len(targets):
            raise AnnotatorError(
                "{0} has {1} roles and {2} targets: its arguments were left out.",
                layer.name, len(roles), len(targets),
            )  # fmt: skip
        prefix = f"{role_column.feature}:" if len(pairs) > 1 else ""
        for role, target in zip(roles, targets, strict=True):
            name = role_column.feature if role == UNSET else prefix + unescape_value(role)
            yield name, target, target_column.layer
