"""What a query names that the tagset does not have."""

import pytest

from annotator.model.tagset import Attribute, EntityType, EventType, RelationType, Role, Tagset
from annotator.search.parsing import parse
from annotator.search.unknown import unknown

TAGSET = Tagset(
    entities=(EntityType("LOC"),),
    events=(EventType("Visit", roles=(Role("Place"),)),),
    relations=(RelationType("near"),),
    attributes=(Attribute("Tense"),),
)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("entity:XYZ", ["There is no entity label XYZ in the tagset."]),
        ("entity:Visit", ["There is no entity label Visit in the tagset."]),
        ("label:Visit", []),
        ("label:XYZ or label:XYZ", ["There is no label XYZ in the tagset."]),
        ("relation:near role:from(entity:LOC)", []),
        ("cluster:Coreference role:member", []),
        ("cluster:Same", ["There is no cluster label Same in the tagset."]),
        ("event:Visit role:Place(entity:XYZ)", ["There is no entity label XYZ in the tagset."]),
        ("event:Visit role:Plaec=Huế", ["There is no role Plaec in the tagset."]),
        ("entity:LOC inside event:Vist", ["There is no event label Vist in the tagset."]),
        ("not attribute:Tens=past entity:*", ["There is no attribute Tens in the tagset."]),
        ("attribute:Tense note:x by:lan", []),
        (
            "entity:LOC insid event:Visit",
            ["“insid” was looked for in the texts. Do you mean inside?"],
        ),
        ("entity:LOC lúa insid", ["“insid” was looked for in the texts. Do you mean inside?"]),
        ("insid", []),
        ("entity:LOC lúa", []),
    ],
)
def test_what_is_unknown_is_named(query: str, said: list[str]) -> None:
    assert list(map(str, unknown(parse(query), TAGSET))) == said
