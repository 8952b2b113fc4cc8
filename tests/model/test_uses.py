"""What annotations use can be declared, and then nothing of it is a problem."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.format import Parcel
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.problems import problems
from annotator.model.tagset import Attribute, EntityType, EventType, Role, Tagset
from annotator.model.uses import Uses
from tests.formats.strategies import parcels

TAGSET = Tagset(
    entities=(EntityType("PER"),),
    events=(EventType("Meeting", roles=(Role("Chair"),)),),
    attributes=(Attribute("sure", ("PER",)), Attribute("seen")),
)


def uses(*annotations: Annotation) -> Uses:
    found = Uses()
    for each in annotations:
        found.take(each)
    return found


def test_labels_that_are_not_declared_are_found_by_kind() -> None:
    place = Annotation("T1", Kind.ENTITY, "LOC", (Fragment(0, 1),))
    trip = Annotation("E1", Kind.EVENT, "Visit", (), (Link("Place", "T1"),))
    person = Annotation("T2", Kind.ENTITY, "PER", (Fragment(0, 1),), attributes={"sure": "x"})
    found = uses(trip, place, person)
    assert found.unknown_to(TAGSET) == [(Kind.ENTITY, "LOC"), (Kind.EVENT, "Visit")]


def test_what_is_declared_comes_behind_with_roles_and_attributes() -> None:
    visit = Annotation(
        "E1", Kind.EVENT, "Visit", (), (Link("Place", "T1"),), {"sure": "x", "seen": "y", "z": "0"}
    )
    found = uses(visit)
    new = found.declared(TAGSET, found.unknown_to(TAGSET))
    assert new.events == (*TAGSET.events, EventType("Visit", roles=(Role("Place"),)))
    assert new.entities == TAGSET.entities
    assert new.attributes == (
        Attribute("sure", ("PER", "Visit")),
        Attribute("seen"),
        Attribute("z", ("Visit",)),
    )
    assert found.declared(TAGSET, []) == TAGSET


@given(parcels(), st.just(Tagset()))
def test_a_tagset_made_of_what_is_used_finds_no_label_role_or_attribute_unknown(
    written: list[Parcel], tagset: Tagset
) -> None:
    found = Uses()
    for parcel in written:
        for layer in parcel.layers:
            for annotation in layer:
                found.take(annotation)
    made = found.declared(tagset, found.unknown_to(tagset))
    assert [kind for kind, _ in found.unknown_to(made) if kind is not Kind.CLUSTER] == []
    said = [
        str(each.message)
        for parcel in written
        for layer in parcel.layers
        for each in problems(made, layer)
        if layer[each.annotation].kind is not Kind.CLUSTER
    ]
    unknown = ("The tagset has no", "has no role", "has no attribute")
    assert [each for each in said if any(part in each for part in unknown)] == []
