"""The tagset file: TOML that people write by hand, read strictly and written back the same way.

Reading what was written gives an equal tagset. Its tables are `[[entity]]`, `[[event]]` with
`[[event.role]]`, `[[relation]]`, `[[attribute]]` and `[[document]]`.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from annotator.model.annotation import AttributeValue
from annotator.model.message import AnnotatorError, Message, message
from annotator.model.tagset import (
    Attribute,
    DocumentType,
    EntityType,
    EventType,
    Label,
    RelationType,
    Role,
    Tagset,
)
from annotator.model.tagset_rules import Fault, faults
from annotator.model.toml_text import TomlError, parsed

_Read = TypeVar("_Read")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_ARRAY_WIDTH = 88
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f]')


class TagsetError(AnnotatorError):
    """A tagset file that can't be used; `where` names the file and the table."""


def tagset_from_toml(text: str, where: str = "") -> Tagset:
    """Return the tagset that `text` declares; `where` is the name of its file, for the error.

    Raises TagsetError for what is not TOML (with its line), for a key or a type that is not of
    the file's form, and for the first rule broken (`tagset_rules.faults`).
    """
    tagset = _tagset(_Table(_parsed(text, where), where))
    for fault in faults(tagset):
        raise TagsetError(
            fault.message.template, *fault.message.values, where=_joined(where, _place(fault))
        )
    return tagset


def tagset_to_toml(tagset: Tagset) -> str:
    """Return the text of the tagset's file; what has its default value is left out."""
    head = [f"name = {_string(tagset.name)}", f"language = {_string(tagset.language)}"]
    tables = [
        *(["[[entity]]", *_label_lines(each)] for each in tagset.entities),
        *(["[[event]]", *_label_lines(each), *_role_lines(each)] for each in tagset.events),
        *(["[[relation]]", *_label_lines(each), *_end_lines(each)] for each in tagset.relations),
        *(["[[attribute]]", *_attribute_lines(each)] for each in tagset.attributes),
        *(["[[document]]", *_label_lines(each)] for each in tagset.documents),
    ]
    return "\n\n".join("\n".join(lines) for lines in [head, *tables]) + "\n"


def _parsed(text: str, where: str) -> dict[str, Any]:
    try:
        return parsed(text, where)
    except TomlError as error:
        raise TagsetError(
            error.message.template, *error.message.values, where=error.where
        ) from error


class _Table:
    """One table being read: gives out its keys, each once and of its type."""

    def __init__(self, data: Mapping[str, Any], where: str) -> None:
        self._left = dict(data)
        self._where = where

    def text(self, key: str) -> str:
        return self._take(key, str, message("{0} must be a text in quotes.", key)) or ""

    def number(self, key: str) -> int | None:
        return self._take(key, int, message("{0} must be a whole number.", key))

    def flag(self, key: str) -> bool:
        return self._take(key, bool, message("{0} must be true or false.", key)) or False

    def texts(self, key: str) -> tuple[str, ...]:
        wanted = message('{0} must be a list of texts: ["…", "…"].', key)
        texts: list[Any] = self._take(key, list, wanted) or []
        self._expect(all(isinstance(each, str) for each in texts), wanted)
        return tuple(texts)

    def names(self, key: str) -> dict[str, str]:
        wanted = message("{0} must be {1}.", key, '{ en = "…", vi = "…" }')
        names: dict[str, Any] = self._take(key, dict, wanted) or {}
        self._expect(all(isinstance(each, str) for each in names.values()), wanted)
        return names

    def value(self, key: str) -> AttributeValue | None:
        value = self._left.pop(key, None)
        wanted = message("{0} must be a text, a number, true or false.", key)
        self._expect(value is None or _is_value(value), wanted)
        return value

    def values(self, key: str) -> tuple[AttributeValue, ...] | None:
        wanted = message("{0} must be a list of texts and numbers, or [true, false].", key)
        values: list[Any] | None = self._take(key, list, wanted)
        self._expect(all(_is_value(each) for each in values or ()), wanted)
        return None if values is None else tuple(values)

    def each(
        self, key: str, name_key: str, read: Callable[["_Table"], _Read], above: str = ""
    ) -> tuple[_Read, ...]:
        """Return what `read` makes of each `[[key]]` table, and see that it read all of it."""
        heading = f"[[{above}{key}]]"
        wanted = message("{0} must be written as tables {1}.", key, heading)
        result: list[_Read] = []
        rows: list[Any] = self._take(key, list, wanted) or []
        for number, row in enumerate(rows, 1):
            self._expect(isinstance(row, dict), wanted)
            place = f"{heading} {row.get(name_key) or number}"
            table = _Table(row, _joined(self._where, place))
            result.append(read(table))
            table.finish()
        return tuple(result)

    def finish(self) -> None:
        for key in self._left:
            raise TagsetError(
                "The key {0} is not known here: remove it, or correct its spelling.",
                key,
                where=self._where,
            )

    def _take(self, key: str, type_: type, wanted: Message) -> Any:
        value = self._left.pop(key, None)
        self._expect(value is None or type(value) is type_, wanted)
        return value

    def _expect(self, holds: bool, wanted: Message) -> None:
        if not holds:
            raise TagsetError(wanted.template, *wanted.values, where=self._where)


