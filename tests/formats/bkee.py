"""Real articles with their mentions, as far as one line of brat standoff gives one stretch."""

import re
from collections.abc import Iterator
from pathlib import Path

from annotator.formats.format import UNNAMED, Parcel
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article
from annotator.model.layer import Layer

_MENTION = re.compile(r"^(T\d+)\t(\S+) (\d+) (\d+)\t(.*)$", re.MULTILINE)


def bkee_mentions(shared_data: Path, count: int) -> Iterator[Parcel]:
    """Yield `count` articles; mentions whose offsets are not those of their words are left out."""
    files = sorted((shared_data / "bkee-dev").glob("*.txt"))[:count]
    assert len(files) == count
    for path in files:
        article = Article(path.stem, path.read_bytes().decode())
        found = _MENTION.findall(path.with_suffix(".ann").read_text(encoding="utf-8"))
        layer = Layer(
            article,
            UNNAMED,
            (
                Annotation(id, Kind.ENTITY, label, (Fragment(int(start), int(end)),))
                for id, label, start, end, words in found
                if article.text[int(start) : int(end)] == words
            ),
        )
        assert layer.of_kind(Kind.ENTITY)
        yield Parcel(article, (layer,), str(path))
