"""A data set holds every layer whole, split by article, with a card that programs read."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from annotator.formats import huggingface
from annotator.formats.files import FileError
from annotator.formats.format import Losses, Parcel
from annotator.formats.huggingface import UNUSUAL, dataset_card, dataset_rows
from annotator.formats.huggingface.dataset_card import SplitCount, card
from annotator.formats.huggingface.dataset_rows import LISTS
from annotator.formats.reading import read
from annotator.formats.registry import FormatError, format_named
from annotator.formats.writing import write
from annotator.model.annotation import MEMBER, Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from annotator.model.tagset import EntityType, Tagset
from annotator.model.tagset_toml import tagset_from_toml
from tests.formats.dump import comparable
from tests.formats.round_trip import content, folder
from tests.formats.strategies import parcels

parquet = pytest.importorskip("pyarrow.parquet", reason="the extra 'huggingface' is not installed")
pytest.importorskip("datasketch", reason="the extra 'huggingface' is not installed")

KINDS = {name: kind for kind, name in LISTS.items()}


def rows_in(place: Path) -> list[dict[str, object]]:
    """Return the rows of all splits."""
    return [
        row
        for path in sorted((place / "data").iterdir())
        for row in parquet.read_table(path).to_pylist()
    ]


def parcel_of(row: dict) -> Parcel:  # type: ignore[type-arg]
    """Return what a row says, read by the rules that the card states."""
    article = Article(row["id"], row["text"], json.loads(row["metadata"]))
    if row["reviewer"] is None:
        return Parcel(article, (), "")
    annotations = [
        Annotation(
            each["id"],
            kind,
            each["label"],
            tuple(Fragment(part["start"], part["end"]) for part in each.get("fragments", [])),
            tuple(
                [Link(link["role"], link["target"]) for link in each.get("arguments", [])]
                + [Link(MEMBER, target) for target in each.get("members", [])]
            ),
            json.loads(each["attributes"]),
            each["note"],
            each["origin"],
        )
        for name, kind in KINDS.items()
        for each in row[name]
    ]
    layer = Layer(article, row["reviewer"], annotations, Status(row["status"]), row["curated"])
    return Parcel(article, (layer,), "")


@settings(max_examples=30)
@given(parcels())
def test_all_layers_are_there_whole(written: list[Parcel]) -> None:
    with folder() as place:
        losses = write(written, place / "out", "huggingface")
        rows = rows_in(place / "out")
    assert losses == Losses()
    assert comparable(map(parcel_of, rows)) == comparable(written)
    for row in rows:
        for each in (*row["entities"], *row["events"]):  # type: ignore[misc]
            spans = [str(row["text"])[part["start"] : part["end"]] for part in each["fragments"]]
            assert each["text"] == " ".join(spans)


def test_a_row_is_as_the_schema_says() -> None:
    assert dataset_rows.arrow_schema().names == list(dataset_rows.FEATURES)
    article = Article("a", "b")
    assert list(dataset_rows.row_of(article, None)) == list(dataset_rows.FEATURES)


def many(count: int) -> Iterator[Parcel]:
    """Yield articles that have nothing in common, with the layers of two reviewers."""
    for number in range(count):
        article = Article(f"a{number}", " ".join(f"từ{number}x{n}" for n in range(40)))
        label = "LOC" if number % 2 else "PER"
        entities = [Annotation("T1", Kind.ENTITY, label, (Fragment(0, 3),))]
        yield Parcel(article, (Layer(article, "lan", entities), Layer(article, "mai")), "")


def test_layers_of_an_article_are_in_one_split(tmp_path: Path) -> None:
    write(many(50), tmp_path / "out", "huggingface")
    splits = {
        path.name.partition("-")[0]: [row["id"] for row in parquet.read_table(path).to_pylist()]
        for path in (tmp_path / "out" / "data").iterdir()
    }
    assert {name: len(ids) for name, ids in splits.items()} == {
        "train": 80,
        "validation": 10,
        "test": 10,
    }
    for ids in splits.values():
        assert all(ids.count(id) == 2 for id in ids)
    assert len({id for ids in splits.values() for id in ids}) == 50


def test_the_same_articles_give_the_same_bytes(tmp_path: Path) -> None:
    tagset = Tagset("Tin", "vi", (EntityType("LOC"),))
    for name in ("a", "b"):
        write(many(20), tmp_path / name, "huggingface", tagset)
    assert content(tmp_path / "a") == content(tmp_path / "b")
    assert sorted(content(tmp_path / "a")) == [
        "README.md",
        "data/test-00000-of-00001.parquet",
        "data/train-00000-of-00001.parquet",
        "data/validation-00000-of-00001.parquet",
        "tagset.toml",
    ]
    text = (tmp_path / "a" / "tagset.toml").read_text(encoding="utf-8")
    assert tagset_from_toml(text).entities == tagset.entities


def test_rows_are_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dataset_rows, "_MOST_ROWS", 4)
    write(many(20), tmp_path / "out", "huggingface")
    file = parquet.ParquetFile(tmp_path / "out" / "data" / "train-00000-of-00001.parquet")
    assert file.num_row_groups > 5
    assert len(rows_in(tmp_path / "out")) == 40
    monkeypatch.setattr(dataset_rows, "_MOST_CHARACTERS", 1)
    write(many(20), tmp_path / "again", "huggingface")
    assert len(rows_in(tmp_path / "again")) == 40


def test_one_article_needs_one_file(tmp_path: Path) -> None:
    article = Article("a", "b")
    write([Parcel(article, (), "")], tmp_path / "out", "huggingface")
    assert sorted(content(tmp_path / "out")) == ["README.md", "data/train-00000-of-00001.parquet"]
    (row,) = rows_in(tmp_path / "out")
    assert (row["reviewer"], row["entities"], row["status"]) == (None, [], "new")
    assert "split: test" not in (tmp_path / "out" / "README.md").read_text()


def test_what_has_no_column_is_counted(tmp_path: Path) -> None:
    article = Article("a", "b c")
    link, part = (Link("x", "D1"),), (Fragment(0, 1),)
    annotations = [
        Annotation("D1", Kind.DOCUMENT, "A"),
        Annotation("D2", Kind.DOCUMENT, "A", part),
        Annotation("T1", Kind.ENTITY, "A", part, link),
        Annotation("R1", Kind.RELATION, "A", part),
        Annotation("C1", Kind.CLUSTER, "A", (), link),
        Annotation("E1", Kind.EVENT, "A", part, link),
    ]
    written = [Parcel(article, (Layer(article, "lan", annotations),), "")]
    assert write(written, tmp_path / "out", "huggingface") == {UNUSUAL: 4}
    assert format_named("huggingface").cannot_carry == (UNUSUAL,)


def test_what_can_not_be_written_leaves_nothing(tmp_path: Path) -> None:
    def breaking() -> Iterator[Parcel]:
        yield from many(2)
        raise KeyboardInterrupt

    with pytest.raises(AnnotatorError, match="There is no article to write"):
        write([], tmp_path / "out", "huggingface")
    with pytest.raises(KeyboardInterrupt):
        write(breaking(), tmp_path / "out", "huggingface")
    with pytest.raises(FileError):
        write(many(1), tmp_path / "missing" / "out", "huggingface")
    with pytest.raises(FormatError, match="can only be written"):
        read(tmp_path, "huggingface")
    assert [each for each in tmp_path.iterdir() if each.name != "home"] == []


def test_a_card_says_nothing_that_a_name_made_up() -> None:
    hostile = 'x"\n---\nlicense: mit\\\x07</h1><script>|`*_'
    split = SplitCount("train", "data/train.parquet", 1, 1)
    split.labels["entity", hostile] = 3
    text = card(Tagset(hostile, "vi"), [split])
    head = text.split("---\n")[1]
    assert head.splitlines()[0] == (
        'pretty_name: "x\\U00000022\\U0000000A---\\U0000000Alicense: mit\\U0000005C\\U00000007'
        '</h1><script>|`*_"'
    )
    assert head.count("license:") == 2
    assert "<script>" not in text.split("---\n", 2)[2]
    assert text.count("\n| entity | ") == 1


def test_a_card_does_not_list_labels_without_end() -> None:
    split = SplitCount("train", "data/train.parquet", 1, 1)
    split.labels.update({("entity", f"L{n}"): 1 for n in range(dataset_card._MOST_LABELS + 7)})
    text = card(Tagset(), [split])
    assert text.count("\n| entity | ") == dataset_card._MOST_LABELS
    assert "And 7 labels more." in text


def test_what_is_installed_is_asked_for() -> None:
    assert huggingface.FORMAT.modules == ("datasketch", "pyarrow")
    assert huggingface.FORMAT.extra == "huggingface"
