"""How far reviewers agree: by hand, by other programs, and by what must hold of any measure."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.language.counting import Syllables, count_syllables
from annotator.language.segmentation import is_word, syllables
from annotator.measure.agreement.count import AgreementCount
from annotator.measure.agreement.figures import (
    Agreed,
    Agreement,
    Compared,
    Measure,
    PairFigures,
    ReadTwice,
)
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.tagset import Attribute, EventType, RelationType, Tagset

TEXT = "Ông Hoà gặp bà Lý ở Huế. Bà Lý vui, về Đà Nẵng."
TAGSET = Tagset(
    events=(EventType("Meet"),),
    relations=(RelationType("part"), RelationType("kin", symmetric=True)),
    attributes=(
        Attribute("Tense", ("Meet",), ("past", "future"), default="past"),
        Attribute("Sure", ("PER",), (True, False)),
    ),
)
EVERYTHING = Compared()
WORDS = [(start, end) for start, end in syllables(TEXT) if is_word(TEXT[start:end])]


def mention(id: str, label: str, *words: tuple[int, int], **more: object) -> Annotation:
    """Return a mention of the words from the one number to the other, which is left out."""
    fragments = tuple(Fragment(WORDS[first][0], WORDS[last - 1][1]) for first, last in words)
    return Annotation(id, Kind.ENTITY, label, fragments, **more)  # pyright: ignore[reportArgumentType]


def event(
    id: str, label: str, word: int | None, *links: tuple[str, str], **more: object
) -> Annotation:
    place = () if word is None else (Fragment(*WORDS[word]),)
    linked = tuple(Link(*each) for each in links)
    return Annotation(id, Kind.EVENT, label, place, linked, **more)  # pyright: ignore[reportArgumentType]


def relation(id: str, label: str, one: str, other: str) -> Annotation:
    return Annotation(id, Kind.RELATION, label, (), (Link("from", one), Link("to", other)))


def cluster(id: str, *members: str) -> Annotation:
    return Annotation(
        id, Kind.CLUSTER, "Coreference", (), tuple(Link("member", m) for m in members)
    )


def document(id: str, label: str) -> Annotation:
    return Annotation(id, Kind.DOCUMENT, label)


Layers = dict[str, list[Annotation]]


def compared(*articles: Layers, scope: Compared = EVERYTHING) -> Agreement:
    count = AgreementCount(TAGSET, scope)
    for number, layers in enumerate(articles):
        count.add(ReadTwice(str(number), f"Title {number}", TEXT, list(layers.items())))
    return count.figures({name for layers in articles for name in layers}, 0)


def pair(ones: list[Annotation], others: list[Annotation]) -> PairFigures:
    (found,) = compared({"an": ones, "bo": others}).pairs
    return found


def figure(found: PairFigures, measure: Measure, kind: Kind, label: str = "") -> Agreed:
    value = found.figure(measure, kind, label)
    assert value is not None
    return value


def counts(found: PairFigures, measure: Measure, kind: Kind, label: str = "") -> tuple[int, ...]:
    value = figure(found, measure, kind, label)
    return value.both, value.only_one, value.only_other


def test_mentions_by_hand() -> None:
    found = pair(
        [
            mention("T1", "PER", (0, 2)),  # the same
            mention("T2", "PER", (3, 5)),  # begins later by the other
            mention("T3", "LOC", (6, 7)),  # another label by the other
            mention("T4", "LOC", (10, 12)),  # by the one alone
        ],
        [
            mention("T9", "PER", (0, 2)),
            mention("T8", "PER", (4, 5)),
            mention("T7", "ORG", (6, 7)),
        ],
    )
    assert counts(found, Measure.EXACT, Kind.ENTITY) == (1, 3, 2)
    assert figure(found, Measure.EXACT, Kind.ENTITY).f1 == pytest.approx(2 / 7)
    assert counts(found, Measure.EXACT, Kind.ENTITY, "PER") == (1, 1, 1)
    assert counts(found, Measure.EXACT, Kind.ENTITY, "ORG") == (0, 0, 1)
    assert counts(found, Measure.OVERLAP, Kind.ENTITY) == (2, 2, 1)
    assert counts(found, Measure.PLACE, Kind.ENTITY) == (2, 2, 1)
    assert [(c.one, c.other, c.mentions) for c in found.confused] == [
        ("LOC", "ORG", 1), ("PER", "PER", 1)
    ]  # fmt: skip
    assert counts(found, Measure.SYLLABLES, Kind.ENTITY, "PER") == (3, 1, 0)
    assert counts(found, Measure.SYLLABLES, Kind.ENTITY) == (3, 4, 1)
    # 13 syllables: PER by both 3, PER by one 1, LOC and ORG 1, LOC by one 2, none by both 6.
    assert found.syllables == len(WORDS) == 13
    chance = (4 * 3 + 3 * 0 + 6 * 9) / 13**2
    value = figure(found, Measure.SYLLABLES, Kind.ENTITY).kappa
    assert value == pytest.approx((9 / 13 - chance) / (1 - chance))


def test_a_mention_in_parts_is_one_place() -> None:
    whole = [mention("T1", "PER", (3, 5))]
    (start, _), (_, end) = WORDS[3], WORDS[4]
    cut = Annotation(
        "T1", Kind.ENTITY, "PER", (Fragment(start, start + 1), Fragment(start + 1, end))
    )
    assert counts(pair(whole, [cut]), Measure.EXACT, Kind.ENTITY) == (1, 0, 0)
    parted = [mention("T1", "PER", (0, 1), (3, 5))]
    assert counts(pair(whole, parted), Measure.EXACT, Kind.ENTITY) == (0, 1, 1)
    assert counts(pair(whole, parted), Measure.OVERLAP, Kind.ENTITY) == (1, 0, 0)
    between = [mention("T1", "PER", (1, 3))]
    assert counts(pair(parted, between), Measure.OVERLAP, Kind.ENTITY) == (0, 1, 1)


def test_each_mention_has_one_fellow_at_most() -> None:
    twice = [mention("T1", "PER", (0, 2)), mention("T2", "PER", (0, 2))]
    once = [mention("T1", "PER", (0, 2))]
    assert counts(pair(twice, once), Measure.EXACT, Kind.ENTITY) == (1, 1, 0)
    assert counts(pair(twice, once), Measure.OVERLAP, Kind.ENTITY) == (1, 1, 0)
    nested = [mention("T1", "PER", (0, 5)), mention("T2", "PER", (0, 2))]
    assert counts(pair(nested, once), Measure.EXACT, Kind.ENTITY) == (1, 1, 0)
    two = [mention("T1", "PER", (0, 1)), mention("T2", "PER", (1, 5))]
    assert counts(pair(nested, two), Measure.OVERLAP, Kind.ENTITY) == (2, 0, 0)
    best_first = [mention("T1", "PER", (0, 3)), mention("T2", "PER", (3, 5))]
    assert counts(pair(nested, best_first), Measure.OVERLAP, Kind.ENTITY) == (1, 1, 1)


def test_events_by_the_convention_of_ace() -> None:
    fillers = [
        mention("T1", "PER", (0, 2)),
        mention("T2", "PER", (3, 5)),
        mention("T3", "LOC", (6, 7)),
    ]
    found = pair(
        [*fillers, event("E1", "Meet", 2, ("Chair", "T1"), ("Guest", "T2"), ("Place", "T3"))],
        [
            *fillers,
            event("E1", "Meet", 2, ("Chair", "T1")),
            event("E2", "Meet", 9, ("Chair", "T2")),  # the trigger is another: the argument counts
            event("E3", "Talk", 2, ("Place", "T3")),
        ],
    )
    assert counts(found, Measure.TRIGGER_IDENTIFIED, Kind.EVENT) == (1, 0, 2)
    assert counts(found, Measure.TRIGGER_CLASSIFIED, Kind.EVENT) == (1, 0, 2)
    assert counts(found, Measure.TRIGGER_CLASSIFIED, Kind.EVENT, "Talk") == (0, 0, 1)
    assert counts(found, Measure.ARGUMENT_IDENTIFIED, Kind.EVENT) == (2, 1, 1)
    assert counts(found, Measure.ARGUMENT_CLASSIFIED, Kind.EVENT) == (1, 2, 2)


def test_events_without_a_trigger_and_events_that_fill_roles() -> None:
    ones = [
        event("E1", "Meet", None, ("Cause", "E2")),
        event("E2", "Talk", 2),
        event("E3", "Talk", None),
        event("E4", "Talk", 9, ("Topic", "E3")),
    ]
    others = [event("E7", "Meet", None, ("Cause", "E9")), event("E9", "Talk", 2)]
    found = pair(ones, others)
    assert counts(found, Measure.WITHOUT_TRIGGER, Kind.EVENT) == (1, 1, 0)
    assert counts(found, Measure.TRIGGER_IDENTIFIED, Kind.EVENT) == (1, 1, 0)
    assert counts(found, Measure.ARGUMENT_CLASSIFIED, Kind.EVENT) == (1, 1, 0)


def test_relations_by_their_ends() -> None:
    ends = [mention("T1", "PER", (0, 2)), mention("T2", "PER", (3, 5))]
    ones = [*ends, relation("R1", "part", "T1", "T2"), relation("R2", "kin", "T1", "T2")]
    others = [*ends, relation("R1", "part", "T2", "T1"), relation("R2", "kin", "T2", "T1")]
    found = pair(ones, others)
    assert counts(found, Measure.EXACT, Kind.RELATION) == (1, 1, 1)
    assert counts(found, Measure.EXACT, Kind.RELATION, "kin") == (1, 0, 0)
    assert counts(found, Measure.ENDS, Kind.RELATION) == (2, 0, 0)


def test_clusters_as_bagga_and_baldwin_have_it() -> None:
    twelve = [mention(f"T{n}", "PER", (n, n + 1)) for n in range(12)]
    key = [cluster("C1", *[f"T{n}" for n in range(5)]), cluster("C2", "T5", "T6"),
           cluster("C3", *[f"T{n}" for n in range(7, 12)])]  # fmt: skip
    joined = [cluster("C1", *[f"T{n}" for n in range(5)]),
              cluster("C2", *[f"T{n}" for n in range(5, 12)])]  # fmt: skip
    found = pair([*twelve, *key], [*twelve, *joined])
    precise = (5 + 2 * 2 / 7 + 5 * 5 / 7) / 12  # the paper's first example: 76 %
    assert precise == pytest.approx(0.76, abs=0.005)
    assert figure(found, Measure.B_CUBED, Kind.CLUSTER).f1 == pytest.approx(
        2 * precise / (1 + precise)
    )
    assert counts(found, Measure.EXACT, Kind.CLUSTER) == (1, 2, 1)
    lone = pair([*twelve, *key], twelve)
    assert figure(lone, Measure.B_CUBED, Kind.CLUSTER).f1 == 0


def test_document_labels_over_articles() -> None:
    found = compared(
        {"an": [document("D1", "Sport")], "bo": [document("D1", "Sport")]},
        {"an": [document("D1", "Sport")], "bo": [document("D1", "War")]},
        {"an": [], "bo": []},
        {"an": [], "bo": []},
    ).pairs[0]
    assert counts(found, Measure.EXACT, Kind.DOCUMENT) == (1, 1, 1)
    sport = figure(found, Measure.EXACT, Kind.DOCUMENT, "Sport")
    assert sport.kappa == pytest.approx((3 / 4 - 1 / 2) / (1 - 1 / 2))
    assert figure(found, Measure.EXACT, Kind.DOCUMENT, "War").kappa == pytest.approx(0)


def test_attributes_on_what_both_have() -> None:
    found = pair(
        [
            mention("T1", "PER", (0, 2), attributes={"Sure": True}),
            mention("T2", "PER", (3, 5), attributes={"Sure": True}),
            mention("T3", "PER", (8, 9)),
            event("E1", "Meet", 2, attributes={"Tense": "past"}),
            event("E2", "Meet", 9, attributes={"Tense": "future"}),
        ],
        [
            mention("T1", "PER", (0, 2), attributes={"Sure": True}),
            mention("T2", "PER", (3, 5), attributes={"Sure": 1}),
            mention("T3", "PER", (8, 9)),
            event("E1", "Meet", 2),  # left out is the default
            event("E2", "Meet", 9),
        ],
    )
    (sure, tense) = found.attributes
    assert (sure.attribute, sure.annotations, sure.same) == ("Sure", 3, 2)
    assert sure.kappa == pytest.approx((2 / 3 - 1 / 3) / (1 - 1 / 3))
    assert (tense.attribute, tense.share, tense.kappa) == ("Tense", 1 / 2, 0)
    ones, others = ([event("E1", "Meet", 2, attributes=each)] for each in ({"Tense": "past"}, {}))
    assert pair(ones, others).attributes == ()


def test_an_attribute_that_the_tagset_lacks_is_left_out_alike() -> None:
    found = pair(
        [
            mention("T1", "LOC", (0, 2), attributes={"Vague": True}),
            mention("T2", "LOC", (3, 5), attributes={"Vague": True}),
            mention("T3", "LOC", (6, 7)),
            mention("T4", "LOC", (8, 9)),
        ],
        [
            mention("T1", "LOC", (0, 2), attributes={"Vague": True}),
            mention("T2", "LOC", (3, 5)),
            mention("T3", "LOC", (6, 7)),
            mention("T4", "LOC", (8, 9)),
        ],
    )
    (vague,) = found.attributes
    assert (vague.annotations, vague.same, vague.share) == (4, 3, 3 / 4)
    assert vague.kappa == pytest.approx((3 / 4 - 1 / 2) / (1 - 1 / 2))


def test_only_labels_that_are_asked_for_are_compared() -> None:
    ones = [mention("T1", "PER", (0, 2)), mention("T2", "LOC", (6, 7)), event("E1", "Meet", 2)]
    others = [mention("T1", "ORG", (0, 2)), mention("T2", "LOC", (6, 7)), event("E1", "Meet", 2)]
    (found,) = compared({"an": ones, "bo": others}, scope=Compared(labels=frozenset({"PER"}))).pairs
    assert {each.label for each in found.figures} == {"", "PER"}
    assert {each.kind for each in found.figures} == {Kind.ENTITY}
    assert counts(found, Measure.EXACT, Kind.ENTITY) == (0, 1, 0)
    assert [(each.one, each.other) for each in found.confused] == [("PER", "ORG")]


def test_articles_stand_by_how_much_they_differ() -> None:
    same = [mention("T1", "PER", (0, 2))]
    found = compared(
        {"an": same, "bo": same},
        {"an": same, "bo": [], "chi": []},
        {"an": same, "bo": [mention("T1", "PER", (0, 3)), document("D1", "Sport")]},
    )
    assert [(each.id, each.same, each.different) for each in found.articles] == [
        ("2", 0, 3), ("1", 0, 2), ("0", 1, 0)
    ]  # fmt: skip
    assert [each.f1 for each in found.articles] == [0, 0, 1]
    assert found.articles[1].reviewers == ("an", "bo", "chi")
    assert found.together.articles == 3
    assert counts(found.together, Measure.EXACT, Kind.ENTITY) == (1, 3, 1)


def test_alpha_leaves_out_who_has_not_read() -> None:
    one, two = [mention("T1", "PER", (0, 2))], [mention("T1", "PER", (0, 1))]
    found = compared({"an": one, "bo": two}, {"bo": one, "chi": one})
    whole = next(each for each in found.alphas if not each.label)
    # 26 syllables, 52 values, 7 of them PER; one syllable has both values.
    assert whole.syllables == 26
    assert found.alpha == whole.alpha == pytest.approx(1 - 51 * 2 / (2 * 7 * 45))


def test_figures_that_are_not_defined_are_none() -> None:
    found = compared({"an": [], "bo": []})
    assert found.pairs[0].figures == ()
    assert found.alpha is None
    assert found.articles[0].f1 is None
    everywhere = [mention("T1", "PER", (0, len(WORDS)))]
    found = compared({"an": everywhere, "bo": everywhere})
    assert figure(found.pairs[0], Measure.SYLLABLES, Kind.ENTITY).kappa is None
    assert found.alpha is None


FLAT = st.lists(
    st.tuples(st.integers(0, 2), st.integers(1, 3), st.sampled_from(["PER", "LOC"])), max_size=5
)


@settings(max_examples=40)
@given(FLAT, FLAT)
def test_exact_f1_is_what_seqeval_gives(
    ones: list[tuple[int, int, str]], others: list[tuple[int, int, str]]
) -> None:
    from seqeval.metrics import f1_score
    from seqeval.scheme import IOB2

    layers: list[list[Annotation]] = []
    tags: list[list[str]] = []
    for spans in (ones, others):
        at = 0
        layer: list[Annotation] = []
        row = ["O"] * len(WORDS)
        for gap, length, label in spans:
            start, end = at + gap, at + gap + length
            if end <= len(WORDS):
                layer.append(mention(f"T{len(layer)}", label, (start, end)))
                row[start:end] = [f"B-{label}", *[f"I-{label}"] * (length - 1)]
            at = end
        layers.append(layer)
        tags.append(row)
    if layers[0] and layers[1]:
        found = figure(pair(*layers), Measure.EXACT, Kind.ENTITY)
        expected = f1_score([tags[0]], [tags[1]], mode="strict", scheme=IOB2, zero_division=0)
        assert found.f1 == pytest.approx(expected)


@st.composite
def layers(draw: st.DrawFn) -> list[Annotation]:
    made: list[Annotation] = []
    labels = st.sampled_from(["PER", "LOC"])
    first = st.integers(0, len(WORDS) - 4)
    for n in range(draw(st.integers(0, 5))):
        start, length = draw(first), draw(st.integers(1, 2))
        words = [(start, start + length)]
        if draw(st.booleans()):
            words.append((start + length + draw(st.integers(0, 1)), start + 4))
        attributes = draw(st.sampled_from([{}, {"Sure": True}, {"Sure": False}]))
        words = [each for each in words if each[0] < each[1]]
        made.append(mention(f"T{n}", draw(labels), *words, attributes=attributes))
    if made:
        targets = st.sampled_from([each.id for each in made])
        for n in range(draw(st.integers(0, 2))):
            links = draw(st.lists(st.tuples(st.sampled_from(["A", "B"]), targets), max_size=3))
            word = draw(st.none() | first)
            made.append(event(f"E{n}", draw(st.sampled_from(["Meet", "Talk"])), word, *links))
        for n in range(draw(st.integers(0, 2))):
            label = draw(st.sampled_from(["part", "kin"]))
            made.append(relation(f"R{n}", label, draw(targets), draw(targets)))
        for n in range(draw(st.integers(0, 2))):
            members = draw(st.lists(targets, min_size=1, max_size=3, unique=True))
            made.append(cluster(f"C{n}", *members))
    if draw(st.booleans()):
        made.append(document("D1", draw(st.sampled_from(["Sport", "War"]))))
    return made


def numbers(agreement: Agreement) -> list[float | None]:
    found: list[float | None] = [each.alpha for each in agreement.alphas]
    for each in (agreement.together, *agreement.pairs):
        found += [value for figure in each.figures for value in (figure.f1, figure.kappa)]
        found += [value for figure in each.attributes for value in (figure.share, figure.kappa)]
    return found + [each.f1 for each in agreement.articles]


@settings(max_examples=60)
@given(layers())
def test_a_layer_agrees_with_itself(layer: list[Annotation]) -> None:
    found = compared({"an": layer, "bo": layer, "chi": layer})
    assert set(numbers(found)) <= {1, None}
    for each in found.pairs[0].figures:
        assert each.f1 == 1
        assert each.only_one == each.only_other == 0
    assert found.articles[0].different == 0
    assert all(each.one == each.other for each in found.together.confused)


@settings(max_examples=60)
@given(layers(), layers())
def test_neither_names_nor_order_change_anything(
    ones: list[Annotation], others: list[Annotation]
) -> None:
    found = compared({"an": ones, "bo": others}, {"an": others, "bo": others})
    shuffled = [list(reversed(each)) for each in (ones, others)]
    again = compared({"bo": shuffled[1], "an": shuffled[0]}, {"an": shuffled[1], "bo": shuffled[1]})
    assert found == again
    turned = compared({"zu": ones, "bo": others}, {"zu": others, "bo": others})
    assert turned.alphas == found.alphas
    for one, other in zip(found.pairs[0].figures, turned.pairs[0].figures, strict=True):
        assert (one.measure, one.kind, one.label) == (other.measure, other.kind, other.label)
        assert (one.both, one.only_one) == (other.both, other.only_other)
        assert other.f1 == pytest.approx(one.f1)
        assert other.kappa == pytest.approx(one.kappa)
    assert turned.pairs[0].attributes == found.pairs[0].attributes
    assert turned.together.confused == found.together.confused
    for value in numbers(found):
        assert value is None or -1 <= value <= 1


@settings(max_examples=60)
@given(layers(), layers())
def test_looser_measures_find_no_less(ones: list[Annotation], others: list[Annotation]) -> None:
    found = pair(ones, others)

    def both(measure: Measure, kind: Kind) -> int:
        value = found.figure(measure, kind)
        return value.both if value else 0

    exact = both(Measure.EXACT, Kind.ENTITY)
    assert exact <= both(Measure.OVERLAP, Kind.ENTITY)
    assert exact <= both(Measure.PLACE, Kind.ENTITY)
    for kind, narrow, wide in (
        (Kind.EVENT, Measure.TRIGGER_CLASSIFIED, Measure.TRIGGER_IDENTIFIED),
        (Kind.EVENT, Measure.ARGUMENT_CLASSIFIED, Measure.ARGUMENT_IDENTIFIED),
        (Kind.RELATION, Measure.EXACT, Measure.ENDS),
    ):
        assert both(narrow, kind) <= both(wide, kind)
    assert both(Measure.EXACT, Kind.ENTITY) == sum(
        each.both for each in found.figures
        if each.measure is Measure.EXACT and each.kind is Kind.ENTITY and each.label
    )  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 9)), max_size=4))
def test_syllables_within_are_those_that_overlap(spans: Sequence[tuple[int, int]]) -> None:
    fragments = [(start, min(start + length, len(TEXT))) for start, length in spans]
    found = Syllables(TEXT)
    assert len(found) == count_syllables(TEXT) == len(WORDS)
    assert {number for each in fragments for number in found.within(*each)} == {
        number
        for (number, (start, end)), (first, last) in product(enumerate(WORDS), fragments)
        if start < last and first < end
    }


def test_relabelled_layers_disagree_everywhere() -> None:
    ones = [mention("T1", "PER", (0, 2)), mention("T2", "PER", (8, 9))]
    others = [replace(each, label="LOC") for each in ones]
    found = pair(ones, others)
    assert figure(found, Measure.EXACT, Kind.ENTITY).f1 == 0
    assert figure(found, Measure.PLACE, Kind.ENTITY).f1 == 1
