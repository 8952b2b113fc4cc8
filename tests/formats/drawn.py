"""What was read, in short, for tests of formats that draw annotations: a line each."""

from pathlib import Path

from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.model.annotation import Annotation
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Remark


def read_both(path: Path, format: str = "auto") -> tuple[list[Parcel], list[str]]:
    """Return the parcels in `path`, and the sentences about it without the path.

    Those that are remarks begin with `~`.
    """
    parcels: list[Parcel] = []
    sentences: list[str] = []
    for each in read(path, format):
        if isinstance(each, Parcel):
            parcels.append(each)
        else:
            assert isinstance(each, AnnotatorError)
            shown = str(each).replace(f"{path}", path.name)
            sentences.append(f"~{shown}" if isinstance(each, Remark) else shown)
    return parcels, sentences


def lines(layer: Layer) -> list[str]:
    """Return the annotations of `layer`: `T1 LOC “Huế” {sure=True}`, `E1 Meet “Họp” Place=T1`."""
    return [_line(layer, each) for each in layer]


def _line(layer: Layer, annotation: Annotation) -> str:
    parts = [annotation.id, annotation.label]
    if annotation.fragments:
        texts = [layer.article.text[start:end] for start, end in annotation.fragments]
        parts.append(f"“{'…'.join(texts)}”")
    parts += [f"{link.role}={link.target}" for link in annotation.links]
    if annotation.attributes:
        said = ", ".join(f"{name}={value!r}" for name, value in annotation.attributes.items())
        parts.append(f"{{{said}}}")
    return " ".join(parts + ([f"({annotation.note})"] if annotation.note else []))
