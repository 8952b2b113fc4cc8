"""Files are looked at before anything goes in: formats, articles, labels, what is left out."""

from pathlib import Path

from annotator.formats.format import Parcel
from annotator.formats.look import look, relabelled
from annotator.formats.writing import write
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, message


def parcel(id: str, *labels: str) -> Parcel:
    article = Article(id, "Lạng Sơn", {"title": f"Bài {id}"})
    mentions = [
        Annotation(f"T{n}", Kind.ENTITY, label, (Fragment(0, 4),), rank=n)
        for n, label in enumerate(labels)
    ]
    return Parcel(article, (Layer(article, "lan", mentions),), id)


def test_what_is_there_is_told(tmp_path: Path) -> None:
    write([parcel("a", "LOC", "PER"), parcel("b", "LOC")], tmp_path / "x.jsonl")
    (tmp_path / "y.txt").write_text("Chữ")
    (tmp_path / "z.odd").write_text("?")
    looked = look([tmp_path])
    assert {name: count for (name, _), count in looked.formats.items()} == {"jsonl": 1, "text": 1}
    assert message("its name ends in {0}", ".txt") in {reason for _, reason in looked.formats}
    assert [(each.title, each.annotations) for each in looked.shown] == [
        ("Bài a", 2), ("Bài b", 1), ("Chữ", 0),
    ]  # fmt: skip
    assert looked.uses.labels == {(Kind.ENTITY, "LOC"): 2, (Kind.ENTITY, "PER"): 1}
    assert [error.where for error in looked.left_out] == [str(tmp_path / "z.odd")]
    assert looked.complete


def test_only_the_first_part_of_very_much_is_looked_at(tmp_path: Path) -> None:
    write([parcel(str(n), "LOC") for n in range(5)], tmp_path / "x.jsonl")
    asked = iter([False, False, True])
    looked = look([tmp_path], cancelled=lambda: next(asked))
    assert (looked.articles, looked.complete) == (3, False)


def test_labels_become_others() -> None:
    error = AnnotatorError("Bad.")
    changed, passed = relabelled([parcel("a", "LOC", "PER"), error], {(Kind.ENTITY, "LOC"): "GPE"})
    assert isinstance(changed, Parcel)
    assert [each.label for each in changed.layers[0]] == ["GPE", "PER"]
    assert passed is error
