"""Values of features, written in XML or JSON, as what their types make of them."""

import math
import re

from annotator.formats.uima.cas import Reference, Value
from annotator.formats.uima.types import BOOLEAN, BROKEN, STRING, WHOLE, Feature
from annotator.model.annotation import AttributeValue
from annotator.model.article import Json
from annotator.model.message import AnnotatorError

_WHOLE = re.compile(r"-?[0-9]{1,19}")
_ID = re.compile(r"[0-9]{1,18}")
_NO_NUMBERS = {
    "NaN": "NaN",
    "Infinity": "Infinity",
    "Inf": "Infinity",
    "-Infinity": "-Infinity",
    "-Inf": "-Infinity",
}


def xmi_value(feature: Feature, written: str | list[str]) -> Value:
    """Return the value that an attribute, or elements inside, of XMI give `feature`.

    Raises AnnotatorError where it is none of the feature's type.
    """
    if feature.is_primitive:
        return primitive(feature, _one(feature, written))
    if feature.shared or not (feature.item or feature.holds_structures):
        return reference(feature, _one(feature, written))
    parts = written.split() if isinstance(written, str) else written
    if feature.item:
        return tuple(primitive(Feature(feature.name, feature.item), each) for each in parts)
    return tuple(reference(feature, each) for each in parts)


def primitive(feature: Feature, written: Json) -> AttributeValue:
    """Return a text, number, or true or false, as XML (a text) or JSON have it.

    Infinite numbers, and what is none, are given as texts. Raises AnnotatorError.
    """
    kind = feature.range
    if kind == STRING and isinstance(written, str):
        return written
    if kind == BOOLEAN and (isinstance(written, bool) or written in ("true", "false")):
        return written in (True, "true")
    if kind in BROKEN and isinstance(written, str | int | float) and not isinstance(written, bool):
        if isinstance(written, str) and written in _NO_NUMBERS:
            return _NO_NUMBERS[written]
        try:
            number = float(written)
        except (ValueError, OverflowError):
            number = math.nan
        if math.isfinite(number):
            return number
    is_whole = isinstance(written, str | int) and not isinstance(written, bool)
    if kind in WHOLE and is_whole and _WHOLE.fullmatch(text := str(written)[:40]):
        return int(text)
    raise AnnotatorError(
        "The value {0} of {1} is none of the type {2}.", str(written)[:60], feature.name, kind
    )


def reference(feature: Feature, written: Json) -> Reference:
    """Return the reference that an id states; raises AnnotatorError."""
    is_one = isinstance(written, str | int) and not isinstance(written, bool)
    if is_one and _ID.fullmatch(text := str(written)[:40]):
        return Reference(int(text))
    raise AnnotatorError("The value {0} of {1} is no id.", str(written)[:60], feature.name)


def _one(feature: Feature, written: str | list[str]) -> str:
    if isinstance(written, str):
        return written
    if len(written) == 1:
        return written[0]
    raise AnnotatorError("{0} has {1} values; it may have one.", feature.name, len(written))
