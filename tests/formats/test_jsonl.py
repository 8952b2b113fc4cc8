"""JSON lines carry everything, are stated by the schema, and are read with no word passed over."""

import copy
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats import text_lines
from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from annotator.resources import resource
from tests.formats.damage import places
from tests.formats.dump import dump
from tests.formats.round_trip import RoundTrip, folder
from tests.formats.strategies import parcels

SCHEMA = jsonschema.Draft202012Validator(json.loads(resource("jsonl.schema.json").read_text()))

EXAMPLE: dict[str, Any] = {
    "format": "annotator/1",
    "id": "lua",
    "text": "Họp ở Lạng Sơn 👩🏽‍🌾.",
    "metadata": {"title": "Mùa lúa"},
    "reviewer": "lan",
    "status": "done",
    "entities": [
        {"id": "T1", "label": "LOC", "fragments": [[6, 14]], "text": "Lạng Sơn",
         "attributes": {}, "note": ""},
        {"id": "T2", "label": "MISC", "fragments": [[0, 3], [6, 10]], "text": "Họp Lạng",
         "attributes": {"sure": True}, "note": "hm", "origin": "dictionary"},
    ],
    "events": [
        {"id": "E1", "label": "Meeting", "fragments": [[0, 3]], "text": "Họp",
         "arguments": [{"role": "Place", "target": "T1"}], "attributes": {"Tense": "past"},
         "note": ""},
    ],
    "relations": [
        {"id": "R1", "label": "part_of", "arguments": [{"role": "from", "target": "T1"},
         {"role": "to", "target": "T2"}], "attributes": {}, "note": ""},
    ],
    "clusters": [
        {"id": "C1", "label": "Coreference", "members": ["T1", "T2"], "attributes": {},
         "note": ""},
    ],
    "labels": [{"id": "D1", "label": "Politics", "attributes": {}, "note": ""}],
}  # fmt: skip


def line(**changes: Any) -> str:
    return json.dumps({**EXAMPLE, **changes}, ensure_ascii=False)


def entity(**changes: Any) -> str:
    return line(entities=[{**EXAMPLE["entities"][0], **changes}, EXAMPLE["entities"][1]])


def written(parcels: list[Parcel]) -> str:
    stream = io.BytesIO()
    write(parcels, stream, "jsonl")
    return stream.getvalue().decode()


class TestRoundTrip(RoundTrip):
    format = "jsonl"
    out = "out.jsonl"


@given(parcels())
def test_every_export_is_valid_by_the_schema(exported: list[Parcel]) -> None:
    lines = written(exported).removesuffix("\n").split("\n")
    assert len(lines) == sum(max(1, len(parcel.layers)) for parcel in exported)
    for each in lines:
        SCHEMA.validate(json.loads(each))


def test_the_example_of_the_contract_is_written_to_the_letter(tmp_path: Path) -> None:
    path = tmp_path / "lua.jsonl"
    path.write_text(line() + "\n", encoding="utf-8")
    SCHEMA.validate(EXAMPLE)
    (parcel,) = read(path)
    assert isinstance(parcel, Parcel)
    compact = json.dumps(EXAMPLE, ensure_ascii=False, separators=(",", ":"))
    assert written([parcel]) == compact + "\n"
    assert [each.rank for each in parcel.layers[0]] == list(range(6))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_no_number_is_written_that_json_does_not_have(number: float) -> None:
    article = Article("a", "b")
    annotation = Annotation("D1", Kind.DOCUMENT, "X", attributes={"x": number})
    for parcel in (
        Parcel(Article("a", "b", {"x": [number]}), (), ""),
        Parcel(article, (Layer(article, "lan", [annotation]),), ""),
    ):
        with pytest.raises(AnnotatorError, match=r"^a: -?(NaN|Infinity) is no number in JSON"):
            written([parcel])


def test_integers_of_any_size_are_written_as_they_are() -> None:
    article = Article("a", "b", {"x": 10**30})
    annotation = Annotation("D1", Kind.DOCUMENT, "X", attributes={"y": -(10**25)})
    line = written([Parcel(article, (Layer(article, "lan", [annotation]),), "")])
    assert f'"x":{10**30}' in line
    assert f'"y":{-(10**25)}' in line


def test_an_article_without_a_layer_has_no_reviewer() -> None:
    assert json.loads(written([Parcel(Article("a", "b"), (), "")])) == {
        "format": "annotator/1", "id": "a", "text": "b", "metadata": {}, "reviewer": None,
        "status": "new", "entities": [], "events": [], "relations": [], "clusters": [],
        "labels": [],
    }  # fmt: skip


