"""A DocBin keeps everything for us, and is taken apart without trust."""

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from annotator.formats.format import UNNAMED, Losses, Parcel
from annotator.formats.losses import single_layers
from annotator.formats.reading import read
from annotator.formats.spacy.doc import spacy_doc
from annotator.formats.spacy.reader import recognizes
from annotator.formats.writing import write
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from tests.formats.bkee import bkee_mentions
from tests.formats.round_trip import RoundTrip, read_all
from tests.formats.strategies import texts

pytest.importorskip("spacy")

import srsly
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab


class TestRoundTrip(RoundTrip):
    format = "spacy"
    out = "out.spacy"

    def carried(self, written: Sequence[Parcel]) -> list[Parcel]:
        singles = single_layers(written, Losses(), names_reviewers=True)
        return [Parcel(article, (layer,) if layer else (), "") for article, layer, _ in singles]

    def lost(self, written: Sequence[Parcel]) -> Losses:
        losses = Losses()
        assert list(single_layers(written, losses, names_reviewers=True))
        return losses


@given(texts)
def test_words_and_spaces_are_the_text(text: str) -> None:
    (words, spaces, starts), _, _ = spacy_doc(text, None)
    assert "".join(w + " " * s for w, s in zip(words, spaces, strict=True)) == text
    assert all(words)
    assert starts == sorted(set(starts))
    assert starts[:1] == ([0] if words else [])


def test_an_example() -> None:
    text = "\u00a0Ông A  họp\r\nở Huế. Xong."
    article = Article("a", text)
    layer = Layer(
        article,
        "lan",
        [
            Annotation("T1", Kind.ENTITY, "PER", (Fragment(0, 6),)),
            Annotation("T2", Kind.ENTITY, "X", (Fragment(2, 3), Fragment(15, 16))),
            Annotation("T3", Kind.ENTITY, "LOC", (Fragment(16, 17),)),
            Annotation("T4", Kind.ENTITY, "PER", (Fragment(5, 6),)),
            Annotation("T5", Kind.ENTITY, "W", (Fragment(11, 13),)),
        ],
    )
    (words, spaces, starts), spans, entities = spacy_doc(text, layer)
    assert words == [
        "\u00a0", "Ông", "A", " ", "họp", "\r\n", "ở", "Huế", ".", "Xong", ".",
    ]  # fmt: skip
    assert [word for word, space in zip(words, spaces, strict=True) if space] == [
        "Ông", "A", "ở", ".",
    ]  # fmt: skip
    assert starts == [0, 6, 9]
    assert [(each.first, each.last, each.id) for each in spans] == [
        (1, 3, "T1"), (2, 3, "T4"), (7, 8, "T3"),
    ]  # fmt: skip
    assert [each.id for each in entities] == ["T1", "T3"]


def made(*words: str, spaces: list[bool] | None = None, **more: Any) -> Doc:
    return Doc(Vocab(), list(words), spaces or [True] * len(words), **more)


def saved(path: Path, *docs: Doc, user_data: bool = True) -> Path:
    DocBin(store_user_data=user_data, docs=docs).to_disk(path)
    return path


def shown(path: Path) -> list[str]:
    """Return what reading `path` gives: mentions of the article, and sentences said."""
    return [
        str(each).removeprefix(str(path))
        if isinstance(each, AnnotatorError)
        else f"{each.article.id} {each.article.text!r} "
        + ", ".join(
            " ".join(
                [mention.label, mention.text_in(each.article.text)]
                + [f"{name}={value}" for name, value in mention.attributes.items()]
            )
            for layer in each.layers
            for mention in layer
        )
        for each in read(path, "spacy")
    ]


def test_documents_of_others(tmp_path: Path) -> None:
    doc = made("Ông", "Lê", "A", "ở", "Huế", ".", spaces=[True, True, True, True, False, False])
    doc.ents = [Span(doc, 1, 3, "PER", kb_id="Q1", span_id="e1"), Span(doc, 4, 5, "LOC")]
    doc.spans["sc"] = [Span(doc, 4, 5, "LOC"), Span(doc, 0, 5, "X"), Span(doc, 0, 5, "X")]
    doc.spans["coref"] = [Span(doc, 1, 3), Span(doc, 0, 1, "Z", kb_id="Q2", span_id="s")]
    doc.cats = {"yes": 1.0, "no": 0.0, "some": 0.25, "odd": 7.0}
    doc.user_data = {"url": "u", "list": [1], "bytes": b"1", ("._.", "title", None, None): "T",
                     ("._.", "f", 1, 2): 3}  # fmt: skip
    plain = made("một", "hai")
    looked = made("ba")
    looked.ents = []
    path = saved(tmp_path / "a.spacy", doc, plain, looked)
    first, *others = shown(path)
    assert first.split("' ")[1].split(", ") == [
        "LOC Huế", "X Ông Lê A ở Huế", "X Ông Lê A ở Huế",
        "coref Lê A span_group=coref", "Z Ông span_group=coref id=s kb_id=Q2",
        "PER Lê A id=e1 kb_id=Q1", "yes ", "some  score=0.25",
    ]  # fmt: skip
    assert others == [
        "a-2 'một hai ' ",
        "a-3 'ba ' ",
        ":1: Categories without a number from 0 to 1, left out: 1; the first is odd.",
        ":1: Documents with what is not read: 1; the first has list.",
    ]
    parcels = [each for each in read(path) if isinstance(each, Parcel)]
    assert parcels[0].article.metadata == {"url": "u", "title": "T"}
    assert parcels[0].layers[0].reviewer == UNNAMED
    assert parcels[1].layers == ()
    assert len(parcels[2].layers) == 1


