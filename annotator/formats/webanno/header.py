"""The header of WebAnno TSV: which layers a file has, and what its columns hold."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from annotator.formats.uima.dkpro import REFERENCE_RELATION, REFERENCE_TYPE
from annotator.model.message import AnnotatorError

FORMAT_LINE = "#FORMAT=WebAnno TSV "
VERSION = "3.3"

_SPAN, _CHAIN, _RELATION = "#T_SP=", "#T_CH=", "#T_RL="
_ROLE, _BASE = "ROLE_", "BT_"
_VERSION = re.compile(r"(3)(?:\.([0-9]{1,3}))?")


class Holds(Enum):
    """What a column holds."""

    NOTHING = "nothing"
    VALUE = "value"
    ROLE = "role"
    TARGET = "target"
    SOURCE = "source"
    LINK_TYPE = "link type"
    LINK_RELATION = "link relation"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place among all, what it holds, the feature, the layer it refers to."""

    place: int
    holds: Holds
    feature: str = ""
    layer: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of the file and its columns."""

    name: str
    columns: tuple[Column, ...]

    def has(self, holds: Holds) -> bool:
        """Return whether one of the columns holds this."""
        return any(each.holds is holds for each in self.columns)

    @property
    def is_relation(self) -> bool:
        """Whether its annotations join two others."""
        return self.has(Holds.SOURCE)

    @property
    def is_chain(self) -> bool:
        """Whether its annotations are links of chains."""
        return self.has(Holds.LINK_TYPE) or self.has(Holds.LINK_RELATION)

    def features(self) -> list[str]:
        """Return the features that hold values."""
        return [each.feature for each in self.columns if each.holds is Holds.VALUE]


def version_of(line: str) -> tuple[int, int]:
    """Return the version that the first line of a file states; raises AnnotatorError."""
    if not line.startswith(FORMAT_LINE):
        raise AnnotatorError(
            "The first line does not say {0}: this is no WebAnno TSV 3.", FORMAT_LINE + VERSION
        )
    found = _VERSION.fullmatch(line.removeprefix(FORMAT_LINE).strip())
    if not found:
        raise AnnotatorError(
            "The version is {0}; this program reads 3.0 to {1}.",
            line.removeprefix(FORMAT_LINE).strip(), VERSION,
        )  # fmt: skip
    return int(found[1]), int(found[2] or 0)


def layers_of(lines: Sequence[str], where: str) -> list[Layer]:
    """Return the layers that the `lines` of the file `where` after its first one declare.

    Raises AnnotatorError.
    """
    layers: list[Layer] = []
    place = 0
    for number, line in enumerate(lines, 2):
        prefix = line[: len(_SPAN)]
        if prefix not in (_SPAN, _CHAIN, _RELATION):
            raise AnnotatorError(
                "“{0}” declares no layer: the header has {1}, {2} and {3}.",
                line[:60], _SPAN, _CHAIN, _RELATION, where=f"{where}:{number}",
            )  # fmt: skip
        name, *fields = [field for field in line[len(_SPAN) :].split("|") if field] or [""]
        if not name:
            raise AnnotatorError("The layer has no name.", where=f"{where}:{number}")
        columns = list(_columns(prefix, name, fields, place))
        place += len(columns)
        layers.append(Layer(name, tuple(columns)))
    return layers


def _columns(prefix: str, layer: str, fields: Sequence[str], place: int) -> Iterable[Column]:
    if not fields:
        yield Column(place, Holds.NOTHING)
    for number, (previous, field) in enumerate(pairwise(["", *fields]), place):
        if prefix == _SPAN and field.startswith(_ROLE):
            feature = field.removeprefix(_ROLE).removeprefix(f"{layer}:")
            yield Column(number, Holds.ROLE, feature.rpartition("_")[0] or feature)
        elif prefix == _SPAN and previous.startswith(_ROLE):
            yield Column(number, Holds.TARGET, layer=field)
        elif prefix == _RELATION and field.startswith(_BASE):
            yield Column(number, Holds.SOURCE, layer=field.removeprefix(_BASE))
        elif prefix == _CHAIN and field == REFERENCE_TYPE:
            yield Column(number, Holds.LINK_TYPE, field)
        elif prefix == _CHAIN and field == REFERENCE_RELATION:
            yield Column(number, Holds.LINK_RELATION, field)
        else:
            yield Column(number, Holds.VALUE, field)


def span_line(layer: str, features: Iterable[str], slots: Sequence[str] = ()) -> str:
    """Return the declaration of a span layer; `slots`: feature, type of link, layer of targets."""
    fields = [*features]
    if slots:
        feature, link, target = slots
        fields += [f"{_ROLE}{layer}:{feature}_{link}", target]
    return f"{_SPAN}{layer}|{'|'.join(fields)}"


def chain_line(layer: str) -> str:
    """Return the declaration of a chain layer."""
    return f"{_CHAIN}{layer}|{REFERENCE_RELATION}|{REFERENCE_TYPE}"


def relation_line(layer: str, features: Iterable[str], base: str) -> str:
    """Return the declaration of a relation layer whose sources are of the layer `base`."""
    return f"{_RELATION}{layer}|{'|'.join([*features, _BASE + base])}"
