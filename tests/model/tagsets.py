"""Tagsets that keep every rule, for hypothesis."""

import string

from hypothesis import strategies as st

from annotator.model.tagset import (
    Attribute,
    DocumentType,
    EntityType,
    EventType,
    RelationType,
    Role,
    Tagset,
)
from annotator.model.tagset_rules import WINDOW_KEYS

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=8)
SHOWN = st.dictionaries(st.sampled_from(["en", "vi", "x y"]), st.text(max_size=8), max_size=2)
KEYS = sorted({*string.digits, *string.ascii_uppercase} - WINDOW_KEYS)
VALUES = (
    st.text(max_size=4)
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
)


@st.composite
def tagsets(draw: st.DrawFn) -> Tagset:
    """A tagset of a few labels of each kind, with parents, roles, keys and attributes."""
    mentions = draw(st.lists(NAMES, max_size=6, unique=True))
    cut = draw(st.integers(0, len(mentions)))
    keys = draw(st.permutations(KEYS))

    def some_of(labels: list[str]) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(labels), max_size=3))) if labels else ()

    def common(labels: list[str], index: int) -> dict[str, object]:
        above = labels[:index]
        return {
            "label": labels[index],
            "names": draw(SHOWN),
            "shortcut": keys.pop() if draw(st.booleans()) else "",
            "color": draw(st.sampled_from(["", "#3b7dd8", "#FFFFFF"])),
            "guideline": draw(st.text(max_size=12)),
            "parent": draw(st.sampled_from(above)) if above and draw(st.booleans()) else "",
        }

    def roles() -> tuple[Role, ...]:
        return tuple(
            Role(
                name,
                some_of(mentions),
                low := draw(st.integers(0, 2)),
                draw(st.none() | st.integers(max(1, low), 4)),
                draw(SHOWN),
            )
            for name in draw(st.lists(NAMES, max_size=3, unique=True))
        )

    def relation(labels: list[str], index: int) -> RelationType:
        ends = {"sources": some_of(mentions), "targets": some_of(mentions)}
        return RelationType(**common(labels, index), **ends, symmetric=draw(st.booleans()))

    def attribute(name: str) -> Attribute:
        values = draw(st.none() | st.lists(VALUES, min_size=1, max_size=3, unique_by=repr))
        default = draw(VALUES if values is None else st.sampled_from(values))
        return Attribute(
            name,
            some_of(mentions),
            None if values is None else tuple(values),
            default if draw(st.booleans()) else None,
            draw(SHOWN),
        )

    entities, events = mentions[:cut], mentions[cut:]
    relations = draw(st.lists(NAMES, max_size=2, unique=True))
    documents = draw(st.lists(NAMES, max_size=2, unique=True))
    return Tagset(
        name=draw(st.text(max_size=8)),
        language=draw(st.sampled_from(["", "vi", "en"])),
        entities=tuple(EntityType(**common(entities, i)) for i in range(len(entities))),
        events=tuple(EventType(**common(events, i), roles=roles()) for i in range(len(events))),
        relations=tuple(relation(relations, i) for i in range(len(relations))),
        attributes=tuple(map(attribute, draw(st.lists(NAMES, max_size=2, unique=True)))),
        documents=tuple(DocumentType(**common(documents, i)) for i in range(len(documents))),
    )
