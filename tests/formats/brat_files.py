"""Small brat files for tests: read them, write them again, and compare what their lines say."""

import re
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from annotator.formats.format import Losses, Parcel
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Remark
from annotator.model.tagset import Tagset


class Read(NamedTuple):
    """What a folder with one article held."""

    article: Article
    layer: Layer
    remarks: list[str]

    def shown(self) -> dict[str, str]:
        """Return each annotation in a few words."""
        return {each.id: self._shown(each) for each in self.layer}

    def _shown(self, each: Annotation) -> str:
        words = [each.label]
        words += [each.text_in(self.article.text)] * bool(each.fragments)
        words += [f"{link.role}:{link.target}" for link in each.links]
        words += [f"{name}={value}" for name, value in each.attributes.items()]
        return " ".join(words + [f"({each.note})"] * bool(each.note))

    def spans(self, id: str) -> list[tuple[int, int]]:
        """Return the fragments of an annotation."""
        return [tuple(each) for each in self.layer[id].fragments]


def put(folder: Path, text: str | bytes, ann: str | bytes, **more: str) -> Path:
    """Write `a.txt`, `a.ann` and, by their endings, other files; return the folder."""
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_bytes(text.encode() if isinstance(text, str) else text)
    (folder / "a.ann").write_bytes(ann.encode() if isinstance(ann, str) else ann)
    for name, content in more.items():
        (folder / f"{name}.conf").write_text(content, encoding="utf-8")
    return folder


def read_one(folder: Path) -> Read:
    """Return the one article in `folder`, which must have a layer, and the remarks on it."""
    found = list(read(folder))
    refused = [str(each) for each in found if isinstance(each, AnnotatorError)]
    (parcel,) = (each for each in found if isinstance(each, Parcel))
    assert all(isinstance(each, Remark | Parcel) for each in found), refused
    (layer,) = parcel.layers
    remarks = [each.removeprefix(f"{folder}/") for each in refused]
    return Read(parcel.article, layer, remarks)


def written(layer: Layer, folder: Path, tagset: Tagset | None = None) -> tuple[list[str], Losses]:
    """Return the lines that `layer` is written as, and what was lost."""
    parcel = Parcel(layer.article, (layer,), "")
    losses = write([parcel], folder, "brat", tagset or Tagset())
    return (folder / "a.ann").read_text(encoding="utf-8").split("\n")[:-1], losses


def again(folder: Path) -> list[str]:
    """Return the lines of the article in `folder`, read and written again."""
    return written(read_one(folder).layer, folder.with_name(folder.name + "-again"))[0]


def content(ann: str) -> Counter[tuple[str, str]]:
    """Return what each line says, with what it names in place of ids: `E3` says `Die:<T Die 4 7…>`.

    This knows nothing of the reader that is tested.
    """
    lines = [line for line in re.split(r"\r\n|\r|\n", ann.removeprefix("\ufeff")) if line.strip()]
    parts = [line.partition("\t")[::2] for line in lines]
    bodies = {id: body for id, body in parts if id[0] in "TER"}

    def named(body: str, depth: int = 0) -> str:
        def replaced(match: re.Match[str]) -> str:
            id = match[0]
            if id not in bodies or depth > 3:
                return id
            return f"<{id[0]} {named(bodies[id], depth + 1)}>"

        return re.sub(r"(?<!\w)[TER]\d+(?!\w)", replaced, body)

    return Counter((id[0], named(body)) for id, body in parts)


def layer_of(text: str, *annotations: Annotation) -> Layer:
    """Return a layer on an article `a` that has nothing but its text."""
    return Layer(Article("a", text, {"source": "a.txt"}), "lan", annotations)


def entity(id: str, label: str, *fragments: tuple[int, int], **more: Any) -> Annotation:
    """Return an entity."""
    places = tuple(Fragment(*each) for each in fragments)
    return Annotation(id, Kind.ENTITY, label, places, **more)
