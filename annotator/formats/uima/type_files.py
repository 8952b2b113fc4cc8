"""Type systems as files have them: TypeSystem.xml beside XMI, `%TYPES` in JSON."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from annotator.formats.json_fields import of_type
from annotator.formats.uima.types import Feature, TypeDescription, TypeSystem, array_of, is_name
from annotator.formats.uima.xml import Element, read_xml
from annotator.model.article import Json
from annotator.model.message import AnnotatorError

TYPE_SYSTEM_FILES = ("TypeSystem.xml", "typesystem.xml")
"""What the file with the types is called."""

_LARGEST = 16 << 20
_DEEPEST = 9
"""Bytes that it may have, and how deep its elements lie (those of allowed values)."""


def types_beside(path: Path, where: str) -> TypeSystem:
    """Return the type system for the file `path`, read from the one in its folder.

    Raises AnnotatorError, where there is none at `where`, the file itself; and OSError.
    """
    for name in TYPE_SYSTEM_FILES:
        beside = path.with_name(name)
        if beside.is_file():
            state = beside.stat()
            if state.st_size > _LARGEST:
                raise AnnotatorError(
                    "The type system has {0} MB, which none has.",
                    state.st_size >> 20, where=str(beside),
                )  # fmt: skip
            return _read(beside, state.st_mtime_ns, state.st_size)
    raise AnnotatorError(
        "{0} is missing in the folder: it says what the types of the file are. Put the one there "
        "that was exported with it.",
        TYPE_SYSTEM_FILES[0], where=where,
    )  # fmt: skip


@lru_cache(maxsize=2)
def _read(path: Path, _changed: int, _size: int) -> TypeSystem:
    """Return the type system in the file `path`; files of a folder share it."""
    found = _Types(str(path))
    with path.open("rb") as file:
        read_xml(file, str(path), _DEEPEST, "typeSystemDescription", found.take)
    return TypeSystem(found.types)


class _Types:
    """The types of an XML file, built of its elements as they end."""

    def __init__(self, where: str) -> None:
        self.types: list[TypeDescription] = []
        self._where = where
        self._said: dict[int, dict[str, str]] = {}
        self._features: list[Feature] = []

    def take(self, element: Element) -> None:
        """Take an element that ended; raises AnnotatorError."""
        name, depth = element.name.local, element.depth
        inner = self._said.pop(depth + 1, {})
        if name == "featureDescription":
            shared = inner.get("multipleReferencesAllowed") == "true"
            range = inner.get("rangeTypeName", "")
            self._features.append(Feature(self._name(inner, element), range, shared))
        elif name == "typeDescription":
            supertype = inner.get("supertypeName", "")
            features = tuple(self._features)
            self.types.append(TypeDescription(self._name(inner, element), supertype, features))
            self._features = []
        else:
            self._said.setdefault(depth, {})[name] = element.text.strip()

    def _name(self, inner: dict[str, str], element: Element) -> str:
        return _checked(inner.get("name", ""), f"{self._where}:{element.line}")


def types_of(declared: Json, where: str) -> TypeSystem:
    """Return the type system that `%TYPES` of JSON declares; raises AnnotatorError at `where`."""
    try:
        types = of_type(declared, dict, "%TYPES")
        return TypeSystem([_type(name, value, where) for name, value in types.items()])
    except AnnotatorError as error:
        error.where = where
        raise


def _type(name: str, value: Json, where: str) -> TypeDescription:
    fields = of_type(value, dict, name)
    supertype = of_type(fields.get("%SUPER_TYPE", ""), str, f"{name}.%SUPER_TYPE")
    return TypeDescription(_checked(name, where), supertype, tuple(_features(name, fields, where)))


def _features(type: str, fields: dict[str, Json], where: str) -> Iterator[Feature]:
    for name, value in fields.items():
        if not name.startswith("%"):
            feature = of_type(value, dict, f"{type}.{name}")
            range = of_type(feature.get("%RANGE", ""), str, f"{type}.{name}.%RANGE")
            if range.endswith("[]"):
                range = array_of(range.removesuffix("[]"))
            yield Feature(_checked(name, where), range, shared=True)


def _checked(name: str, where: str) -> str:
    if is_name(name):
        return name
    raise AnnotatorError(
        "“{0}” is no name of a type or feature: these are letters, digits and _.",
        name[:60], where=where,
    )  # fmt: skip
