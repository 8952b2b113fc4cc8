"""Random articles and layers, as hard as they come: for every test that reads or writes them."""

from collections.abc import Iterator, Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from annotator.formats.format import Parcel
from annotator.model.annotation import FROM, MEMBER, TO, Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Json, Status
from annotator.model.layer import Layer

PIECES = [
    "Hội nghị", "Lạng Sơn", "Ho\u0323\u0302i nghi\u0323", "a", " ", "  ", "\t", "\n", "\r\n", ".",
    "\u00a0", "👩🏽‍🌾", "🇻🇳", "محمد", "שלום", "\ufeff", "\u200b", "\u202e", "e\u0301\u0302",
    "<b>x</b>", '"', "\\", "\u2028", "\x85", "đồng", "𝒳",
]  # fmt: skip

texts: SearchStrategy[str] = st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join)
words: SearchStrategy[str] = st.lists(st.sampled_from(PIECES), max_size=3).map("".join)
names: SearchStrategy[str] = words.filter(str.strip)
values = (
    words
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False).filter(lambda number: abs(number) != float("inf"))
)
metadata: SearchStrategy[dict[str, Json]] = st.dictionaries(
    words,
    st.recursive(
        values | st.none(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
        max_leaves=5,
    ),
    max_size=4,
)


@st.composite
def fragments(draw: DrawFn, text: str, most: int = 3) -> tuple[Fragment, ...]:
    """Return one to `most` fragments of `text`, sorted, some of them touching."""
    count = draw(st.integers(1, most))
    offsets = st.lists(st.integers(0, len(text)), min_size=2, max_size=2 * count, unique=True).map(
        sorted
    )
    ends = draw(offsets)
    return tuple(Fragment(*pair) for pair in zip(ends[::2], ends[1::2], strict=False))


@st.composite
def layers(draw: DrawFn, article: Article, reviewer: str) -> Layer:
    """Return a layer with annotations of all kinds: nested, crossing, discontinuous, linked."""
    annotations: list[Annotation] = []
    numbers = iter(range(1, 1000))

    def add(kind: Kind, links: Sequence[Link] = (), where: tuple[Fragment, ...] = ()) -> None:
        number = next(numbers)
        annotations.append(
            Annotation(
                id=draw(st.sampled_from([f"{kind.id_prefix}{number}", f"{number}-đ"])),
                kind=kind,
                label=draw(
                    st.sampled_from(["LOC", "PER", "Meeting", "part_of", "Chính trị", "<i>"])
                ),
                fragments=where,
                links=tuple(links),
                attributes=draw(st.dictionaries(names, values, max_size=2)),
                note=draw(words),
                origin=draw(st.sampled_from(["", "", "dictionary"])),
                rank=number,
            )
        )

    def some_ids(least: int, most: int) -> list[str]:
        ids = [each.id for each in annotations]
        return draw(st.lists(st.sampled_from(ids), min_size=least, max_size=most))

    for _ in range(draw(st.integers(0, 5))):
        add(Kind.ENTITY, where=draw(fragments(article.text)))
    for _ in range(draw(st.integers(0, 3))):
        links = [
            Link(draw(st.sampled_from(["Place", "Agent"])), target)
            for target in (some_ids(0, 3) if annotations else [])
        ]
        add(Kind.EVENT, links, draw(st.just(()) | fragments(article.text)))
    if annotations and draw(st.booleans()):
        source, target = some_ids(2, 2)
        add(Kind.RELATION, [Link(FROM, source), Link(TO, target)])
    if annotations and draw(st.booleans()):
        add(Kind.CLUSTER, [Link(MEMBER, target) for target in dict.fromkeys(some_ids(1, 4))])
    if draw(st.booleans()):
        add(Kind.DOCUMENT)
    order = draw(st.permutations(annotations))
    return Layer(article, reviewer, order, draw(st.sampled_from(Status)), draw(st.booleans()))


@st.composite
def parcels(draw: DrawFn) -> list[Parcel]:
    """Return some articles with the layers of up to two reviewers each."""
    ids = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    return list(_parcels(draw, ids))


def _parcels(draw: DrawFn, ids: list[str]) -> Iterator[Parcel]:
    for id in ids:
        article = Article(id, draw(texts), draw(metadata))
        reviewers = draw(
            st.lists(st.sampled_from(["lan", "Minh Đ.", "👩"]), max_size=2, unique=True)
        )
        yield Parcel(article, tuple(draw(layers(article, each)) for each in reviewers), "")
