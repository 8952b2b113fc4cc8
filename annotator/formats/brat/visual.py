"""Shown names, colours and keys of labels in brat's `visual.conf` and `kb_shortcuts.conf`.

By brat.nlplab.org/configuration.html. brat does not say in which language names are: they are taken
for every language. Glyphs, arrows, dashes and abbreviations have no place in a tagset.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from annotator.formats.brat.conf_lines import sections
from annotator.formats.brat.conf_writing import fits
from annotator.formats.brat.met import Met
from annotator.formats.brat.roles import bare
from annotator.formats.brat.values import name_in_lines
from annotator.formats.css_colors import hex_color
from annotator.model.tagset import Attribute, Label, Role, Tagset
from annotator.model.tagset_rules import shortcut_fault

_LANGUAGES = ("en", "vi")
_L = TypeVar("_L", bound=Label)
_P = TypeVar("_P", Role, Attribute)
_KEY = re.compile(r"(\S)\s+(\S+)\s*")
_UNFIT_NAME = re.compile(r"[<>|\t\r\n]")

_DEFAULTS = (
    "SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken",
    "ARC_DEFAULT\tcolor:black, dashArray:-, arrowHead:triangle-5",
    "ATTRIBUTE_DEFAULT\tglyph:*",
)


def with_looks(tagset: Tagset, text: str, where: str) -> Tagset:
    """Return `tagset` with the names and colours that the content of a `visual.conf` gives."""
    found = sections(text, where)
    names: dict[str, str] = {}
    for line, _ in found.get("labels", ()):
        stored, *shown = (each.strip() for each in line.split("|"))
        if shown and shown[0] not in ("", stored, "<EMPTY>"):
            names[stored] = shown[0]
    labels = {each.label for each in (*tagset.entities, *tagset.events)}
    roles = {name: text for name, text in names.items() if name not in labels}
    roles |= {bare(name): text for name, text in names.items() if bare(name) != name}
    colors = dict(_colors(line for line, _ in found.get("drawing", ())))

    def seen(label: _L) -> _L:
        return replace(label, names=_named(label.label, names), color=colors.get(label.label, ""))

    def called(each: _P) -> _P:
        known = roles if isinstance(each, Role) else names
        return replace(each, names=_named(each.name, known))

    return replace(
        tagset,
        entities=tuple(map(seen, tagset.entities)),
        events=tuple(
            replace(seen(event), roles=tuple(map(called, event.roles))) for event in tagset.events
        ),
        relations=tuple(map(seen, tagset.relations)),
        attributes=tuple(map(called, tagset.attributes)),
    )


def with_keys(tagset: Tagset, text: str, _where: str) -> Tagset:
    """Return `tagset` with the keys that the content of a `kb_shortcuts.conf` gives.

    brat's keys are pressed without Shift, whether they are written as capitals or not. One that the
    window or another label has becomes that with Shift, or none.
    """
    labels = [*tagset.entities, *tagset.events, *tagset.relations]
    known = {each.label.casefold(): each.label for each in labels}
    known |= {each.label: each.label for each in labels}
    keys: dict[str, str] = {}
    owners: dict[str, str] = {}
    for match in filter(None, map(_KEY.fullmatch, text.splitlines())):
        label = known.get(match[2]) or known.get(match[2].casefold())
        if match[1] == "#" or not label or label in keys:
            continue
        for key in (match[1].upper(), f"Shift+{match[1].upper()}"):
            if shortcut_fault(key, owners) is None:
                keys[label], owners[key] = key, label
                break

    def keyed(label: _L) -> _L:
        return replace(label, shortcut=keys.get(label.label, ""))

    return replace(
        tagset,
        entities=tuple(map(keyed, tagset.entities)),
        events=tuple(map(keyed, tagset.events)),
        relations=tuple(map(keyed, tagset.relations)),
    )


def visual_conf(tagset: Tagset, met: Met) -> str:
    """Return the content of `visual.conf` for names as they stand in lines."""
    spans = [*tagset.entities, *tagset.events]
    shown = {
        name_in_lines(name): _shown(names, name, tagset.language)
        for name, names in (
            *((each.label, each.names) for each in (*spans, *tagset.relations)),
            *((each.name, each.names) for each in tagset.attributes),
        )
    }
    for event in tagset.events:
        for role in event.roles:
            written = met.roles(name_in_lines(event.label), name_in_lines(role.name))
            shown |= dict.fromkeys(written, _shown(role.names, role.name, tagset.language))
    colors = [(each, "bgColor") for each in spans] + [(each, "color") for each in tagset.relations]
    lines = [
        "[labels]",
        *(
            f"{name} | {text}"
            for name, text in shown.items()
            if text != name and fits(name) and not _UNFIT_NAME.search(text)
        ),
        "",
        "[drawing]",
        *_DEFAULTS,
        *(
            f"{name}\t{key}:{each.color}"
            for each, key in colors
            if each.color and fits(name := name_in_lines(each.label))
        ),
    ]
    return "\n".join(lines) + "\n"


def kb_shortcuts_conf(tagset: Tagset) -> str:
    """Return the content of `kb_shortcuts.conf`: the keys without Shift."""
    labels = (*tagset.entities, *tagset.events, *tagset.relations)
    return "".join(
        f"{each.shortcut} {name_in_lines(each.label)}\n"
        for each in labels
        if len(each.shortcut) == 1 and each.shortcut != "#"
    )


def _colors(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        name, *said = line.split(None, 1)
        pairs = (each.partition(":") for each in "".join(said).split(","))
        values = {key.strip(): hex_color(value) for key, _, value in pairs}
        if color := values.get("bgColor") or values.get("color"):
            yield name, color


def _named(name: str, names: Mapping[str, str]) -> dict[str, str]:
    shown = names.get(name, name)
    return dict.fromkeys(_LANGUAGES, shown) if shown != name else {}


def _shown(names: Mapping[str, str], name: str, language: str) -> str:
    """Return the name to show in `language`, else in any."""
    return names.get(language) or next(filter(None, names.values()), name)