def _is_value(value: object) -> bool:
    return isinstance(value, str | int) or (isinstance(value, float) and math.isfinite(value))


def _tagset(table: _Table) -> Tagset:
    tagset = Tagset(
        name=table.text("name"),
        language=table.text("language"),
        entities=table.each("entity", "label", lambda each: EntityType(**_label(each))),
        events=table.each("event", "label", _event),
        relations=table.each("relation", "label", _relation),
        attributes=table.each("attribute", "name", _attribute),
        documents=table.each("document", "label", lambda each: DocumentType(**_label(each))),
    )
    table.finish()
    return tagset


def _label(table: _Table) -> dict[str, Any]:
    return {
        "label": table.text("label"),
        "names": table.names("name"),
        "shortcut": table.text("shortcut"),
        "color": table.text("color"),
        "guideline": table.text("guideline"),
        "parent": table.text("parent"),
    }


def _event(table: _Table) -> EventType:
    return EventType(**_label(table), roles=table.each("role", "name", _role, "event."))


def _role(table: _Table) -> Role:
    return Role(
        name=table.text("name"),
        names=table.names("names"),
        fillers=table.texts("fillers"),
        min=table.number("min") or 0,
        max=table.number("max"),
    )


def _relation(table: _Table) -> RelationType:
    return RelationType(
        **_label(table),
        sources=table.texts("from"),
        targets=table.texts("to"),
        symmetric=table.flag("symmetric"),
    )


def _attribute(table: _Table) -> Attribute:
    return Attribute(
        name=table.text("name"),
        names=table.names("names"),
        on=table.texts("on"),
        values=table.values("values"),
        default=table.value("default"),
    )


def _place(fault: Fault) -> str:
    tables = [f"[[{fault.kind or 'attribute'}]] {fault.name}"]
    if fault.role:
        tables.append(f"[[event.role]] {fault.role}")
    return _joined(*tables, fault.field)


def _joined(*places: str) -> str:
    return ", ".join(place for place in places if place)


def _label_lines(label: Label) -> list[str]:
    lines = [f"label = {_string(label.label)}"]
    if label.names:
        lines.append(f"name = {_inline_table(label.names)}")
    texts = {
        "shortcut": label.shortcut,
        "color": label.color,
        "guideline": label.guideline,
        "parent": label.parent,
    }
    return lines + [f"{key} = {_string(text)}" for key, text in texts.items() if text]


def _role_lines(event: EventType) -> list[str]:
    lines: list[str] = []
    for role in event.roles:
        lines += ["[[event.role]]", f"name = {_string(role.name)}"]
        if role.names:
            lines.append(f"names = {_inline_table(role.names)}")
        if role.fillers:
            lines.append(f"fillers = {_array(role.fillers)}")
        if role.min:
            lines.append(f"min = {role.min}")
        if role.max is not None:
            lines.append(f"max = {role.max}")
    return lines


def _end_lines(relation: RelationType) -> list[str]:
    lines: list[str] = []
    if relation.sources:
        lines.append(f"from = {_array(relation.sources)}")
    if relation.targets:
        lines.append(f"to = {_array(relation.targets)}")
    if relation.symmetric:
        lines.append("symmetric = true")
    return lines


def _attribute_lines(attribute: Attribute) -> list[str]:
    lines = [f"name = {_string(attribute.name)}"]
    if attribute.names:
        lines.append(f"names = {_inline_table(attribute.names)}")
    if attribute.on:
        lines.append(f"on = {_array(attribute.on)}")
    if attribute.values is not None:
        lines.append(f"values = {_array(attribute.values)}")
    if attribute.default is not None:
        lines.append(f"default = {_scalar(attribute.default)}")
    return lines


def _inline_table(names: Mapping[str, str]) -> str:
    pairs = (
        f"{key if _BARE_KEY.fullmatch(key) else _quoted(key)} = {_quoted(name)}"
        for key, name in names.items()
    )
    return f"{{ {', '.join(pairs)} }}"


def _array(values: Iterable[AttributeValue]) -> str:
    items = [_scalar(value) for value in values]
    line = f"[{', '.join(items)}]"
    if len(line) <= _ARRAY_WIDTH:
        return line
    return "[\n" + "".join(f"    {item},\n" for item in items) + "]"


def _scalar(value: AttributeValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _quoted(value) if isinstance(value, str) else repr(value)


def _string(text: str) -> str:
    """Return `text` as a TOML string: over several lines where it has line breaks."""
    if "\n" not in text:
        return _quoted(text)
    lines = (_escaped(line) for line in text.split("\n"))
    return '"""\n' + "\n".join(lines) + '"""'


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04x}", text)


_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
