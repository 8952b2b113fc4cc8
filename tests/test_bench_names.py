"""What stands in for a corpus in which all names are marked."""

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article
from bench.gold import Gold
from bench.names import all_names


def gold(text: str, *marked: tuple[int, int, str]) -> Gold:
    annotations = (
        Annotation(f"T{start}", Kind.ENTITY, label, (Fragment(start, end),))
        for start, end, label in marked
    )
    return Gold(Article(text[:4], text, {}), tuple(annotations))


def test_each_place_of_a_name_is_marked_with_the_label_it_has_there_or_mostly() -> None:
    first = "Sơn Hà gặp ông Đỗ ở Sơn Hà."
    second = "Tỉnh Sơn Hà: Sơn Hà Đông, ông."
    found = all_names(
        [
            gold(first, (0, 6, "PER"), (11, 14, "PER")),
            gold(second, (5, 11, "LOC"), (13, 24, "LOC"), (26, 29, "PER")),
        ]
    )
    assert [
        [(each.label, each.text_in(made.article.text)) for each in made.annotations]
        for made in found
    ] == [
        [("PER", "Sơn Hà"), ("PER", "Sơn Hà")],
        [("LOC", "Sơn Hà"), ("LOC", "Sơn Hà Đông")],
    ]
