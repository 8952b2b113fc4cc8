"""Layers with annotations of every kind, for hypothesis."""

from hypothesis import strategies as st

from annotator.model.annotation import (
    FROM,
    MEMBER,
    TO,
    Annotation,
    AttributeValue,
    Fragment,
    Kind,
    Link,
    merged,
)
from annotator.model.article import Article, Status
from annotator.model.layer import Layer
from annotator.model.tagset import COREFERENCE, EventType, Tagset

TEXT = "Ủy ban nhân dân tỉnh Sơn Hà họp 😀 sáng nay.\r\n" * 3


@st.composite
def fragments(draw: st.DrawFn, most: int = 3) -> tuple[Fragment, ...]:
    """One or more fragments in TEXT, sorted and apart."""
    cuts = sorted(draw(st.sets(st.integers(0, len(TEXT)), min_size=2, max_size=2 * most)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return merged(Fragment(start, end) for start, end in pairs)


@st.composite
def layers(draw: st.DrawFn, tagset: Tagset, status: Status | None = None) -> Layer:
    """A layer on an article with TEXT, with labels and roles of `tagset` and others."""
    annotations: list[Annotation] = []

    def label(kind: Kind) -> str:
        known = [each.label for each in tagset.labels(kind)]
        return draw(st.sampled_from([*known, "?unknown"]))

    def add(kind: Kind, label: str, where: tuple[Fragment, ...], links: tuple[Link, ...]) -> None:
        number = sum(each.kind is kind for each in annotations) + 1
        known = tagset.attributes_of(label)
        attributes: dict[str, AttributeValue] = {
            each.name: draw(st.sampled_from(each.values or ("x",)))
            for each in known
            if draw(st.booleans())
        }
        id = f"{kind.id_prefix}{number}"
        rank = len(annotations)
        annotations.append(Annotation(id, kind, label, where, links, attributes, rank=rank))

    def target() -> str:
        return draw(st.sampled_from([each.id for each in annotations]))

    for _ in range(draw(st.integers(1, 5))):
        add(Kind.ENTITY, label(Kind.ENTITY), draw(fragments()), ())
    for _ in range(draw(st.integers(0, 4))):
        name = label(Kind.EVENT)
        declared = tagset.find(Kind.EVENT, name)
        roles = [role.name for role in declared.roles] if isinstance(declared, EventType) else []
        links = (Link(draw(st.sampled_from([*roles, "?role"])), target()) for _ in range(2))
        trigger = draw(fragments()) if draw(st.booleans()) else ()
        add(Kind.EVENT, name, trigger, tuple(dict.fromkeys(links)))
    for _ in range(draw(st.integers(0, 2))):
        add(Kind.RELATION, label(Kind.RELATION), (), (Link(FROM, target()), Link(TO, target())))
    if len(annotations) > 2 and draw(st.booleans()):
        members = draw(st.lists(st.sampled_from(annotations), min_size=2, unique_by=id_of))
        add(Kind.CLUSTER, COREFERENCE, (), tuple(Link(MEMBER, each.id) for each in members))
    if draw(st.booleans()):
        add(Kind.DOCUMENT, label(Kind.DOCUMENT), (), ())
    return Layer(
        Article("a1", TEXT), "lan", annotations, status or draw(st.sampled_from(list(Status)))
    )


def id_of(annotation: Annotation) -> str:
    """Return the annotation's id."""
    return annotation.id


def dump(layer: Layer) -> list[str]:
    """Return all that is in a layer, in order, so that a difference reads well."""
    return [f"{layer.status} {layer.curated}", *(f"{each.rank} {each!r}" for each in layer)]
