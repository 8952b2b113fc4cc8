"""Random articles and layers, as hard as they come: for every test that reads or writes them."""

from collections.abc import Sequence
from random import Random

from hypothesis.strategies import SearchStrategy

from annotator.formats.format import Parcel
from annotator.model.annotation import FROM, MEMBER, TO, Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Json, Status
from annotator.model.layer import Layer
from tests.randoms import randoms

PIECES = [
    "Hội nghị", "Lạng Sơn", "Ho\u0323\u0302i nghi\u0323", "a", " ", "  ", "\t", "\n", "\r\n", ".",
    "\u00a0", "👩🏽‍🌾", "🇻🇳", "محمد", "שלום", "\ufeff", "\u200b", "\u202e", "e\u0301\u0302",
    "<b>x</b>", '"', "\\", "\u2028", "\x85", "đồng", "𝒳",
]  # fmt: skip

FLOATS = [0.0, 5e-324, 1e-7, 0.1, 1 / 3, 1.5, 1e15, 1e16, 1e21, 2.0**53, 1.7976931348623157e308]


def _words(random: Random, least: int, most: int) -> str:
    return "".join(random.choices(PIECES, k=random.randint(least, most)))


def _text(random: Random) -> str:
    return _words(random, 1, 30)


def _name(random: Random) -> str:
    name = _words(random, 0, 3)
    return name if name.strip() else f"{name}đ{random.randint(0, 9)}"


def _value(random: Random) -> str | bool | int | float:
    return random.choice(
        [
            _words(random, 0, 3),
            random.random() < 0.5,
            random.choice([0, 1, -1, random.randint(-(2**53), 2**53), 2**53, -(2**53)]),
            random.choice(FLOATS) * random.choice([1, -1, random.random()]),
        ]
    )


def _json(random: Random, depth: int = 0) -> Json:
    if depth < 3 and random.random() < 0.3:
        inner = [_json(random, depth + 1) for _ in range(random.randint(0, 3))]
        if random.random() < 0.5:
            return inner
        return {_words(random, 0, 3): each for each in inner}
    return None if random.random() < 0.2 else _value(random)


def _metadata(random: Random) -> dict[str, Json]:
    return {_words(random, 0, 3): _json(random) for _ in range(random.randint(0, 4))}


def _fragments(random: Random, text: str, most: int = 3) -> tuple[Fragment, ...]:
    count = min(random.randint(2, 2 * most), len(text) + 1)
    ends = sorted(random.sample(range(len(text) + 1), count))
    return tuple(Fragment(*pair) for pair in zip(ends[::2], ends[1::2], strict=False))


def _layer(random: Random, article: Article, reviewer: str) -> Layer:
    """Return a layer with annotations of all kinds: nested, crossing, discontinuous, linked."""
    annotations: list[Annotation] = []

    def add(kind: Kind, links: Sequence[Link] = (), where: tuple[Fragment, ...] = ()) -> None:
        number = len(annotations) + 1
        annotations.append(
            Annotation(
                id=random.choice([f"{kind.id_prefix}{number}", f"{number}-đ"]),
                kind=kind,
                label=random.choice(["LOC", "PER", "Meeting", "part_of", "Chính trị", "<i>"]),
                fragments=where,
                links=tuple(links),
                attributes={_name(random): _value(random) for _ in range(random.randint(0, 2))},
                note=_words(random, 0, 3),
                origin=random.choice(["", "", "dictionary"]),
                rank=number,
            )
        )

    def some_ids(least: int, most: int) -> list[str]:
        ids = [each.id for each in annotations]
        return random.choices(ids, k=random.randint(least, most))

    for _ in range(random.randint(0, 5)):
        add(Kind.ENTITY, where=_fragments(random, article.text))
    for _ in range(random.randint(0, 3)):
        links = [
            Link(random.choice(["Place", "Agent"]), target)
            for target in (some_ids(0, 3) if annotations else [])
        ]
        add(Kind.EVENT, links, random.choice([(), _fragments(random, article.text)]))
    if annotations and random.random() < 0.5:
        source, target = some_ids(2, 2)
        add(Kind.RELATION, [Link(FROM, source), Link(TO, target)])
    if annotations and random.random() < 0.5:
        add(Kind.CLUSTER, [Link(MEMBER, target) for target in dict.fromkeys(some_ids(1, 4))])
    if random.random() < 0.5:
        add(Kind.DOCUMENT)
    random.shuffle(annotations)
    return Layer(article, reviewer, annotations, random.choice(list(Status)), random.random() < 0.5)


def _parcel(random: Random, id: str) -> Parcel:
    article = Article(id, _text(random), _metadata(random))
    reviewers = random.sample(["lan", "Minh Đ.", "👩"], k=random.randint(0, 2))
    return Parcel(article, tuple(_layer(random, article, each) for each in reviewers), "")


def _parcels(random: Random) -> list[Parcel]:
    ids = dict.fromkeys(_name(random) for _ in range(random.randint(1, 3)))
    return [_parcel(random, id) for id in ids]


texts: SearchStrategy[str] = randoms.map(_text)
names: SearchStrategy[str] = randoms.map(_name)
values: SearchStrategy[str | bool | int | float] = randoms.map(_value)
metadata: SearchStrategy[dict[str, Json]] = randoms.map(_metadata)


def fragments(text: str, most: int = 3) -> SearchStrategy[tuple[Fragment, ...]]:
    """Return one to `most` fragments of `text`, sorted, some of them touching."""
    return randoms.map(lambda random: _fragments(random, text, most))


def parcels() -> SearchStrategy[list[Parcel]]:
    """Return some articles with the layers of up to two reviewers each."""
    return randoms.map(_parcels)
