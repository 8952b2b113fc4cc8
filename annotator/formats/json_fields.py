"""A JSON object taken apart key by key, so that nothing in it is passed over in silence."""

from typing import Any, TypeVar

from annotator.model.article import Json
from annotator.model.message import AnnotatorError

_V = TypeVar("_V", str, int, bool, list[Json], dict[str, Json])


class FieldError(AnnotatorError):
    """A key that is missing, unknown, or has a value of the wrong type."""


_TYPE_NAMES = {str: "string", int: "integer", bool: "boolean", list: "array", dict: "object"}
"""JSON's own words."""


class Fields:
    """The keys of one JSON object, each taken once.

    `path` names the object in messages; with `number` it is that item of the list `path`.
    """

    __slots__ = ("_left", "_number", "_path", "_value")

    def __init__(self, value: Json, path: str = "", number: int | None = None) -> None:
        self._path = path
        self._number = number
        if type(value) is not dict:
            raise wrong_type(dict, self._name or "The line")
        self._value: dict[str, Any] = value
        self._left = self._value.copy()

    @property
    def _name(self) -> str:
        return self._path if self._number is None else f"{self._path}[{self._number}]"

    def name(self, key: str) -> str:
        """Return how messages call the value at `key`: `entities[2].label`."""
        return f"{self._name}.{key}" if self._path else key

    def __contains__(self, key: str) -> bool:
        return key in self._left

    def take(self, key: str, kind: type[_V], default: _V | None = None) -> _V:
        """Return the value at `key`, which must be of `kind`; `default` where the key is missing.

        Raises FieldError where it is of another type, or missing without a default.
        """
        value = self._left.pop(key, default)
        if type(value) is kind:
            return value
        if key not in self._value:
            if default is None:
                raise FieldError("{0} is missing.", self.name(key))
            return default
        return of_type(value, kind, self.name(key))

    def take_any(self, key: str) -> Json:
        """Return the value at `key`, None where it is missing."""
        return self._left.pop(key, None)

    def rest(self) -> dict[str, Json]:
        """Return the keys that were not taken, with their values."""
        return self._left

    def end(self) -> None:
        """Raise FieldError where a key was not taken."""
        for key in self._left:
            raise FieldError("{0} is not known here.", self.name(key))


def of_type(value: Any, kind: type[_V], name: str) -> _V:
    """Return `value`, which must be of exactly `kind` (true is no number); raises FieldError."""
    if type(value) is not kind:
        raise wrong_type(kind, name)
    return value


def wrong_type(kind: type, name: str) -> FieldError:
    """Return the error that the value called `name` is not of `kind`."""
    return FieldError(
        "{0} has a value of the wrong type: it must be of type {1}.", name, _TYPE_NAMES[kind]
    )
