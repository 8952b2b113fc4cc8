"""Layers with annotations of every kind, for hypothesis."""

from random import Random

from hypothesis.strategies import SearchStrategy

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
from tests.randoms import randoms

TEXT = "Ủy ban nhân dân tỉnh Sơn Hà họp 😀 sáng nay.\r\n" * 3


def fragments(most: int = 3) -> SearchStrategy[tuple[Fragment, ...]]:
    """Return one or more fragments in TEXT, sorted and apart."""
    return randoms.map(lambda random: _fragments(random, most))


def layers(tagset: Tagset, status: Status | None = None) -> SearchStrategy[Layer]:
    """Return a layer on an article with TEXT, with labels and roles of `tagset` and others."""
    return randoms.map(lambda random: _layer(random, tagset, status))


def _fragments(random: Random, most: int = 3) -> tuple[Fragment, ...]:
    cuts = sorted(random.sample(range(len(TEXT) + 1), random.randint(2, 2 * most)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return merged(Fragment(start, end) for start, end in pairs)


def _layer(random: Random, tagset: Tagset, status: Status | None) -> Layer:
    annotations: list[Annotation] = []

    def label(kind: Kind) -> str:
        known = [each.label for each in tagset.labels(kind)]
        return random.choice([*known, "?unknown"])

    def add(kind: Kind, label: str, where: tuple[Fragment, ...], links: tuple[Link, ...]) -> None:
        number = sum(each.kind is kind for each in annotations) + 1
        known = tagset.attributes_of(label)
        attributes: dict[str, AttributeValue] = {
            each.name: random.choice(each.values or ("x",))
            for each in known
            if random.random() < 0.5
        }
        id = f"{kind.id_prefix}{number}"
        rank = len(annotations)
        annotations.append(Annotation(id, kind, label, where, links, attributes, rank=rank))

    def target() -> str:
        return random.choice(annotations).id

    for _ in range(random.randint(1, 5)):
        add(Kind.ENTITY, label(Kind.ENTITY), _fragments(random), ())
    for _ in range(random.randint(0, 4)):
        name = label(Kind.EVENT)
        declared = tagset.find(Kind.EVENT, name)
        roles = [role.name for role in declared.roles] if isinstance(declared, EventType) else []
        links = (Link(random.choice([*roles, "?role"]), target()) for _ in range(2))
        trigger = _fragments(random) if random.random() < 0.5 else ()
        add(Kind.EVENT, name, trigger, tuple(dict.fromkeys(links)))
    for _ in range(random.randint(0, 2)):
        add(Kind.RELATION, label(Kind.RELATION), (), (Link(FROM, target()), Link(TO, target())))
    if len(annotations) > 2 and random.random() < 0.5:
        members = random.sample(annotations, random.randint(2, len(annotations)))
        add(Kind.CLUSTER, COREFERENCE, (), tuple(Link(MEMBER, each.id) for each in members))
    if random.random() < 0.5:
        add(Kind.DOCUMENT, label(Kind.DOCUMENT), (), ())
    return Layer(Article("a1", TEXT), "lan", annotations, status or random.choice(list(Status)))


def dump(layer: Layer) -> list[str]:
    """Return all that is in a layer, in order, so that a difference reads well."""
    return [f"{layer.status} {layer.curated}", *(f"{each.rank} {each!r}" for each in layer)]
