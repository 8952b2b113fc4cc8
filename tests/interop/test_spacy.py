"""spaCy loads what we write: text, entities, spans, categories, sentences; and trains on it."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from annotator.formats.format import Losses, Parcel
from annotator.formats.losses import single_layers
from annotator.formats.tokens import covered, tokenized, without_gaps
from annotator.formats.writing import write
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article
from annotator.model.layer import Layer
from tests.formats.round_trip import folder
from tests.formats.strategies import parcels

spacy = pytest.importorskip("spacy")

from spacy.tokens import Doc, DocBin  # noqa: E402
from spacy.vocab import Vocab  # noqa: E402


def loaded(path: Path) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(Vocab()))


TEXT = "Ông Lê Văn An\u00a0tới Huế.\r\nỞ Hà Nội,  bà Mai 👩🏽‍🌾 cười."


def entity(words: str, label: str) -> Annotation:
    start = TEXT.index(words)
    return Annotation(f"T{start}", Kind.ENTITY, label, (Fragment(start, start + len(words)),))


ARTICLE = Article("tin/1", TEXT)
LAYER = Layer(
    ARTICLE,
    "lan",
    [
        entity("Lê Văn An", "PER"),
        entity("An\u00a0tới", "X"),
        entity(" Huế", "LOC"),
        entity("Nội,  bà", "Y"),
        entity("Mai 👩", "PER"),
        Annotation("T9", Kind.ENTITY, "Z", (Fragment(0, 3), Fragment(7, 10))),
        Annotation("D1", Kind.DOCUMENT, "News"),
    ],
)


def test_a_document_as_spacy_sees_it(tmp_path: Path) -> None:
    path = tmp_path / "a.spacy"
    write([Parcel(ARTICLE, (LAYER,), ""), Parcel(Article("b", "Mưa."), (), "")], path, "spacy")
    doc, bare = loaded(path)
    assert doc.text == TEXT
    assert [(ent.label_, ent.text, ent.id_) for ent in doc.ents] == [
        ("PER", "Lê Văn An", "T4"), ("LOC", "Huế", "T17"),
        ("Y", "Nội,  bà", "T29"), ("PER", "Mai 👩🏽‍🌾", "T38"),
    ]  # fmt: skip
    assert [(span.label_, span.text) for span in doc.spans["sc"]] == [
        ("PER", "Lê Văn An"), ("X", "An\u00a0tới"), ("LOC", "Huế"), ("Y", "Nội,  bà"),
        ("PER", "Mai 👩🏽‍🌾"),
    ]  # fmt: skip
    assert [sent.text.strip() for sent in doc.sents] == [
        "Ông Lê Văn An\u00a0tới Huế.", "Ở Hà Nội,  bà Mai 👩🏽‍🌾 cười.",
    ]  # fmt: skip
    assert doc.cats == {"News": 1.0}
    assert doc.has_annotation("ENT_IOB")
    assert not bare.has_annotation("ENT_IOB")
    assert not any(ent.text[0].isspace() or ent.text[-1].isspace() for ent in doc.ents)


@given(parcels())
@settings(max_examples=25)
def test_all_mentions_that_are_one_stretch_are_spans(exported: list[Parcel]) -> None:
    with folder() as place:
        write(exported, place / "a.spacy", "spacy")
        docs = loaded(place / "a.spacy")
    singles = list(single_layers(exported, Losses()))
    for single, doc in zip(singles, docs, strict=True):
        text = single.article.text
        assert doc.text == text
        tokens = tokenized(text).tokens
        expected: list[tuple[str, str]] = []
        for each in single.annotations():
            stretch = without_gaps(each, text) if each.kind is Kind.ENTITY else None
            first, last = covered(stretch, tokens) if stretch else (0, 0)
            if first < last:
                words = text[tokens[first].start : tokens[last - 1].end]
                expected.append((each.label, words))
        spans = [(span.label_, span.text) for span in doc.spans["sc"]]
        assert sorted(spans) == sorted(expected)
        entities = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
        assert set(entities) <= {(each.start, each.end, each.label_) for each in doc.spans["sc"]}
        lengths = [last - first for first, last, _ in entities]
        assert max(lengths, default=0) == max(map(len, doc.spans["sc"]), default=0)


def test_spacy_trains_on_it(tmp_path: Path) -> None:
    from spacy.training import Corpus

    path = tmp_path / "train.spacy"
    write([Parcel(ARTICLE, (LAYER,), "")], path, "spacy")
    nlp = spacy.blank("xx")
    nlp.add_pipe("ner")
    nlp.add_pipe("spancat")
    examples = list(Corpus(path, gold_preproc=False)(nlp))
    nlp.initialize(lambda: examples)
    losses = nlp.update(examples)
    assert losses["ner"] > 0
    assert set(nlp.get_pipe("ner").labels) == {"PER", "LOC", "Y"}
    assert set(nlp.get_pipe("spancat").labels) == {"PER", "LOC", "X", "Y"}
