"""Type systems of UIMA: which types there are, what each is based on, which features it has.

Source: UIMA Java SDK reference, chapters "Type system" and "CAS", for the types that are built in.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from annotator.formats.uima.dkpro import ANNOTATION
from annotator.model.message import AnnotatorError

ANNOTATION_BASE = "uima.cas.AnnotationBase"
DOCUMENT_ANNOTATION = "uima.tcas.DocumentAnnotation"
SOFA = "uima.cas.Sofa"
FS_ARRAY, FS_LIST = "uima.cas.FSArray", "uima.cas.FSList"
STRING, BOOLEAN = "uima.cas.String", "uima.cas.Boolean"
WHOLE = frozenset(f"uima.cas.{name}" for name in ("Byte", "Short", "Integer", "Long"))
BROKEN = frozenset({"uima.cas.Float", "uima.cas.Double"})
PRIMITIVE = frozenset({STRING, BOOLEAN, *WHOLE, *BROKEN})

_TOP = "uima.cas.TOP"
_INTEGER = "uima.cas.Integer"
_DEEPEST = 100
"""Types that may be based on one another in a row."""

_ITEM_TYPES = {
    **{f"{name}Array": name for name in PRIMITIVE},
    "uima.cas.ByteArray": STRING,
    **{f"uima.cas.{name}List": f"uima.cas.{name}" for name in ("String", "Integer", "Float")},
}
"""What the arrays and lists that hold no feature structures hold; bytes are taken as the text that
they are written as."""

_NAME = re.compile(r"[^\W\d_]\w*(?:\.[^\W\d_]\w*)*")


class Feature(NamedTuple):
    """A feature: its name, the type of its value, and of the items where that is an array or list.

    `shared` arrays are feature structures of their own; others stand where they are referred to.
    """

    name: str
    range: str
    shared: bool = False

    @property
    def is_primitive(self) -> bool:
        """Whether its value is a text, a number, or true or false."""
        return self.range in PRIMITIVE

    @property
    def item(self) -> str:
        """The type of the items of a primitive array or list, or empty."""
        return _ITEM_TYPES.get(self.range, "")

    @property
    def holds_structures(self) -> bool:
        """Whether its value is an array or list of feature structures."""
        return self.range in (FS_ARRAY, FS_LIST)


class TypeDescription(NamedTuple):
    """A type as it is declared: its name, what it is based on, its own features."""

    name: str
    supertype: str
    features: tuple[Feature, ...] = ()


def array_of(item: str) -> str:
    """Return the array type for items of the type `item`."""
    return f"{item}Array" if item in PRIMITIVE else FS_ARRAY


def is_name(name: str) -> bool:
    """Return whether a type or feature may be called so: letters, digits and `_`, parted by `.`."""
    return bool(_NAME.fullmatch(name))


def _list_types() -> Iterable[TypeDescription]:
    heads = {"FS": _TOP, "String": STRING, "Integer": _INTEGER, "Float": "uima.cas.Float"}
    for name, head in heads.items():
        base = f"uima.cas.{name}List"
        yield TypeDescription(base, _TOP)
        yield TypeDescription(f"uima.cas.Empty{name}List", base)
        features = (Feature("head", head), Feature("tail", base, shared=True))
        yield TypeDescription(f"uima.cas.NonEmpty{name}List", base, features)


_BUILT_IN = (
    TypeDescription(_TOP, ""),
    *(TypeDescription(name, _TOP) for name in sorted(PRIMITIVE)),
    *(TypeDescription(f"{name}Array", _TOP) for name in sorted(PRIMITIVE)),
    TypeDescription(FS_ARRAY, _TOP),
    *_list_types(),
    TypeDescription(
        SOFA,
        _TOP,
        tuple(Feature(name, STRING) for name in ("sofaID", "mimeType", "sofaURI", "sofaString")),
    ),
    TypeDescription(ANNOTATION_BASE, _TOP, (Feature("sofa", SOFA),)),
    TypeDescription(
        ANNOTATION, ANNOTATION_BASE, (Feature("begin", _INTEGER), Feature("end", _INTEGER))
    ),
    TypeDescription(DOCUMENT_ANNOTATION, ANNOTATION, (Feature("language", STRING),)),
)


class TypeSystem:
    """The types of a CAS: those built in, and those that are `declared`, each perhaps in parts."""

    def __init__(self, declared: Iterable[TypeDescription]) -> None:
        self._types = {each.name: each for each in _BUILT_IN}
        self._features: dict[str, Mapping[str, Feature]] = {}
        self._lines: dict[str, tuple[str, ...]] = {}
        for each in declared:
            known = self._types.get(each.name)
            if known:
                each = known._replace(features=known.features + each.features)
            self._types[each.name] = each

    def __contains__(self, name: str) -> bool:
        return name in self._types

    def ancestors(self, name: str) -> tuple[str, ...]:
        """Return `name` and all it is based on; raises AnnotatorError where that is not declared.

        So where types are based on one another in a circle.
        """
        if name not in self._lines:
            line: list[str] = []
            at = name
            while at or not line:
                if at not in self._types:
                    raise AnnotatorError("The type “{0}” is not declared: left out.", at)
                line.append(at)
                if len(line) > _DEEPEST:
                    raise AnnotatorError(
                        "The type “{0}” is based on more than {1} others, or on itself: left out.",
                        name, _DEEPEST,
                    )  # fmt: skip
                at = self._types[at].supertype
            self._lines[name] = tuple(line)
        return self._lines[name]

    def is_a(self, name: str, ancestor: str) -> bool:
        """Return whether the type `name` is `ancestor`, or based on it; raises AnnotatorError."""
        return ancestor in self.ancestors(name)

    def features(self, name: str) -> Mapping[str, Feature]:
        """Return all features of the type `name`, those of its ancestors first.

        Raises AnnotatorError.
        """
        if name not in self._features:
            line = reversed(self.ancestors(name))
            found = [feature for each in line for feature in self._types[each].features]
            self._features[name] = {feature.name: feature for feature in found}
        return self._features[name]
