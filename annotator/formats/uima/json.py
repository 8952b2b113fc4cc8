"""UIMA CAS JSON 0.4.0: one object with types, feature structures and views.

Source: Apache UIMA JSON CAS specification, version 0.4.0. `uima_xmi` says why files are not read by
the library that writes them.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.formats.faults import Faults
from annotator.formats.json_fields import of_type
from annotator.formats.strict_json import check_depth, parse
from annotator.formats.uima.cas import Cas, Sofa, Structure, Value
from annotator.formats.uima.type_files import types_beside, types_of
from annotator.formats.uima.types import FS_ARRAY, SOFA, Feature, array_of
from annotator.formats.uima.values import primitive, reference
from annotator.model.article import Json
from annotator.model.message import AnnotatorError

TYPES, STRUCTURES, VIEWS = "%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"

_ID_AT = re.compile(r'"%ID"\s*+:\s*+([0-9]{1,18})|\n')
_ID = re.compile("[0-9]{1,18}")
_LARGEST_ID = 10**18


def read_json(text: str, path: Path, where: str, faults: Faults) -> Cas:
    """Return the CAS that the `text` of the file `path` holds.

    `where` names the file. What is wrong with a feature structure goes to `faults`, and the rest
    goes on. Raises AnnotatorError for what is no CAS, and OSError.
    """
    content = of_type(_parsed(text, where), dict, "The file")
    declared = content.get(TYPES)
    types = types_of(declared, where) if declared is not None else types_beside(path, where)
    cas = Cas(types)
    lines = _lines(text)
    for id, value in _structures(content.get(STRUCTURES, []), faults, where):
        place = f"{where}:{lines[id]}" if id in lines else where
        try:
            _take(cas, id, value, place, faults)
        except AnnotatorError as error:
            error.where = place
            faults.add(error)
    return cas


def _parsed(text: str, where: str) -> Json:
    try:
        value = parse(text, where)
    except AnnotatorError as error:
        cause = error.__cause__
        error.where = f"{where}:{getattr(cause, 'lineno', 1)}"
        raise
    check_depth(value)
    return value


def _lines(text: str) -> dict[int, int]:
    """Return the line at which the feature structure with each id says so."""
    lines: dict[int, int] = {}
    line = 1
    for found in _ID_AT.finditer(text):
        if found[1]:
            lines.setdefault(int(found[1]), line)
        else:
            line += 1
    return lines


def _structures(listed: Json, faults: Faults, where: str) -> Iterator[tuple[int, dict[str, Json]]]:
    """Yield each feature structure with its id: items of a list, or values of an object."""
    pairs: Iterable[tuple[Json, Json]]
    if isinstance(listed, dict):
        pairs = ((int(key) if _ID.fullmatch(key) else key, each) for key, each in listed.items())
    else:
        items = of_type(listed, list, STRUCTURES)
        pairs = ((each.get("%ID") if isinstance(each, dict) else None, each) for each in items)
    for id, value in pairs:
        if type(id) is int and 0 <= id < _LARGEST_ID and isinstance(value, dict):
            yield id, value
        else:
            shown = str(id)[:60]
            faults.add(
                AnnotatorError(
                    "A feature structure has the id “{0}”, which is no number: left out.",
                    shown,
                    where=where,
                )
            )


def _take(cas: Cas, id: int, fields: dict[str, Json], where: str, faults: Faults) -> None:
    type = of_type(fields.get("%TYPE", ""), str, "%TYPE")
    if id in cas.structures or id in cas.sofas:
        raise AnnotatorError("Two feature structures have the id {0}: left out here.", id)
    if type == SOFA:
        view = of_type(fields.get("sofaID", ""), str, "sofaID")
        text = fields.get("sofaString")
        cas.sofas[id] = Sofa(id, view, None if text is None else of_type(text, str, "sofaString"))
        return
    if type.endswith("[]"):
        type = array_of(type.removesuffix("[]"))
    structure = Structure(id, type, where)
    features = cas.types.features(type)
    for key, written in fields.items():
        name = key.lstrip("@#^")
        if key == "%ELEMENTS":
            structure.values["elements"] = _elements(type, written)
        elif key.startswith("%") or written is None:
            continue
        elif feature := features.get(name):
            structure.values[name] = _value(feature, written)
        else:
            faults.remark(
                "The feature {0} of {1} is not declared: left out.", name, type, where=where
            )
    cas.structures[id] = structure


def _value(feature: Feature, written: Json) -> Value:
    if feature.is_primitive:
        return primitive(feature, written)
    return reference(feature, written)


def _elements(type: str, written: Json) -> Value:
    item = Feature("%ELEMENTS", type).item
    if isinstance(written, str):
        return (written,)
    items = of_type(written, list, "%ELEMENTS")
    if type == FS_ARRAY or not item:
        feature = Feature("%ELEMENTS", FS_ARRAY)
        return tuple(reference(feature, each) for each in items if each is not None)
    feature = Feature("%ELEMENTS", item)
    return tuple(primitive(feature, each) for each in items if each is not None)
