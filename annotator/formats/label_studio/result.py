"""One result of Label Studio, taken apart: a region, what is said of one or of all, a relation."""

import re
from collections.abc import Callable

from annotator.formats.json_fields import Fields, of_type
from annotator.model.article import Json

_SHOWN_ONLY = (
    "to_name", "readonly", "hidden", "locked", "isUpdated", "item_index", "image_rotation",
    "original_width", "original_height",
)  # fmt: skip
"""Keys that say how a result is shown."""

_LINE_END = re.compile(r"[\r\n]")


class Result:
    """The keys of a result; raises FieldError where one is not as Label Studio has it.

    `start` and `end` are those of a region in plain text (`is_in_text`), in whatever they count.
    """

    def __init__(self, value: Json, name: str) -> None:
        self._fields = fields = Fields(value, name)
        self.name = name
        self.type = fields.take("type", str)
        self.is_relation = self.type == "relation"
        self.is_labelled = self.type.endswith("labels")
        id = _name(fields, "id")
        self.has_id = bool(id)
        self.id = id or name
        self.control = _name(fields, "from_name")
        origin = fields.take_any("origin")
        self.origin = origin if isinstance(origin, str) and origin != "manual" else ""
        self.source, self.target = _name(fields, "from_id"), _name(fields, "to_id")
        self.direction = fields.take("direction", str, "right")
        self._meta = fields.take_any("meta")
        self._value = dict(fields.take("value", dict, {}))
        listed = self._value.get(self.type) if self.is_labelled else None
        if self.is_relation:
            listed = fields.take_any("labels")
        self.labels = [] if listed is None else _texts(listed, fields.name("labels"))
        self.start = self.end = 0
        self.words: str | None = None
        self.is_in_text = self.type == "labels" and type(self._value.get("start")) is int
        if self.is_labelled and self.is_in_text:
            place = Fields(self._value, fields.name("value"))
            self.start, self.end = place.take("start", int), place.take("end", int)
            words = place.take_any("text")
            self.words = words if isinstance(words, str) else None

    @property
    def is_on_region(self) -> bool:
        """Whether it says where in the text it belongs."""
        return "start" in self._value and "end" in self._value

    def meta(self) -> dict[str, Json]:
        """Return the notes of a region, under whatever names."""
        return dict(self._meta) if isinstance(self._meta, dict) else {}

    def rest(self) -> dict[str, Json]:
        """Return the keys that have no meaning here, but for those that say how it is shown."""
        left = self._fields.rest()
        return {key: value for key, value in left.items() if key not in _SHOWN_ONLY}

    def said(self) -> Json:
        """Return the value that was chosen or written; None: there is none."""
        return self._value.get("text" if self.type == "textarea" else self.type)

    def fits(self, text: str, convert: Callable[[int], int]) -> bool:
        """Return whether its words stand at its offsets, made code points by `convert`."""
        start, end = convert(self.start), convert(self.end)
        words = self.words or ""
        if start < 0 or not end - start <= len(words) <= 2 * (end - start):
            return False
        found = text[start:end]
        return words in (found, _LINE_END.sub(r"\\n", found))


def _name(fields: Fields, key: str) -> str:
    value = fields.take_any(key)
    if value is None:
        return ""
    return str(value) if type(value) is int else of_type(value, str, fields.name(key))


def _texts(value: Json, name: str) -> list[str]:
    found = [of_type(each, str, name) for each in of_type(value, list, name)]
    return [each for each in found if each]