def test_links_and_fragments_where_they_are_unusual_are_kept(tmp_path: Path) -> None:
    article = Article("a", "một hai")
    annotations = [
        Annotation("T1", Kind.ENTITY, "X", (Fragment(0, 3),), (Link("of", "R1"),)),
        Annotation("R1", Kind.RELATION, "Y", (Fragment(4, 7),)),
        Annotation("C1", Kind.CLUSTER, "Z", (), (Link("member", "T1"), Link("head", "R1"))),
        Annotation("D1", Kind.DOCUMENT, "W", (Fragment(0, 1),)),
    ]
    parcel = Parcel(article, (Layer(article, "lan", annotations),), "")
    path = tmp_path / "a.jsonl"
    write([parcel], path)
    for each in path.read_text(encoding="utf-8").splitlines():
        SCHEMA.validate(json.loads(each))
    (back,) = read(path)
    assert isinstance(back, Parcel)
    assert dump([back]) == dump([parcel])


REFUSED = [
    ("not json", "This is not JSON (column 1): was it cut off, or edited by hand?"),
    (line()[:-9], "This is not JSON (column "),
    ("[]", "The line has a value of the wrong type: it must be of type object."),
    (line(format="annotator/2"), "The format is annotator/2; this program reads annotator/1."),
    ("{}", "format is missing."),
    ('{"format": "annotator/1", "id": "a"}', "text is missing."),
    (line(id=7), "id has a value of the wrong type: it must be of type string."),
    (line(id=""), "id is empty."),
    (line(metadata=[]), "metadata has a value of the wrong type: it must be of type object."),
    (line(status="fine"), "The status fine is none of new, started, done, locked."),
    (line(curated=1), "curated has a value of the wrong type: it must be of type boolean."),
    (line(reviewer=None), "reviewer is missing: whose annotations are these?"),
    (line(reviewer=" "), "reviewer is empty."),
    (line(entities={}), "entities has a value of the wrong type: it must be of type array."),
    (entity(colour="red"), "entities[0].colour is not known here."),
    (entity(id=None), "entities[0].id has a value of the wrong type: it must be of type string."),
    (entity(label=""), "entities[0].label is empty."),
    (entity(text="Lạng"), "entities[0].text is “Lạng”, but “Lạng Sơn” stands at the fragments"),
    (entity(note=None), "entities[0].note has a value of the wrong type"),
    (entity(id="T2"), "Two annotations have the id T2."),
    (entity(id="E1"), "Two annotations have the id E1."),
    (entity(fragments=[[6, 14, 2]]), "entities[0].fragments: a fragment is a start and an end."),
    (entity(fragments=[["6", 14]]), "entities[0].fragments has a value of the wrong type"),
    (entity(fragments=[[6.0, 14]]), "entities[0].fragments has a value of the wrong type"),
    (entity(fragments=[[False, True]], text="H"), "entities[0].fragments has a value of the wrong"),
    (entity(fragments=[[14, 6]], text=""), "The fragment 14–6 of T1 is empty or reversed."),
    (entity(fragments=[[-9, 3]], text="Họp"), "The fragment -9–3 of T1 lies outside the text"),
    (entity(fragments=[[6, 10**18]], text="Lạng Sơn 👩🏽‍🌾."), f"The fragment 6–{10**18} "),
    (entity(fragments=[], text=""), "The entity T1 has no fragment."),
    (entity(attributes={"a": []}), "entities[0].attributes.a has a value of the wrong type"),
    (entity(attributes={"a": None}), "entities[0].attributes.a has a value of the wrong type"),
    (line(entities=[]), "E1 links to T1, which does not exist."),
    (line(clusters=[{"id": "C1", "label": "x", "members": ["C1"]}]), "C1 links to itself."),
    (line(clusters=[{"id": "C1", "label": "x", "members": [1]}]), "clusters[0].members has a "),
    (line(title="x", metadata={"title": "y"}), "title is not known here, and metadata has another"),
    (line()[:-1] + ', "id": "b"}', "The key id is given twice in one object."),
    (line(metadata={"a": float("nan")}), "NaN is no number in JSON."),
    (line(metadata={"a": float("-inf")}), "-Infinity is no number in JSON."),
    (line()[:-1] + ', "x": 1e999}', "The number 1e999 is too large."),
    (line()[:-1] + ', "x": ' + "9" * 5000 + "}", "A number has too many digits."),
    (line()[:-1] + ', "x": "\\ud83d"}', "A text has a NUL or half of a surrogate pair: remove it."),
    (line()[:-1] + ', "\\uDC00": 1}', "A text has a NUL or half of a surrogate pair: remove it."),
    (line(text="a\0"), "A text has a NUL or half of a surrogate pair: remove it."),
    ("[" * 100_000, "Lists and objects are nested more than 64 levels deep."),
    ('{"a":' * 100_000, "Lists and objects are nested more than 64 levels deep."),
    (line(metadata={"a": json.loads("[" * 70 + "]" * 70)}), "Lists and objects are nested more"),
]  # fmt: skip