def test_a_document_without_known_spaces_is_rebuilt(tmp_path: Path) -> None:
    doc = Doc(
        Vocab(), ["Họp", "(", "kín", ")", ".", "Xong", "."], sent_starts=[1, 0, 0, 0, 0, 1, 0]
    )
    doc.ents = [Span(doc, 2, 4, "X")]
    assert shown(saved(tmp_path / "a.spacy", doc)) == ["a 'Họp (kín).\\nXong.' X kín)"]


def test_tags_and_lemmas_are_said_not_to_be_read(tmp_path: Path) -> None:
    docs = [made("a", "b", tags=["X", "Y"]), made("c", lemmas=["c"])]
    assert shown(saved(tmp_path / "a.spacy", *docs))[-1] == (
        ":1: Documents with what is not read: 2; the first has TAG."
    )


def ours(path: Path) -> Doc:
    """Write an article in our way to `path` and return it as spaCy reads it."""
    text = "Ông A tới Huế."
    article = Article("tin", text, {"title": "t"})
    layer = Layer(
        article,
        "lan",
        [
            Annotation("T1", Kind.ENTITY, "LOC", (Fragment(10, 13),), note="hm"),
            Annotation("E1", Kind.EVENT, "Move", (Fragment(6, 9),)),
            Annotation("D1", Kind.DOCUMENT, "News"),
        ],
    )
    write([Parcel(article, (layer,), "")], path, "spacy")
    (doc,) = DocBin().from_disk(path).get_docs(Vocab())
    return doc


def test_what_another_program_changed_holds(tmp_path: Path) -> None:
    path = tmp_path / "a.spacy"
    doc = ours(path)
    assert shown(saved(path, doc)) == ["tin 'Ông A tới Huế.' LOC Huế, Move tới, News "]
    doc.ents = [Span(doc, 0, 2, "PER")]
    said, changed = shown(saved(path, doc))
    assert said.startswith(":1: Another program changed the text or mentions since Annotator wrote")
    assert changed == "tin 'Ông A tới Huế.' LOC Huế, PER Ông A, News "
    doc.user_data["annotator"] = '{"format": "annotator/1", "id": "x", "a": [}'
    said, changed = shown(saved(path, doc))
    assert said.startswith(":1: What Annotator wrote into the user data is damaged, and not read:")
    assert changed.startswith("a 'Ông A tới Huế.' LOC Huế, PER Ông A")
    doc.user_data["annotator"] = "[]"
    assert "is damaged" in shown(saved(path, doc))[0]


@pytest.mark.parametrize("change", ["cats", "group", "words"])
def test_any_change_is_seen(tmp_path: Path, change: str) -> None:
    path = tmp_path / "a.spacy"
    doc = ours(path)
    if change == "cats":
        doc.cats = {}
    elif change == "group":
        doc.spans["more"] = [Span(doc, 0, 1, "X")]
    else:
        other = Doc(doc.vocab, [*(each.text for each in doc), "x"])
        other.user_data = doc.user_data
        doc = other
    assert "Another program changed" in shown(saved(path, doc))[0]


def message(path: Path) -> dict[str, Any]:
    return srsly.msgpack_loads(zlib.decompress(path.read_bytes()))


def group(*spans: bytes, name: str = "sc") -> bytes:
    return srsly.msgpack_dumps({"name": name, "attrs": {"a": {"b": [1]}}, "spans": list(spans)})


def span(first: int, last: int, label: int = 381) -> bytes:
    return struct.pack(">QQQllll", 0, 10**15, label, first, last, 0, 0)


def test_groups_as_older_versions_wrote_them(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.spacy", made("một", "hai"))
    data = message(path)
    data["span_groups"] = [srsly.msgpack_dumps([group(span(0, 1)), group(span(1, 2), name="b")])]
    path.write_bytes(zlib.compress(srsly.msgpack_dumps(data)))
    (label,) = (each for each in ["PERSON", "NORP", "FACILITY"] if Vocab().strings[each] == 381)
    number = 10**15
    assert shown(path) == [
        f"a 'một hai ' {label} một kb_id={number}, {label} hai span_group=b kb_id={number}"
    ]
    del data["span_groups"], data["flags"], data["user_data"]
    path.write_bytes(zlib.compress(srsly.msgpack_dumps(data)))
    assert shown(path) == ["a 'một hai ' "]


def test_one_file_is_not_too_large_to_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.formats.spacy.LARGEST", 1000)
    path = tmp_path / "a.spacy"
    with pytest.raises(AnnotatorError, match="One DocBin would be too large"):
        write([Parcel(Article("a", "một " * 100), (), "")], path, "spacy")
    assert not path.exists()


def test_files_are_known_by_how_they_begin(tmp_path: Path) -> None:
    assert recognizes(saved(tmp_path / "a", made("a")).read_bytes())
    assert not recognizes(zlib.compress(b"text of any kind"))
    assert not recognizes(b"text")
    assert not recognizes(b"")


def test_real_articles_come_back(shared_data: Path, tmp_path: Path) -> None:
    exported = list(bkee_mentions(shared_data, 30))
    assert write(exported, tmp_path / "a.spacy", "spacy") == {}
    for before, after in zip(exported, read_all(tmp_path / "a.spacy"), strict=True):
        assert after.article == before.article
        assert list(after.layers[0]) == list(before.layers[0])
