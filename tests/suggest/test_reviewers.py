"""What reviewers made, side by side: proposed to whoever makes one layer of it."""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.model.annotation import FROM, MEMBER, TO, Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.layer import Layer
from annotator.model.tagset import Tagset
from annotator.suggest.acceptance import accept
from annotator.suggest.engine import Engine
from annotator.suggest.readings import Readings
from annotator.suggest.refusal import at, place_from_text, place_to_text
from annotator.suggest.reviewers import Reviewers
from annotator.suggest.rivals import undisputed
from annotator.suggest.suggestion import Suggestion
from tests.model.layers import layers

TEXT = "Bà Lan họp ở thành phố Huế với ông Minh."
ARTICLE = Article("a", TEXT)


def mention(id: str, label: str, words: str, **more: object) -> Annotation:
    start = TEXT.index(words)
    return Annotation(id, Kind.ENTITY, label, (Fragment(start, start + len(words)),), **more)  # type: ignore[arg-type]


def event(id: str, label: str, words: str, *links: Link) -> Annotation:
    return replace(mention(id, label, words), kind=Kind.EVENT, links=links)


def layer(reviewer: str, *annotations: Annotation, status: Status = Status.DONE) -> Layer:
    ranked = [replace(each, rank=rank) for rank, each in enumerate(annotations)]
    return Layer(ARTICLE, reviewer, ranked, status)


def compared(curated: Layer, *others: Layer, engine: Engine | None = None) -> list[Suggestion]:
    return (engine or Engine(())).compare(curated.article, curated, Reviewers(others))


def said(suggestions: list[Suggestion]) -> list[tuple[str, str, int, str]]:
    """Return label, words, percent and reason of each."""
    return [
        (
            each.annotation.label,
            each.annotation.text_in(TEXT),
            round(100 * each.confidence),
            str(each.reason),
        )
        for each in suggestions
    ]


def links(suggestion: Suggestion) -> list[tuple[str, str]]:
    return [(role, target.rpartition(":")[0]) for role, target in suggestion.annotation.links]


def take(curated: Layer, *suggestions: Suggestion) -> None:
    curated.apply(accept(curated, suggestions))


def test_the_same_reading_is_one_suggestion_and_its_confidence_the_share_that_made_it() -> None:
    found = compared(
        Layer(ARTICLE, "tam"),
        layer("lan", mention("T1", "PER", "Lan"), mention("T2", "LOC", "Huế")),
        layer("minh", mention("T7", "LOC", "Huế"), mention("T9", "PER", "Lan")),
        layer("mai", mention("T3", "PER", "Lan"), mention("T4", "ORG", "Huế")),
        layer("new", status=Status.NEW),
    )
    assert said(found) == [
        ("PER", "Lan", 100, "All who read it: lan, minh, mai."),
        ("LOC", "Huế", 67, "lan, minh; mai: ORG."),
        ("ORG", "Huế", 33, "mai; lan: LOC; minh: LOC."),
    ]
    assert {each.annotation.origin for each in found} == {"reviewers"}


def test_who_read_it_and_made_nothing_counts() -> None:
    found = compared(Layer(ARTICLE, "tam"), layer("lan", mention("T1", "PER", "Lan")), layer("mai"))
    assert said(found) == [("PER", "Lan", 50, "lan; not mai.")]


def test_boundaries_that_differ_are_told_of_and_one_that_is_accepted_lets_the_other_go() -> None:
    curated = Layer(ARTICLE, "tam")
    others = (
        layer("lan", mention("T1", "LOC", "thành phố Huế")),
        layer("minh", mention("T1", "LOC", "Huế")),
        layer("mai"),
    )
    found = compared(curated, *others)
    assert said(found) == [
        ("LOC", "thành phố Huế", 33, "lan; minh: LOC “Huế”; not mai."),
        ("LOC", "Huế", 33, "minh; lan: LOC “thành phố Huế”; not mai."),
    ]
    take(curated, found[1])
    assert compared(curated, *others) == []


