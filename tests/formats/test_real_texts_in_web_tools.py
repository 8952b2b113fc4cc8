"""Real texts, with the mentions that people marked in them, come back from every web tool."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from annotator.formats.format import Losses, Parcel
from annotator.formats.writing import write
from annotator.model.annotation import FROM, TO, Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.layer import Layer
from tests.formats.dump import comparable
from tests.formats.round_trip import read_all

DATA = Path(__file__).parents[3] / "shared" / "data"
CORPORA = ["bkee-dev", "brat-tutorials", "bionlp-ge"]
MENTION = re.compile(r"^T\d+\t(\S+) ((?:\d+ \d+;?)+)\t", re.MULTILINE)


def parcels_of(folder: Path) -> Iterator[Parcel]:
    """Yield the articles of a brat corpus with mentions, and relations from each to the next."""
    for path in sorted(folder.rglob("*.txt")):
        text = path.read_bytes().decode()
        article = Article(path.relative_to(folder).as_posix(), text, {"source": path.name})
        mentions: list[Annotation] = []
        marked = path.with_suffix(".ann")
        for label, places in MENTION.findall(marked.read_text() if marked.exists() else ""):
            stretches = (Fragment(*map(int, each.split())) for each in places.split(";"))
            fragments = tuple(sorted(each for each in stretches if each.end <= len(text)))
            if fragments and all(one.end <= other.start for one, other in pairwise(fragments)):
                mentions.append(Annotation(f"T{len(mentions)}", Kind.ENTITY, label, fragments))
        relations = [
            Annotation(f"R{n}", Kind.RELATION, "then", (), (Link(FROM, one.id), Link(TO, other.id)))
            for n, (one, other) in enumerate(pairwise(mentions))
        ]
        yield Parcel(article, (Layer(article, "lan", [*mentions, *relations]),), "")


@pytest.mark.parametrize("corpus", CORPORA)
@pytest.mark.parametrize("format", ["doccano", "prodigy", "label-studio"])
def test_articles_come_back(format: str, corpus: str, tmp_path: Path) -> None:
    folder = DATA / corpus
    if not folder.is_dir():
        pytest.skip(f"{folder} is no part of the repository: it lies beside it while developing")
    written = list(parcels_of(folder))
    assert sum(len(layer) for each in written for layer in each.layers) > 50
    out = tmp_path / ("out.json" if format == "label-studio" else "out.jsonl")
    assert write(written, out, format) == Losses()
    assert comparable(read_all(out)) == comparable(written)
