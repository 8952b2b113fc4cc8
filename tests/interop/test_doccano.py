"""What doccano does with a file that it imports, done with the library it does it with: pandas.

doccano itself is a web application. `backend/data_import/pipeline/makers.py` makes a table of the
lines, takes the entities and relations out of their columns, and keeps the other columns as the
metadata of an example: so no cell may be empty, and ids and offsets must be whole numbers.
"""

import json
from itertools import chain
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from annotator.formats.format import Parcel
from annotator.formats.writing import write
from tests.formats.round_trip import folder
from tests.formats.strategies import parcels

pandas: Any = pytest.importorskip("pandas")

COLUMNS = ["id", "text", "entities", "relations", "cats", "metadata", "annotator/1"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parcels())
def test_the_table_that_doccano_makes_of_the_lines_has_no_gaps(exported: list[Parcel]) -> None:
    with folder() as place:
        write(exported, place / "a.jsonl", "doccano")
        # In text mode and without universal newlines of other kinds, as doccano reads its lines.
        with (place / "a.jsonl").open(encoding="utf-8") as file:
            lines = [json.loads(line) for line in file]
    table = pandas.DataFrame(lines)
    assert list(table.columns) == COLUMNS
    assert not table.isna().any(axis=None)
    entities = list(chain.from_iterable(table["entities"]))
    relations = list(chain.from_iterable(table["relations"]))
    for each in (*entities, *relations):
        assert all(isinstance(each[key], int) for key in each if key not in ("label", "type"))
        assert each.get("label") or each.get("type")
    assert all(0 <= each["start_offset"] < each["end_offset"] for each in entities)
    ids = [each["id"] for each in entities]
    assert len(set(ids)) == len(ids)
    for line in lines:
        own = {each["id"] for each in line["entities"]}
        assert all({each["from_id"], each["to_id"]} <= own for each in line["relations"])


def test_what_doccano_exports_of_it_is_json_again(tmp_path: Any) -> None:
    """doccano writes examples with `DataFrame.to_json`, metadata and all."""
    example = {
        "id": "a", "text": "👩 Họp",
        "entities": [{"id": 4, "label": "M", "start_offset": 3, "end_offset": 6}],
        "relations": [], "cats": [], "metadata": {"title": "x"},
        "annotator/1": {"reviewer": "lan", "status": "done", "offsets": "UTF-16 units"},
        "Comments": [],
    }  # fmt: skip
    path = tmp_path / "all.jsonl"
    pandas.DataFrame([example]).to_json(path, orient="records", force_ascii=False, lines=True)
    from annotator.formats.reading import read

    (parcel,) = read(path)
    assert isinstance(parcel, Parcel)
    (layer,) = parcel.layers
    assert (layer.reviewer, [each.text_in(parcel.article.text) for each in layer]) == (
        "lan",
        ["Họp"],
    )
