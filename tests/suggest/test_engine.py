from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.edits import add
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.model.tagset import EntityType, EventType, Role, Tagset
from annotator.suggest.acceptance import accept, relabelled
from annotator.suggest.dictionary import Dictionary
from annotator.suggest.engine import Engine
from annotator.suggest.merging import fitting, merged
from annotator.suggest.settings import Settings, SettingsError, settings_from_json, settings_to_json
from annotator.suggest.suggestion import Suggestion, id_of

ARTICLE = Article("a", "Hà Nội bắt ông An ở Hà Nội.")


def suggestion(
    start: int, end: int, label: str = "X", confidence: float = 0.9, kind: Kind = Kind.ENTITY,
    links: tuple[Link, ...] = (), origin: str = "learned",
) -> Suggestion:  # fmt: skip
    fragments = (Fragment(start, end),)
    id = id_of(kind, label, fragments)
    return Suggestion(
        Annotation(id, kind, label, fragments, links, origin=origin), confidence, message("because")
    )


_STRETCHES = st.tuples(st.integers(0, 25), st.integers(1, 8)).map(lambda p: (p[0], min(27, sum(p))))
_PROPOSED = st.builds(
    lambda place, label, confidence: suggestion(*place, label, confidence),
    _STRETCHES, st.sampled_from("XYZ"), st.floats(0, 1),
)  # fmt: skip


@given(st.lists(_PROPOSED, max_size=12), st.lists(_STRETCHES, max_size=4))
def test_what_is_shown_collides_with_nothing(
    proposed: list[Suggestion], tagged: list[tuple[int, int]]
) -> None:
    layer = Layer(ARTICLE, "lan")
    for start, end in tagged:
        layer.apply(add(layer, Kind.ENTITY, "X", [Fragment(start, end)]))
    shown = merged(layer, proposed, Settings())
    assert shown == merged(layer, reversed(proposed), Settings())
    stretches = [each.annotation for each in shown] + list(layer)
    for n, one in enumerate(stretches[: len(shown)]):
        for other in stretches[n + 1 :]:
            apart = one.end <= other.start or other.end <= one.start
            within = one.start >= other.start and one.end <= other.end
            around = one.start <= other.start and one.end >= other.end
            nested = (within or around) and one.fragments != other.fragments
            assert apart or (nested and one.label != other.label)


def test_the_more_probable_stays_and_then_the_one_that_goes_first() -> None:
    layer = Layer(ARTICLE, "lan")
    weak, strong = suggestion(0, 6, "X", 0.6), suggestion(0, 6, "Y", 0.7)
    assert merged(layer, [weak, strong], Settings()) == [strong]
    rule = suggestion(0, 6, "Z", 0.7, origin="patterns")
    assert merged(layer, [strong, rule], Settings()) == [rule]
    assert merged(layer, [strong, rule], Settings(order=("learned",))) == [strong]


def test_what_does_not_pay_or_is_switched_off_is_not_shown() -> None:
    layer = Layer(ARTICLE, "lan")
    some = suggestion(0, 6, "X", 0.15)
    assert merged(layer, [some], Settings()) == []
    assert merged(layer, [some], Settings(least=0.1)) == [some]
    shown = Settings(least=0.1)
    assert merged(layer, [some], shown.switched("learned", False)) == []
    assert merged(layer, [some], shown.switched_label("learned", Kind.ENTITY, "X", False)) == []
    assert merged(layer, [some], shown.switched_label("learned", Kind.ENTITY, "Y", False)) == [some]


def test_outside_programs_are_off_until_switched_on() -> None:
    settings = Settings(outside={"server": "http://localhost:9090"})
    assert not settings.is_on("server")
    on = settings.switched("server", True)
    assert on.is_on("server")
    assert settings_from_json(settings_to_json(on)) == on
    with pytest.raises(SettingsError):
        settings_from_json({"labels_off": [["x"]]})


def test_what_was_refused_comes_back_when_the_refusal_is_taken_back() -> None:
    layer = Layer(ARTICLE, "lan")
    engine = Engine([Dictionary()])
    layer.apply(edit := add(layer, Kind.ENTITY, "LOC", [Fragment(0, 6)]))
    engine.learn(ARTICLE, edit)
    (shown,) = engine.suggest(ARTICLE, layer)
    assert shown.annotation.fragments == (Fragment(20, 26),)
    engine.refuse(ARTICLE, shown)
    assert engine.suggest(ARTICLE, layer) == []
    engine.take_back_refusal(ARTICLE, shown)
    assert engine.suggest(ARTICLE, layer) == [shown]


def test_accepting_an_event_with_its_arguments_is_one_edit_that_undoes() -> None:
    layer = Layer(ARTICLE, "lan")
    city, person = suggestion(0, 6, "LOC"), suggestion(15, 17, "PER")
    links = (Link("Agent", city.id), Link("Person", person.id), Link("Other", "~T:NO:1-2"))
    event = suggestion(7, 10, "Arrest", kind=Kind.EVENT, links=links)
    shown = merged(layer, [event, city, person], Settings())
    edit = accept(layer, shown)
    layer.apply(edit)
    (arrest,) = layer.of_kind(Kind.EVENT)
    filled = {role: layer[target].text_in(ARTICLE.text) for role, target in arrest.links}
    assert filled == {"Agent": "Hà Nội", "Person": "An"}
    assert arrest.origin == "learned"
    layer.apply(edit.inverse())
    assert len(layer) == 0


def test_an_argument_is_added_to_the_event_that_stands() -> None:
    layer = Layer(ARTICLE, "lan")
    layer.apply(add(layer, Kind.EVENT, "Arrest", [Fragment(7, 10)]))
    layer.apply(add(layer, Kind.ENTITY, "PER", [Fragment(15, 17)]))
    event = Annotation(
        "E1", Kind.EVENT, "Arrest", (Fragment(7, 10),), (Link("Person", "T1"),), origin="learned"
    )
    argument = Suggestion(event, 0.8, message("because"), "E1")
    assert merged(layer, [argument], Settings()) == [argument]
    layer.apply(accept(layer, [argument]))
    assert layer["E1"].links == (Link("Person", "T1"),)
    assert layer["E1"].origin == ""
    assert merged(layer, [argument], Settings()) == []


def test_nothing_is_proposed_that_the_tagset_has_no_label_or_role_for() -> None:
    roles = (Role("Person", ("PER",)),)
    tagset = Tagset(entities=(EntityType("PER"),), events=(EventType("Arrest", roles=roles),))
    person, place = suggestion(15, 17, "PER"), suggestion(0, 6, "CITY")
    links = (Link("Person", person.id), Link("Agent", place.id))
    event = suggestion(7, 10, "Arrest", kind=Kind.EVENT, links=links)
    stands = replace(event.annotation, id="E1", links=links[1:])
    argument = Suggestion(stands, 0.9, message("because"), "E1")
    found = list(fitting([person, place, event, argument], tagset))
    assert [each.id for each in found] == [person.id, event.id]
    assert found[1].annotation.links == links[:1]


def test_another_label_is_accepted_in_its_place() -> None:
    layer = Layer(ARTICLE, "lan")
    layer.apply(accept(layer, [relabelled(suggestion(0, 6, "LOC"), "GPE", Tagset())]))
    assert [each.label for each in layer] == ["GPE"]