def test_what_one_reviewer_made_side_by_side_may_stand_side_by_side() -> None:
    curated = Layer(ARTICLE, "tam")
    lan = layer("lan", mention("T1", "LOC", "thành phố Huế"), mention("T2", "LOC", "Huế"))
    found = compared(curated, lan)
    take(curated, found[0])
    assert said(compared(curated, lan)) == [("LOC", "Huế", 100, "All who read it: lan.")]


def test_a_refused_reading_stays_refused_and_what_collides_with_it_is_proposed_still() -> None:
    curated, engine = Layer(ARTICLE, "tam"), Engine(())
    others = (layer("lan", mention("T1", "LOC", "Huế")), layer("mai", mention("T1", "ORG", "Huế")))
    first = compared(curated, *others, engine=engine)[0]
    engine.refuse(ARTICLE, first)
    assert [label for label, *_ in said(compared(curated, *others, engine=engine))] == ["ORG"]


def test_an_event_comes_with_what_all_who_made_it_gave_it_and_the_rest_follows() -> None:
    curated = Layer(ARTICLE, "tam")
    people = (mention("T1", "PER", "Lan"), mention("T2", "PER", "Minh"))
    others = (
        layer("lan", *people, event("E1", "Meet", "họp", Link("Who", "T1"), Link("Who", "T2"))),
        layer("minh", *people, event("E1", "Meet", "họp", Link("Who", "T1"))),
        layer("mai", *people, event("E1", "Meet", "họp", Link("Who", "T1"), Link("Chair", "T2"))),
    )
    found = compared(curated, *others)
    assert [each[:3] for each in said(found)] == [
        ("PER", "Lan", 100), ("Meet", "họp", 100), ("PER", "Minh", 100),
    ]  # fmt: skip
    assert links(found[1]) == [("Who", "~T:PER")]
    take(curated, *found)
    assert curated["E1"].links == (Link("Who", "T1"),)
    missing = compared(curated, *others)
    assert [(each.annotation.links, str(each.reason)) for each in missing] == [
        ((Link("Who", "T2"),), "lan; mai: Chair; not minh."),
        ((Link("Chair", "T2"),), "mai; lan: Who; not minh."),
    ]
    take(curated, missing[0])
    assert curated["E1"].links == (Link("Who", "T1"), Link("Who", "T2"))
    assert compared(curated, *others) == [], "who fills one role was said to fill another"


def test_a_refused_argument_stays_refused_whatever_stands_by_then() -> None:
    curated, engine = Layer(ARTICLE, "tam"), Engine(())
    others = (
        layer("lan", mention("T1", "PER", "Lan"), event("E1", "Meet", "họp", Link("Who", "T1"))),
        layer("mai", event("E1", "Meet", "họp")),
    )
    take(curated, compared(curated, *others)[1])
    argument = next(each for each in compared(curated, *others) if each.event)
    engine.refuse(ARTICLE, at(place_from_text(place_to_text(argument.place))))
    person = compared(curated, *others, engine=engine)
    assert [label for label, *_ in said(person)] == ["PER"]
    take(curated, *person)
    assert compared(curated, *others, engine=engine) == []


def test_arguments_lead_to_what_stands_in_the_place_of_what_a_reviewer_tagged() -> None:
    curated = Layer(ARTICLE, "tam")
    others = (
        layer("lan", mention("T1", "LOC", "Huế"), event("E1", "Meet", "họp", Link("At", "T1"))),
        layer("mai", mention("T1", "LOC", "thành phố Huế"),
              event("E1", "Meet", "họp", Link("At", "T1"))),
    )  # fmt: skip
    event_, *cities = compared(curated, *others)
    assert event_.annotation.links == (), "they do not agree on where it was"
    take(curated, cities[0])
    (event_,) = compared(curated, *others)
    assert event_.annotation.links == (Link("At", "T1"),)


