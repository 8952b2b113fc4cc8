"""Real texts, of annotators and of the literature, as INCEpTION's formats write them."""

from pathlib import Path

import pytest

from annotator.formats.format import UNNAMED, Parcel
from annotator.formats.losses import LAYERS
from annotator.formats.writing import write
from annotator.language.segmentation import sentences, syllables
from annotator.model.annotation import Annotation, Kind, Link
from annotator.model.article import Article
from annotator.model.layer import Layer
from tests.formats.dump import comparable
from tests.formats.round_trip import read_all

FORMATS = ["webanno", "uima-xmi", "uima-json"]


def article_of(path: Path, folder: Path) -> Article:
    id = path.relative_to(folder).with_suffix("").as_posix()
    return Article(id, path.read_bytes().decode(), {"source": f"{id}.tsv"})


def layer_of(article: Article) -> Layer:
    """Return a layer whose words are entities, and whose sentences are events with these words."""
    words = [
        Annotation(f"T{number}", Kind.ENTITY, "W", (word,), rank=number)
        for number, word in enumerate(syllables(article.text)[::3], 1)
    ]
    events = [
        Annotation(
            f"E{number}",
            Kind.EVENT,
            "S",
            (sentence,),
            tuple(Link("of", word.id) for word in words if word.fragments[0].overlaps(sentence)),
            rank=10_000 + number,
        )
        for number, sentence in enumerate(sentences(article.text), 1)
    ]
    return Layer(article, UNNAMED, [*words, *events])


@pytest.mark.parametrize("format", FORMATS)
def test_real_texts_come_back_with_all_their_words(
    tmp_path: Path, shared_data: Path, format: str
) -> None:
    paths = sorted(shared_data.rglob("*.txt"))[::12]
    articles = [article_of(path, shared_data) for path in paths]
    written = [Parcel(article, (layer_of(article),), "") for article in articles]
    losses = write(written, tmp_path / "out", format)
    assert losses == ({LAYERS: len(written)} if format == "webanno" else {})
    assert comparable(read_all(tmp_path / "out")) == comparable(written)
