"""Rules as TOML: those that ship (`resources/suggest/patterns-vi.toml`) and a project's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import regex

from annotator.model.message import AnnotatorError
from annotator.model.toml_text import TomlError, parsed
from annotator.resources import resource

_SHIPPED = "suggest/patterns-vi.toml"
_RULE_HEAD = regex.compile(r"(?m)^[ \t]*\[\[[ \t]*rule[ \t]*\]\]")

_DEPTH = 3
"""How deep parts may stand in parts."""


class RuleError(AnnotatorError):
    """Rules that can't be used: on which line, and what is wrong there."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A form: what matches `pattern` (its group `it`, if it has one) may have one of `labels`."""

    name: str
    labels: tuple[str, ...]
    pattern: "regex.Pattern[str]"
    confidence: float

    @property
    def group(self) -> str | int:
        """What of a match is meant: its group `it`, else all of it."""
        return "it" if "it" in self.pattern.groupindex else 0


@cache
def shipped_rules() -> tuple[Rule, ...]:
    """Return the rules for Vietnamese that come with the program."""
    return rules_from_toml(resource(_SHIPPED).read_text(encoding="utf-8"), _SHIPPED)


def rules_from_toml(text: str, where: str = "") -> tuple[Rule, ...]:
    """Return the rules that `text` states.

    Each `[[rule]]` has a `name`, `labels`, a `pattern` in the syntax of the package regex, with
    white space that counts for nothing and parts as `{name}` from the table `[parts]`, and may have
    a `confidence`. Raises RuleError at the line.
    """
    try:
        data = parsed(text, where)
    except TomlError as error:
        raise RuleError(error.message.template, *error.message.values, where=error.where) from error
    lines = [text.count("\n", 0, match.start()) + 1 for match in _RULE_HEAD.finditer(text)]
    parts: Any = data.get("parts", {})
    rules: Any = data.get("rule", [])
    if not isinstance(parts, dict) or not isinstance(rules, list):
        raise RuleError("Rules stand under [[rule]], parts of them under [parts].", where=where)
    found: list[Rule] = []
    for number, each in enumerate(cast(list[Any], rules)):
        line = lines[number] if number < len(lines) else 1
        found.append(_rule(each, cast(dict[str, Any], parts), f"{where}:{line}"))
    return tuple(found)


def _rule(data: Any, parts: Mapping[str, Any], where: str) -> Rule:
    if not isinstance(data, dict):
        raise RuleError("A rule is a table with name, labels and pattern.", where=where)
    fields = cast(dict[str, Any], data)
    name, labels, pattern = fields.get("name"), fields.get("labels"), fields.get("pattern")
    if not isinstance(name, str) or not name:
        raise RuleError("The rule has no name.", where=where)
    if not isinstance(labels, list) or not labels:
        raise RuleError('The rule {0} has no labels: write labels = ["…"].', name, where=where)
    if not isinstance(pattern, str) or not pattern.strip():
        raise RuleError("The rule {0} has no pattern.", name, where=where)
    confidence: Any = fields.get("confidence", 0.8)
    if not isinstance(confidence, int | float) or not 0 <= confidence <= 1:
        raise RuleError("The confidence of {0} is a number from 0 to 1.", name, where=where)
    for _ in range(_DEPTH):
        for part, value in parts.items():
            pattern = pattern.replace(f"{{{part}}}", f"(?:{value})")
    try:
        compiled = regex.compile(pattern, regex.VERBOSE | regex.V1)
    except (regex.error, RecursionError) as error:
        raise RuleError("The pattern of {0} is wrong: {1}.", name, error, where=where) from error
    return Rule(name, tuple(map(str, cast(list[Any], labels))), compiled, float(confidence))