def test_relations_clusters_and_labels_of_the_article_are_proposed_too() -> None:
    curated = Layer(ARTICLE, "tam")
    three = (
        mention("T1", "PER", "Lan"), mention("T2", "LOC", "Huế"), mention("T3", "PER", "Minh")
    )  # fmt: skip
    knows = Annotation("R1", Kind.RELATION, "knows", (), (Link(FROM, "T1"), Link(TO, "T3")))
    back = replace(knows, links=(Link(FROM, "T3"), Link(TO, "T1")))
    couple = Annotation("C1", Kind.CLUSTER, "Same", (), (Link(MEMBER, "T1"), Link(MEMBER, "T3")))
    all_three = replace(couple, links=(*couple.links, Link(MEMBER, "T2")))
    topic = Annotation("D1", Kind.DOCUMENT, "Politics")
    others = (
        layer("lan", *three, knows, couple, topic),
        layer("mai", *three, back, all_three, topic),
    )
    reviewers = Reviewers(others, symmetric=frozenset({"knows"}))
    engine = Engine(())
    found = engine.compare(ARTICLE, curated, reviewers)
    assert [(each.annotation.label, each.confidence) for each in found][:4] == [
        ("Politics", 1.0), ("knows", 1.0), ("Same", 0.5), ("Same", 0.5),
    ]  # fmt: skip
    take(curated, *(each for each in found if each.confidence == 1))
    found = engine.compare(ARTICLE, curated, reviewers)
    small = next(each for each in found if len(each.annotation.links) == 2)
    take(curated, small)
    (member,) = engine.compare(ARTICLE, curated, reviewers)
    assert (member.event, member.annotation.links) == ("C1", (Link(MEMBER, "T3"),)) or (
        curated[member.annotation.links[0].target].text_in(TEXT) == "Huế"
    )
    assert str(member.reason) == "mai; not lan."
    engine.refuse(ARTICLE, member)
    assert engine.compare(ARTICLE, curated, reviewers) == []


def test_a_relation_whose_end_was_refused_is_not_proposed() -> None:
    curated, engine = Layer(ARTICLE, "tam"), Engine(())
    knows = Annotation("R1", Kind.RELATION, "knows", (), (Link(FROM, "T1"), Link(TO, "T3")))
    lan = layer("lan", mention("T1", "PER", "Lan"), mention("T3", "PER", "Minh"), knows)
    found = compared(curated, lan, engine=engine)
    engine.refuse(ARTICLE, found[1])
    assert [label for label, *_ in said(compared(curated, lan, engine=engine))] == ["PER"]


def test_a_member_that_is_refused_for_one_cluster_is_proposed_for_another() -> None:
    people = [
        mention(f"T{n}", "PER", words) for n, words in enumerate(("Lan", "Huế", "ông", "Minh"))
    ]

    def cluster(id: str, *members: int) -> Annotation:
        targets = tuple(Link(MEMBER, f"T{each}") for each in members)
        return Annotation(id, Kind.CLUSTER, "Coreference", links=targets)

    curated = layer("tam", *people, cluster("C1", 0, 1), cluster("C2", 1, 2))
    others = (
        layer("lan", *people, cluster("C1", 0, 3)),
        layer("mai", *people, cluster("C1", 2, 3)),
    )
    engine = Engine(())
    one, other = compared(curated, *others, engine=engine)
    assert (one.event, other.event) == ("C1", "C2")
    engine.refuse(ARTICLE, at(place_from_text(place_to_text(one.place))))
    assert [each.event for each in compared(curated, *others, engine=engine)] == ["C2"]


def test_relations_whose_ends_are_disputed_are_not_counted_as_accepted() -> None:
    ends = (Link(FROM, "T1"), Link(TO, "T2"))
    relation = Annotation("R1", Kind.RELATION, "in", links=ends)
    found = undisputed(
        compared(
            Layer(ARTICLE, "tam"),
            layer("lan", mention("T1", "PER", "Lan"), mention("T2", "LOC", "Huế"), relation),
            layer("mai", mention("T1", "ORG", "Lan"), mention("T2", "LOC", "Huế"), relation),
        )
    )
    assert len(found) == 3
    assert str(accept(Layer(ARTICLE, "tam"), found).title) == "Accept LOC “Huế”"


def test_attributes_and_notes_are_taken_where_all_agree() -> None:
    (found,) = compared(
        Layer(ARTICLE, "tam"),
        layer("lan", mention("T1", "LOC", "Huế", attributes={"a": 1, "b": "x"}, note="see map")),
        layer("mai", mention("T1", "LOC", "Huế", attributes={"a": True, "b": "x"}, note="?")),
    )
    assert (found.annotation.attributes, found.annotation.note) == ({"b": "x"}, "")


