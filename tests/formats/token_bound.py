"""What formats of sentences and tokens carry, worked out character by character.

Another way than the program's, to compare with.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from annotator.formats import sentence_bound, tokens
from annotator.formats.format import UNNAMED, Losses, Parcel
from annotator.formats.losses import (
    ATTRIBUTES,
    DISCONTINUOUS,
    DOCUMENT_LABELS,
    METADATA,
    NOTES,
    ORIGINS,
    UNMARKED_EVENTS,
    WIDENED,
    single_layers,
)
from annotator.language.segmentation import sentences, syllables
from annotator.model.annotation import FROM, TO, Annotation, Fragment, Kind
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import Message
from tests.formats.round_trip import RoundTrip, read_all

Tokenize = Callable[[str], Sequence[Fragment]]


class Token(NamedTuple):
    """A token: the number of its sentence, and its offsets in the text."""

    sentence: int
    start: int
    end: int


class Kept(NamedTuple):
    """What is left of a layer, and in which sentence each mention and trigger is."""

    annotations: list[Annotation]
    sentence_of: dict[str, int]


class TokenRoundTrip(RoundTrip):
    """A round trip through a format that leaves out articles without a word."""

    keeps_ids = False

    def back(self, path: Path, format: str = "auto") -> list[Parcel]:
        return read_all(path, format) if path.stat().st_size else []


def tokens_of(text: str, tokenize: Tokenize) -> list[Token]:
    """Return the tokens of a text; sentences without one are not counted."""
    found: list[Token] = []
    number = 0
    for start, end in sentences(text):
        some = [Token(number, start + s, start + e) for s, e in tokenize(text[start:end])]
        found += some
        number += bool(some)
    return found


def laid_on_tokens(
    annotation: Annotation, given: Sequence[Token]
) -> tuple[Annotation, int, int, list[Message]] | Message:
    """Return an annotation on whole tokens, its sentence, how many tokens, and what it lost.

    A message says why it has no place.
    """
    covered = {offset for start, end in annotation.fragments for offset in range(start, end)}
    hit = [i for i, each in enumerate(given) if covered & set(range(each.start, each.end))]
    if not hit:
        return tokens.WORDLESS
    if hit[-1] - hit[0] >= len(hit):
        return DISCONTINUOUS
    first, last = given[hit[0]], given[hit[-1]]
    if first.sentence != last.sentence:
        return tokens.CROSSING_SENTENCES
    new = set(range(first.start, last.end))
    changes = {
        WIDENED: min(new) < min(covered) or max(new) > max(covered),
        tokens.TRIMMED: min(covered) < min(new) or max(covered) > max(new),
        tokens.CLOSED: max(covered) - min(covered) >= len(covered),
    }
    whole = replace(annotation, fragments=(Fragment(first.start, last.end),))
    return whole, first.sentence, len(hit), [what for what, holds in changes.items() if holds]


def kept_in_sentences(
    layer: Layer,
    losses: Losses,
    tokenize: Tokenize = syllables,
    longest_trigger: int = 10**9,
) -> Kept:
    """Return the mentions, events and relations that stay in a sentence; clusters as they are."""
    given = tokens_of(layer.article.text, tokenize)
    sentence_of: dict[str, int] = {}
    kept: list[Annotation] = []
    for each in layer:
        if each.kind is Kind.EVENT and not each.fragments:
            losses[UNMARKED_EVENTS] += 1
        elif each.kind is Kind.DOCUMENT:
            losses[DOCUMENT_LABELS] += 1
        elif each.kind in (Kind.RELATION, Kind.CLUSTER):
            kept.append(each)
        else:
            found = laid_on_tokens(each, given)
            if isinstance(found, Message):
                losses[found] += 1
                continue
            whole, sentence, count, changes = found
            if each.kind is Kind.EVENT and count > longest_trigger:
                losses[sentence_bound.LONG_TRIGGERS] += 1
                continue
            losses.update(changes)
            sentence_of[each.id] = sentence
            kept.append(whole)
    linked = (_links_kept(each, layer, sentence_of, losses) for each in kept)
    return Kept([each for each in linked if each], sentence_of)


def _links_kept(
    each: Annotation, layer: Layer, sentence_of: dict[str, int], losses: Losses
) -> Annotation | None:
    if each.kind is Kind.EVENT:
        links = []
        for link in each.links:
            if layer[link.target].kind is not Kind.ENTITY:
                losses[sentence_bound.ARGUMENT_OF_NO_MENTION] += 1
            elif link.target not in sentence_of:
                losses[sentence_bound.ARGUMENT_LEFT_OUT] += 1
            elif sentence_of[link.target] != sentence_of[each.id]:
                losses[sentence_bound.ARGUMENT_ELSEWHERE] += 1
            else:
                links.append(link)
        return replace(each, links=tuple(links))
    if each.kind is Kind.RELATION:
        assert [link.role for link in each.links] == [FROM, TO]
        ends = [layer[link.target] for link in each.links]
        if any(end.kind is not Kind.ENTITY for end in ends):
            losses[sentence_bound.RELATION_OF_NO_MENTIONS] += 1
            return None
        if not all(end.id in sentence_of for end in ends):
            losses[sentence_bound.RELATION_LEFT_OUT] += 1
            return None
        if len({sentence_of[end.id] for end in ends}) > 1:
            losses[sentence_bound.RELATION_ELSEWHERE] += 1
            return None
    return each


def bare(annotation: Annotation) -> Annotation:
    """Return an annotation without attributes, note and origin."""
    return replace(annotation, attributes={}, note="", origin="")


def properties_lost(layer: Layer) -> Losses:
    """Return the losses of a format without attributes, notes and origins."""
    return Losses(
        {
            ATTRIBUTES: sum(len(each.attributes) for each in layer),
            NOTES: sum(bool(each.note) for each in layer),
            ORIGINS: sum(bool(each.origin) for each in layer),
        }
    )


def token_articles(
    written: Iterable[Parcel],
    keep: Callable[[Layer, Losses], Iterable[Annotation]],
    metadata: Callable[[Article], dict[str, object]],
    *,
    layer_always: bool,
) -> tuple[list[Parcel], Losses]:
    """Return what comes back of `written`, and the losses."""
    losses = Losses()
    back: list[Parcel] = []
    for article, layer, _ in single_layers(written, losses):
        if not syllables(article.text):
            losses[sentence_bound.NO_ARTICLE] += 1
            continue
        carried = metadata(article)
        losses[METADATA] += len(article.metadata) - len(carried)
        again = Article(article.id, article.text, carried)
        layers: tuple[Layer, ...] = ()
        if layer:
            losses.update(properties_lost(layer))
            layers = (Layer(again, UNNAMED, [bare(each) for each in keep(layer, losses)]),)
        elif layer_always:
            layers = (Layer(again, UNNAMED),)
        back.append(Parcel(again, layers, ""))
    return back, +losses
