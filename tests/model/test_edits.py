"""Whatever a user does to a layer keeps its rules and can be taken back."""

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.model import edits
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.change import Edit, Subject, squashed
from annotator.model.layer import Layer, LayerError
from annotator.model.tagset import COREFERENCE, Tagset
from annotator.presets import preset
from tests.model.layers import TEXT, dump, fragments, layers

STATUSES = [status for status in Status if status is not Status.LOCKED]
TAGSET = preset()
LAYERS = st.sampled_from(STATUSES).flatmap(lambda status: layers(TAGSET, status))


def _one(data: st.DataObject, layer: Layer) -> Annotation:
    return data.draw(st.sampled_from(list(layer)))


def _some(data: st.DataObject, layer: Layer) -> list[str]:
    return data.draw(st.lists(st.sampled_from([each.id for each in layer]), min_size=1))


def _link(data: st.DataObject, layer: Layer) -> tuple[Annotation, Link]:
    linking = [each for each in layer if each.links]
    assume(linking)
    source = data.draw(st.sampled_from(linking))
    return source, data.draw(st.sampled_from(source.links))


def _add_link(data: st.DataObject, layer: Layer) -> Edit:
    source, target = _one(data, layer), _one(data, layer)
    assume(source is not target and Link("Chair", target.id) not in source.links)
    return edits.add_link(layer, source.id, "Chair", target.id)


def _remove_link(data: st.DataObject, layer: Layer) -> Edit:
    source, link = _link(data, layer)
    return edits.remove_link(layer, source.id, link)


def _change_role(data: st.DataObject, layer: Layer) -> Edit:
    source, link = _link(data, layer)
    return edits.change_role(layer, source.id, link, "Topic")


def _set_fragments(data: st.DataObject, layer: Layer) -> Edit:
    return edits.set_fragments(layer, _one(data, layer).id, data.draw(fragments()))


MAKE: dict[str, Callable[[st.DataObject, Layer], Edit]] = {
    "add_each": lambda data, layer: edits.add_each(
        layer, [(Kind.ENTITY, "PER", each) for each in data.draw(fragments())]
    ),
    "add": lambda data, layer: edits.add(layer, Kind.ENTITY, "PER", data.draw(fragments())),
    "add_relation": lambda data, layer: edits.add_relation(
        layer, "part_of", _one(data, layer).id, _one(data, layer).id
    ),
    "add_cluster": lambda data, layer: edits.add_cluster(layer, _some(data, layer)),
    "relabel": lambda data, layer: edits.relabel(layer, _some(data, layer), "X"),
    "set_fragments": _set_fragments,
    "set_attribute": lambda data, layer: edits.set_attribute(layer, _some(data, layer), "A", True),
    "clear_attribute": lambda data, layer: edits.set_attribute(
        layer, _some(data, layer), "Mention", None
    ),
    "set_note": lambda data, layer: edits.set_note(layer, _one(data, layer).id, "?"),
    "add_link": _add_link,
    "remove_link": _remove_link,
    "change_role": _change_role,
    "remove": lambda data, layer: edits.remove(layer, _some(data, layer)),
    "set_status": lambda data, layer: edits.set_status(
        layer, data.draw(st.sampled_from(list(Status)))
    ),
    "set_curated": lambda data, layer: edits.set_curated(layer, data.draw(st.booleans())),
}


@pytest.mark.parametrize("name", MAKE)
@given(st.data())
def test_an_edit_keeps_the_rules_and_its_inverse_takes_it_back(
    name: str, data: st.DataObject
) -> None:
    layer = data.draw(LAYERS)
    before = dump(layer)
    edit = MAKE[name](data, layer)
    assert dump(layer) == before, "making an edit changes nothing"
    layer.apply(edit)
    after = dump(layer)
    again = Layer(layer.article, layer.reviewer, layer, layer.status, layer.curated)
    assert dump(again) == after, "a layer built anew takes what the edited one holds"
    layer.apply(edit.inverse())
    assert dump(layer) == before
    layer.apply(edit)
    assert dump(layer) == after


