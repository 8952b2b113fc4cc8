"""Hits as keywords in context (KWIC), and the orders in which one reads them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from annotator.language.search import exact_key, key_words, search_key
from annotator.model.annotation import Annotation, Fragment, Kind, merged
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.search.matching import Found, Scope, holds
from annotator.search.query import Condition, asked_for, finds_annotations

CONTEXT = 60
"""Code points of text that are given before and after a hit."""

Order: TypeAlias = Literal["article", "left", "hit", "right", "label"]


class Hit(NamedTuple):
    """What was found, with the text around it; white space is one space each.

    `fragments` are where it stands, in code points, end exclusive; of annotations without words
    there are none. `reviewer`, `annotation` (its id), `kind` and `label` are empty for text.
    """

    article: str
    title: str
    fragments: tuple[Fragment, ...]
    left: str
    words: str
    right: str
    reviewer: str = ""
    annotation: str = ""
    kind: Kind | None = None
    label: str = ""


def hits_in(condition: Condition, article: Article, layers: Sequence[Layer]) -> Iterator[Hit]:
    """Yield what `condition` finds in `article`, with `layers` on it, from the beginning."""
    found = Found(article.text)
    if not finds_annotations(condition):
        scopes = [Scope(article, found), *(Scope(article, found, layer) for layer in layers)]
        if any(holds(condition, scope) for scope in scopes):
            yield from _texts(condition, article, found)
        return
    for layer in layers:
        held = [each for each in layer if holds(condition, Scope(article, found, layer, each))]
        for annotation in sorted(held, key=lambda each: (each.start, each.end, each.rank)):
            yield _hit_of(annotation, layer)


def _texts(condition: Condition, article: Article, found: Found) -> Iterator[Hit]:
    text = article.text
    for stretch in sorted({each for wanted in asked_for(condition) for each in found[wanted]}):
        yield Hit(article.id, article.title, (stretch,), *_in_context(text, (stretch,)))


def _hit_of(annotation: Annotation, layer: Layer) -> Hit:
    article = layer.article
    return Hit(
        article.id,
        article.title,
        annotation.fragments,
        *_in_context(article.text, annotation.fragments),
        layer.reviewer,
        annotation.id,
        annotation.kind,
        annotation.label,
    )


def is_as_found(hit: Hit, layer: Layer) -> bool:
    """Return whether the annotation of `hit` stands in `layer` as it was found."""
    there = layer.get(hit.annotation)
    return (
        there is not None
        and layer.reviewer == hit.reviewer
        and (there.kind, there.label, there.fragments) == (hit.kind, hit.label, hit.fragments)
    )


def _in_context(text: str, fragments: tuple[Fragment, ...]) -> tuple[str, str, str]:
    if not fragments:
        return "", "", ""
    start, end = fragments[0].start, fragments[-1].end
    words = " … ".join(text[each.start : each.end] for each in merged(fragments))
    left, right = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return _on_one_line(left), _on_one_line(words), _on_one_line(right)


def _on_one_line(text: str) -> str:
    return "".join(" " if each.isspace() else each for each in text)


def in_order(hits: Iterable[Hit], order: Order) -> list[Hit]:
    """Return `hits` in an order; equal ones stay in that in which they came.

    `left` compares the words before the hit from it outwards, `right` those after it. Diacritics
    count only where words are the same without them.
    """
    match order:
        case "left":
            return sorted(hits, key=lambda each: _key(each.left)[::-1])
        case "hit":
            return sorted(hits, key=lambda each: _key(each.words))
        case "right":
            return sorted(hits, key=lambda each: _key(each.right))
        case "label":
            return sorted(hits, key=lambda each: (each.kind or "", each.label))
        case "article":
            return list(hits)


def _key(text: str) -> list[tuple[str, str]]:
    return [(search_key(word), word) for word in key_words(exact_key(text))]