@pytest.mark.parametrize(("bad", "sentence"), REFUSED, ids=lambda value: value[:40])
def test_a_bad_line_is_named_and_the_others_go_in(tmp_path: Path, bad: str, sentence: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{line(id='x')}\n\n{bad}\n{line(id='y')}\n", encoding="utf-8")
    before, refused, after = read(path)
    assert isinstance(before, Parcel)
    assert isinstance(after, Parcel)
    assert after.where == f"{path}:4"
    assert isinstance(refused, AnnotatorError)
    assert str(refused).startswith(f"{path}:3: {sentence}")


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just(10**30)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.data())
def test_a_line_with_anything_in_any_place_is_read_or_refused(data: st.DataObject) -> None:
    changed = copy.deepcopy(EXAMPLE)
    container, key = data.draw(st.sampled_from(places(changed)))
    container[key] = data.draw(values)
    text = json.dumps(changed)
    start = data.draw(st.integers(0, len(text)))
    cut = text[:start] + text[start + data.draw(st.sampled_from([0, 0, 1, 5])) :]
    with folder() as place:
        path = place / "a.jsonl"
        path.write_text(cut, encoding="utf-8", errors="surrogatepass")
        for each in read(path):
            if isinstance(each, Parcel):
                SCHEMA.validate(json.loads(written([each])))
            else:
                assert str(each).startswith(str(path))


def test_pairs_of_escaped_surrogates_are_characters(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({**EXAMPLE, "id": "👩"}))
    (parcel,) = read(path)
    assert isinstance(parcel, Parcel)
    assert parcel.article.id == "👩"


def test_keys_that_are_not_the_formats_own_go_into_the_metadata(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(line(lang="vi", scores=[1, None]), encoding="utf-8")
    (parcel,) = read(path)
    assert isinstance(parcel, Parcel)
    assert parcel.article.metadata == {"title": "Mùa lúa", "lang": "vi", "scores": [1, None]}


def test_what_is_plain_may_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        '\ufeff{"format": "annotator/1", "id": "a", "text": "b", "reviewer": "lan",'
        ' "entities": [{"id": "T1", "label": "X", "fragments": [[0, 1]]}]}\r\n',
        encoding="utf-8",
    )
    (parcel,) = read(path)
    assert isinstance(parcel, Parcel)
    assert [each.id for each in parcel.layers[0]] == ["T1"]


def test_one_article_on_many_lines_is_one_article(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [line(), line(reviewer="mai"), line(reviewer="mai"), line(text=EXAMPLE["text"] + ".")]
    lines.append(line(reviewer="minh", metadata={}))
    path.write_text("\n".join(lines), encoding="utf-8")
    *good, again, other_text, other_metadata = read(path)
    assert [each.layers[0].reviewer for each in good if isinstance(each, Parcel)] == ["lan", "mai"]
    assert str(again) == (
        f"{path}:3: The article lua, with the same reviewer, is already at {path}:2."
    )
    assert str(other_text).startswith(f"{path}:4: The article lua has another text at {path}:1")
    assert str(other_metadata) == (
        f"{path}:5: The article lua has other metadata at {path}:1: make them equal."
    )


def test_a_known_id_with_another_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    plain = '{"format": "annotator/1", "id": "a", "text": "%s"}\n'
    path.write_text(plain % "b" + plain % "c")
    _, refused = read(path)
    assert str(refused) == (
        f"{path}:2: The article a has another text at {path}:1: give one of them another id."
    )


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty: there is nothing in it."),
        (b"\n \r\n", "The file is empty: there is nothing in it."),
        (b"\x7fELF\0\0", "This is no text, but a binary file."),
        ("{}".encode("utf-16"), "The text is UTF-16, not UTF-8: save it as UTF-8."),
        (b'{"a": "\xe1"}', "Byte 7 from here is 0xE1, which is not UTF-8"),
    ],
)
def test_files_that_are_no_json_lines(tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(data)
    (refused,) = read(path)
    assert isinstance(refused, AnnotatorError)
    assert str(refused.message).startswith(sentence)


def test_a_line_that_is_too_long_is_passed_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_lines, "LONGEST", 2000)
    path = tmp_path / "a.jsonl"
    path.write_text(f"{line(id='x')}\n{line(note='y' * 9000)}\n{line(id='y')}", encoding="utf-8")
    before, refused, after = read(path)
    assert isinstance(before, Parcel)
    assert isinstance(after, Parcel)
    assert after.where == f"{path}:3"
    assert str(refused).startswith(f"{path}:2: One line or item has more than")


def test_a_line_of_200_mb_is_named_and_the_next_goes_in(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(b'{"format": "annotator/1", "id": "a", "text": "' + b"x" * 5000)
        file.seek(200 << 20)
        file.write(b"\n" + line().encode())
    refused, after = read(path)
    assert str(refused) == f"{path}:1: One line or item has more than 64 MB: split the article."
    assert isinstance(after, Parcel)