def test_several_edits_change_what_is_different_after_them() -> None:
    layer = sample()
    before = {each.id: each for each in layer}
    done: list[Edit] = []

    def do(edit: Edit) -> None:
        layer.apply(edit)
        done.append(edit)

    new = layer.new_id(Kind.ENTITY)
    do(edits.add(layer, Kind.ENTITY, "PER", (Fragment(0, 2),)))
    do(edits.relabel(layer, [new], "ORG"))
    do(edits.remove(layer, [new]))
    do(done[-1].inverse())
    gone = next(iter(before))
    do(edits.remove(layer, [gone]))
    kept = next(each.id for each in layer if each.id in before)
    do(edits.set_note(layer, kept, "x"))
    do(done[-1].inverse())
    after = {each.id: each for each in layer}
    changes = {
        change.address.key: (change.before, change.after) for change in squashed(done).changes
    }
    assert changes == {
        id: (before.get(id), after.get(id))
        for id in before | after
        if before.get(id) != after.get(id)
    }
    assert new in changes
    assert gone in changes
    assert kept not in changes
    assert squashed(done).title == done[-1].title


@given(LAYERS, st.data())
def test_removing_takes_what_cannot_be_without_it_and_no_more(
    layer: Layer, data: st.DataObject
) -> None:
    gone = set(_some(data, layer))
    old = {each.id: each for each in layer}
    layer.apply(edits.remove(layer, gone))
    kept = {each.id: each for each in layer}
    assert not gone & kept.keys()
    for id, annotation in old.items():
        lost = [link for link in annotation.links if link.target not in kept]
        if id in kept:
            assert kept[id].links == tuple(link for link in annotation.links if link not in lost)
        elif id not in gone:
            assert annotation.kind in (Kind.RELATION, Kind.CLUSTER)
            assert lost
    for each in layer.of_kind(Kind.CLUSTER):
        assert len(each.links) > 1
    for each in layer.of_kind(Kind.RELATION):
        assert len(each.links) > 1


def sample(status: Status = Status.STARTED) -> Layer:
    mention = Annotation("T1", Kind.ENTITY, "GPE", (Fragment(16, 27),))
    other = Annotation("T2", Kind.ENTITY, "TIME", (Fragment(34, 42),), rank=1)
    links = (Link("Place", "T1"),)
    meeting = Annotation("E1", Kind.EVENT, "Meeting", (Fragment(28, 31),), links, rank=2)
    return Layer(Article("a1", TEXT), "lan", [mention, other, meeting], status)


TITLES: dict[str, Callable[[Layer], Edit]] = {
    "Add ORG “Ủy ban nhân dân”": lambda on: edits.add(on, Kind.ENTITY, "ORG", [Fragment(0, 15)]),
    "Add ORG “Ủy ban nhân dân tỉnh Sơn Hà họp 😀 sáng n…”": lambda on: edits.add(
        on, Kind.ENTITY, "ORG", [Fragment(0, 60)]
    ),
    "Add Society": lambda on: edits.add(on, Kind.DOCUMENT, "Society"),
    "Relabel GPE “tỉnh Sơn Hà” as LOC": lambda on: edits.relabel(on, ["T1"], "LOC"),
    "Relabel 2 × as LOC": lambda on: edits.relabel(on, ["T1", "T2"], "LOC"),
    "Make TIME “sáng nay” Time of Meeting “họp”": lambda on: edits.add_link(on, "E1", "Time", "T2"),
    "Remove Place from Meeting “họp”": lambda on: edits.remove_link(on, "E1", Link("Place", "T1")),
    "Remove GPE “tỉnh Sơn Hà”": lambda on: edits.remove(on, ["T1"]),
    "Set Mention of GPE “tỉnh Sơn Hà” to name": lambda on: edits.set_attribute(
        on, ["T1"], "Mention", "name"
    ),
    "Clear Mention of GPE “tỉnh Sơn Hà”": lambda on: edits.set_attribute(
        on, ["T1"], "Mention", None
    ),
}


@pytest.mark.parametrize("title", TITLES)
def test_an_edit_says_what_it_does(title: str) -> None:
    assert str(TITLES[title](sample()).title) == title


