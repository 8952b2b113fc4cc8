"""What must hold across files: an article is the same wherever it stands, a layer stands once."""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.formats.format import Found, Parcel
from annotator.model.message import AnnotatorError

_sorted_json = json.JSONEncoder(sort_keys=True).encode


class _Known(NamedTuple):
    """An article that was read, by hashes of 64 bits: to hold the texts could fill the memory."""

    text: int
    metadata: int
    where: str
    reviewers: dict[str, str]


def without_clashes(found: Iterable[Found]) -> Iterator[Found]:
    """Yield `found` with an error in place of each parcel that contradicts or repeats another."""
    known: dict[str, _Known] = {}
    for each in found:
        yield each if isinstance(each, AnnotatorError) else _clash(each, known) or each


def _clash(parcel: Parcel, known: dict[str, _Known]) -> AnnotatorError | None:
    article, layers, where = parcel
    text = hash(article.text)
    metadata = hash(_sorted_json(dict(article.metadata)))
    present = known.setdefault(article.id, _Known(text, metadata, where, {}))
    if present.text != text:
        return AnnotatorError(
            "The article {0} has another text at {1}: give one of them another id.",
            article.id, present.where, where=where,
        )  # fmt: skip
    if present.metadata != metadata:
        return AnnotatorError(
            "The article {0} has other metadata at {1}: make them equal.",
            article.id, present.where, where=where,
        )  # fmt: skip
    reviewers = [layer.reviewer for layer in layers] or [""]
    for reviewer in reviewers:
        if reviewer in present.reviewers:
            return AnnotatorError(
                "The article {0}, with the same reviewer, is already at {1}.",
                article.id, present.reviewers[reviewer], where=where,
            )  # fmt: skip
    present.reviewers.update(dict.fromkeys(reviewers, where))
    return None
