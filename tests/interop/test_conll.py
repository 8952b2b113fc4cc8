"""Other programs read our columns: seqeval finds the mentions, spaCy makes documents of them."""

import io
import warnings
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.flat_mentions import flat_mentions, tokenized
from annotator.formats.format import UNNAMED, Losses, Parcel
from annotator.formats.losses import single_layers
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.language.segmentation import syllables
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article
from annotator.model.layer import Layer
from tests.formats.strategies import parcels


def sentences(data: bytes) -> list[list[list[str]]]:
    """Return the rows of each sentence, as most programs that read such files take them apart."""
    blocks = data.decode().split("\n\n")
    return [
        [line.split(" ") for line in block.splitlines()]
        for block in blocks
        if block.strip() and not block.startswith("-DOCSTART-")
    ]


def written(parcels: list[Parcel], format: str) -> bytes:
    stream = io.BytesIO()
    write(parcels, stream, format)
    return stream.getvalue()


ARTICLE = Article("tin/1", "Ông Lê Văn An tới Huế, Đà Nẵng.\nÔng An và bà Mai Hà Nội ở Hà Nội.")
LAYER = Layer(
    ARTICLE,
    UNNAMED,
    [
        Annotation(f"T{n}", Kind.ENTITY, label, (Fragment(at, at + len(words)),))
        for n, (words, label) in enumerate(
            [("Lê Văn An", "PER"), ("Huế", "LOC"), ("Đà Nẵng", "LOC"), ("bà Mai", "PER"),
             (" Hà Nội", "LOC")]
        )
        for at in [ARTICLE.text.index(words)]
    ],
)  # fmt: skip
PARCEL = Parcel(ARTICLE, (LAYER,), "")


@pytest.mark.parametrize("format", ["conll", "conll-iob1", "conll-bioes"])
@given(st.just([PARCEL]) | parcels())
@settings(max_examples=20)
def test_seqeval_finds_the_mentions_that_were_written(format: str, exported: list[Parcel]) -> None:
    from seqeval.metrics.sequence_labeling import get_entities
    from seqeval.scheme import IOB1, IOB2, IOBES, Entities

    scheme = {"conll": IOB2, "conll-iob1": IOB1, "conll-bioes": IOBES}[format]
    tags = [[row[3] for row in rows] for rows in sentences(written(exported, format))]
    strict = [
        (entity.tag, entity.start, entity.end)
        for sentence in Entities(tags, scheme).entities
        for entity in sentence
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # labels that are no plain names
        lenient = [each for sentence in tags for each in get_entities(sentence)]
    expected: list[tuple[str, int]] = []
    for single in single_layers(exported, Losses()):
        text = single.article.text
        tokens = tokenized(text, syllables).tokens
        expected += [
            (annotation.label, last - first)
            for first, last, annotation in flat_mentions(
                single.annotations(), text, tokens, Losses()
            )
        ]
    assert [(label.replace("%20", " "), end - start) for label, start, end in strict] == expected
    assert [(label.replace("%20", " "), end - start + 1) for label, start, end in lenient] == (
        expected
    )


def test_what_seqeval_finds_is_what_reading_finds(tmp_path: Path) -> None:
    from seqeval.metrics.sequence_labeling import get_entities

    data = written([PARCEL], "conll")
    found = [
        (label, "".join(row[0] for row in rows[start : end + 1]))
        for rows in sentences(data)
        for label, start, end in get_entities([row[3] for row in rows])
    ]
    (tmp_path / "a.conll").write_bytes(data)
    (parcel,) = read(tmp_path / "a.conll")
    assert isinstance(parcel, Parcel)
    assert found == [
        (each.label, "".join(each.text_in(parcel.article.text).split()))
        for each in parcel.layers[0]
    ]
    assert found == [
        ("PER", "LêVănAn"), ("LOC", "Huế"), ("LOC", "ĐàNẵng"), ("PER", "bàMai"), ("LOC", "HàNội"),
    ]  # fmt: skip


@pytest.mark.parametrize("format", ["conll", "conll-iob1", "conll-words"])
def test_spacy_converts_them(format: str) -> None:
    spacy = pytest.importorskip("spacy")
    from spacy.training.converters import conll_ner_to_docs

    data = written([PARCEL], format).decode()
    docs = conll_ner_to_docs(data, n_sents=0, no_print=True)
    found = [(ent.label_, ent.text.replace("_", " ")) for doc in docs for ent in doc.ents]
    assert ("PER", "Lê Văn An") in found
    assert ("LOC", "Huế") in found
    assert len(found) == 5, spacy.__version__