def test_of_rivals_the_surest_is_accepted_with_the_rest_and_of_equals_none() -> None:
    found = compared(
        Layer(ARTICLE, "tam"),
        layer("lan", mention("T1", "LOC", "Huế"), mention("T2", "PER", "Lan")),
        layer("minh", mention("T1", "LOC", "Huế"), mention("T2", "ORG", "Lan")),
        layer("mai", mention("T1", "ORG", "Huế"), mention("T2", "PER", "Bà Lan")),
    )
    assert [each[:2] for each in said(undisputed(found))] == [("LOC", "Huế")]


def test_of_roles_of_one_filler_the_surest_is_accepted_and_of_equals_none() -> None:
    curated = Layer(ARTICLE, "tam")
    lan = mention("T1", "PER", "Lan")
    met = event("E1", "Meet", "họp")
    others = [
        layer(name, lan, replace(met, links=(Link(role, "T1"),)))
        for name, role in (("lan", "Who"), ("minh", "Who"), ("mai", "Chair"))
    ]
    take(curated, *compared(curated, *others))
    missing = compared(curated, *others)
    assert [each.annotation.links[0].role for each in undisputed(missing)] == ["Who"]
    assert undisputed(compared(curated, *others[1:])) == []


@given(st.data())
def test_all_that_one_reviewer_made_can_be_taken_and_nothing_is_proposed_then(
    data: st.DataObject,
) -> None:
    lan = data.draw(layers(Tagset()))
    readings = Readings((lan,))
    assume(not any(" #" in id for id in readings.by_id))  # nothing is there twice
    same = Layer(lan.article, "mai", lan, lan.status)
    curated, reviewers = Layer(lan.article, "tam"), Reviewers((lan, same))
    engine = Engine(())
    for _ in range(9):
        found = engine.compare(lan.article, curated, reviewers)
        assert all(each.confidence == 1 for each in found)
        if not found:
            break
        assert undisputed(found) == found
        curated.apply(accept(curated, found))
    assert set(readings.ids_in(curated).values()) == set(readings.by_id)


def test_two_events_of_one_label_on_the_same_words_are_two() -> None:
    curated = Layer(ARTICLE, "tam")
    people = (mention("T1", "PER", "Lan"), mention("T2", "PER", "Minh"))
    met = event("E1", "Meet", "họp", Link("Who", "T1"))
    lan = layer("lan", *people, met, replace(met, id="E2", links=(Link("Who", "T2"),)))
    take(curated, *compared(curated, lan))
    assert [each.links for each in curated.of_kind(Kind.EVENT)] == [
        (Link("Who", "T1"),), (Link("Who", "T2"),),
    ]  # fmt: skip
    assert compared(curated, lan) == []


@given(st.data())
def test_whatever_is_accepted_the_layer_stays_whole_and_comes_to_an_end(
    data: st.DataObject,
) -> None:
    one, two = data.draw(layers(Tagset())), data.draw(layers(Tagset()))
    others = (one, Layer(two.article, "mai", two, two.status))
    curated, reviewers, engine = Layer(one.article, "tam"), Reviewers(others), Engine(())
    for _ in range(60):
        found = engine.compare(one.article, curated, reviewers)
        if not found:
            return
        chosen = data.draw(st.sampled_from(found))
        by_id = {each.id: each for each in found}
        wanted = {each.id: each for each in _with_fillers(chosen, by_id)}
        if data.draw(st.booleans()):
            curated.apply(accept(curated, list(wanted.values())))
        else:
            engine.refuse(one.article, chosen)
    raise AssertionError("there was no end")


def _with_fillers(one: Suggestion, by_id: dict[str, Suggestion]) -> list[Suggestion]:
    found: dict[str, Suggestion] = {}
    queue = [one]
    for each in queue:
        if each.id not in found:
            found[each.id] = each
            queue += [by_id[target] for target in each.annotation.targets() if target in by_id]
    return list(found.values())