def test_the_first_edit_starts_a_new_layer() -> None:
    layer = sample(Status.NEW)
    edit = edits.set_note(layer, "T1", "?")
    layer.apply(edit)
    assert layer.status is Status.STARTED
    layer.apply(edit.inverse())
    assert layer.status is Status.NEW


def test_a_locked_layer_is_not_edited() -> None:
    layer = sample(Status.LOCKED)
    for make in (
        lambda: edits.add(layer, Kind.ENTITY, "ORG", [Fragment(0, 1)]),
        lambda: edits.remove(layer, ["T1"]),
        lambda: edits.set_note(layer, "T1", "?"),
    ):
        with pytest.raises(LayerError, match="locked"):
            make()
    layer.apply(edits.set_status(layer, Status.DONE))
    assert edits.remove(layer, ["T1"]).changes


def test_nothing_changed_is_no_change() -> None:
    layer = sample(Status.NEW)
    assert edits.relabel(layer, ["T1"], "GPE").changes == ()
    assert edits.set_fragments(layer, "T1", [Fragment(16, 20), Fragment(20, 27)]).changes == ()


def test_fragments_that_touch_become_one() -> None:
    layer = sample()
    layer.apply(edits.add_fragment(layer, "T1", Fragment(10, 16)))
    assert layer["T1"].fragments == (Fragment(10, 27),)
    layer.apply(edits.add_fragment(layer, "T1", Fragment(40, 42)))
    assert layer["T1"].fragments == (Fragment(10, 27), Fragment(40, 42))
    layer.apply(edits.remove_fragment(layer, "T1", Fragment(10, 27)))
    assert layer["T1"].fragments == (Fragment(40, 42),)
    with pytest.raises(LayerError, match="no fragment"):
        layer.apply(edits.remove_fragment(layer, "T1", Fragment(40, 42)))


def test_a_role_is_filled_once_by_the_same_and_never_by_itself() -> None:
    layer = sample()
    with pytest.raises(LayerError, match="already"):
        edits.add_link(layer, "E1", "Place", "T1")
    with pytest.raises(LayerError, match="its own"):
        edits.add_link(layer, "E1", "Topic", "E1")


def test_a_typed_note_is_one_gesture() -> None:
    layer = sample()
    assert edits.set_note(layer, "T1", "a", gesture="note 1").gesture == "note 1"


def test_changes_beyond_layers_have_their_addresses() -> None:
    article = Article("a1", "x", {"title": "Old"})
    [change] = edits.set_metadata(article, "title", "New").changes
    assert (change.before, change.after) == ("Old", "New")
    gone = edits.remove_articles([("a1", "One"), ("a2", "Two")])
    assert [each.address.article for each in gone.changes] == ["a1", "a2"]
    assert str(gone.title) == "Remove 2 articles"
    assert str(edits.remove_articles([("a1", "One")]).title) == "Remove the article One"
    [change] = edits.set_tagset(Tagset(), Tagset("x")).changes
    assert change.address.subject is Subject.TAGSET


def test_a_cluster_needs_no_declared_label() -> None:
    layer = sample()
    layer.apply(edits.add_cluster(layer, ["T1", "T2"]))
    [cluster] = layer.of_kind(Kind.CLUSTER)
    assert (cluster.id, cluster.label, cluster.targets()) == ("C1", COREFERENCE, ("T1", "T2"))


def test_a_ring_of_relations_goes_with_one_end() -> None:
    compared = 0

    class Id(str):
        __slots__ = ()

        def __eq__(self, other: object) -> bool:
            nonlocal compared
            compared += 1
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    count = 1000
    ids = [Id(f"R{n}") for n in range(count)]
    mention = Annotation("T1", Kind.ENTITY, "X", (Fragment(0, 1),))
    relations = [
        Annotation(id, Kind.RELATION, "r", links=(Link("from", other), Link("to", "T1")))
        for id, other in zip(ids, ["T1", *ids[:-1]], strict=True)
    ]
    layer = Layer(Article("a", "x"), "lan", [mention, *relations])
    compared = 0
    assert len(edits.removals(layer, ["T1"])) == count + 1
    assert compared < 10 * count
