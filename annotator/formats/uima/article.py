"""The article that a CAS is, and whose layer: as Annotator, INCEpTION or DKPro write them."""

from typing import NamedTuple

from annotator.formats.faults import Faults
from annotator.formats.format import Source
from annotator.formats.strict_json import parse
from annotator.formats.uima.cas import Cas, Structure
from annotator.formats.uima.dkpro import METADATA
from annotator.formats.uima.layers import ARTICLE, CAS_METADATA
from annotator.formats.uima.types import DOCUMENT_ANNOTATION
from annotator.model.article import Article, Json, Status
from annotator.model.message import AnnotatorError

_CURATION, _INITIAL = "CURATION_USER", "INITIAL_CAS"
"""Whom INCEpTION names for the adjudicated annotations, and for those that were imported."""

NO_LANGUAGE = "x-unspecified"
"""What UIMA has for a text of a language that is not known."""
_METADATA = {
    "language": "language",
    "documentUri": "documentUri",
    "documentBaseUri": "documentBaseUri",
    "collectionId": "collectionId",
}
"""Features of a document and the keys that they become."""


class Described(NamedTuple):
    """An article, and of whom its layer is; None: it has none."""

    article: Article
    reviewer: str | None
    status: Status = Status.NEW
    curated: bool = False


def article_of(cas: Cas, text: str, source: Source, faults: Faults) -> Described:
    """Return the article with this `text` that `cas` describes, and whose layer it has.

    What Annotator wrote comes back as it was, where that can be read. Else the id is the document's
    name or id, else that of the file, and metadata are what DKPro's metadata say, and the source.
    """
    own = _first(cas, ARTICLE)
    if own:
        try:
            return _own(own, text)
        except AnnotatorError as error:
            error.where = own.where
            faults.add(error)
    described = _first(cas, METADATA) or _first(cas, DOCUMENT_ANNOTATION)
    inception = _first(cas, CAS_METADATA)
    name = _text(inception, "sourceDocumentName") or _text(described, "documentId")
    title = _text(described, "documentTitle")
    id = name or title or source.id
    metadata: dict[str, Json] = {"title": title} if title not in ("", id) else {}
    for feature, key in _METADATA.items():
        value = _text(described, feature)
        if value and value != NO_LANGUAGE:
            metadata[key] = value
    if project := _text(inception, "projectName"):
        metadata["project"] = project
    article = Article(id, text, {**metadata, "source": source.name})
    user = _text(inception, "username")
    reviewer = user if user.strip() and user != _INITIAL else source.reviewer
    return Described(article, reviewer, curated=user == _CURATION)


def _own(said: Structure, text: str) -> Described:
    id, reviewer = _text(said, "id"), said.values.get("reviewer")
    metadata = parse(_text(said, "metadata") or "{}")
    if not id or not isinstance(metadata, dict):
        raise AnnotatorError("The id or the metadata of the article can't be read: left out.")
    if not isinstance(reviewer, str):
        return Described(Article(id, text, metadata), None)
    try:
        status = Status(_text(said, "status") or Status.NEW)
    except ValueError as error:
        known = ", ".join(status.value for status in Status)
        raise AnnotatorError(
            "The status {0} is none of {1}.", _text(said, "status")[:60], known
        ) from error
    if not reviewer.strip():
        raise AnnotatorError("The reviewer is empty.")
    curated = said.values.get("curated") is True
    return Described(Article(id, text, metadata), reviewer, status, curated)


def _first(cas: Cas, type: str) -> Structure | None:
    return next((each for each in cas.structures.values() if each.type == type), None)


def _text(structure: Structure | None, feature: str) -> str:
    value = structure.values.get(feature) if structure else None
    return value if isinstance(value, str) else ""
