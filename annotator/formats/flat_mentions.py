"""Entities as runs of tokens that do not overlap: for formats that tag each token once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from annotator.formats.format import Losses
from annotator.formats.losses import (
    DISCONTINUOUS,
    OF_KIND,
    OVERLAPPING,
    WIDENED,
    count_properties,
)
from annotator.formats.tokens import TRIMMED, Tokenizer, tokens_of_sentences
from annotator.language.segmentation import syllables
from annotator.model.annotation import Annotation, Fragment, Kind, merged
from annotator.model.message import message

UNSEEN = message("mentions of white space alone")

FLAT_LOSSES = (*OF_KIND.values(), DISCONTINUOUS, OVERLAPPING, WIDENED, UNSEEN, TRIMMED)
"""What `flat_mentions` counts, beside what annotations have."""


class Tokenized(NamedTuple):
    """The tokens of a text, and after which of them a sentence ends.

    `ends` are numbers of tokens: the first sentence is `tokens[:ends[0]]`, and so on.
    """

    tokens: list[Fragment]
    ends: list[int]

    def sentences(self) -> Iterator[range]:
        """Yield the numbers of each sentence's tokens."""
        start = 0
        for end in self.ends:
            yield range(start, end)
            start = end

    def unbroken(self, mentions: "Iterable[Mention]") -> "Tokenized":
        """Return the same with sentences joined where one would end inside a mention."""
        ends = set(self.ends)
        for mention in mentions:
            ends.difference_update(range(mention.first + 1, mention.last))
        return Tokenized(self.tokens, sorted(ends))

    def with_mentions(
        self, mentions: "Iterable[Mention]"
    ) -> "Iterator[tuple[range, list[Mention]]]":
        """Yield each sentence with its `mentions`, which are sorted and end in it.

        Their tokens are numbered from the beginning of the sentence.
        """
        rest = iter(mentions)
        mention = next(rest, None)
        for numbers in self.sentences():
            inside: list[Mention] = []
            while mention and mention.first < numbers.stop:
                first, last, annotation = mention
                inside.append(Mention(first - numbers.start, last - numbers.start, annotation))
                mention = next(rest, None)
            yield numbers, inside


class Mention(NamedTuple):
    """An annotation as the tokens `[first, last)`."""

    first: int
    last: int
    annotation: Annotation


def tokenized(text: str, tokenize: Tokenizer = syllables) -> Tokenized:
    """Return the tokens of each sentence of `text`; sentences without one are passed by.

    White space and characters that can't be seen belong to no syllable.
    """
    tokens: list[Fragment] = []
    ends: list[int] = []
    for _, found in tokens_of_sentences(text, tokenize):
        tokens += found
        ends.append(len(tokens))
    return Tokenized(tokens, ends)


def covered(fragment: Fragment, tokens: Sequence[Fragment]) -> tuple[int, int]:
    """Return the tokens `[first, last)` that `fragment` touches; equal numbers: it touches none."""
    first = bisect_right(tokens, fragment.start, key=lambda token: token.end)
    return first, bisect_left(tokens, fragment.end, first, key=lambda token: token.start)


def without_gaps(annotation: Annotation, text: str) -> Fragment | None:
    """Return the stretch from the annotation's start to its end; None where it has a gap.

    White space is no gap: a mention that goes on in the next line is one stretch.
    """
    fragments = merged(annotation.fragments)
    gaps = pairwise(fragments)
    if any(text[before.end : after.start].strip() for before, after in gaps):
        return None
    return Fragment(annotation.start, annotation.end)


def flat_mentions(
    annotations: Iterable[Annotation], text: str, tokens: Sequence[Fragment], losses: Losses
) -> list[Mention]:
    """Return the entities as runs of tokens, of those that overlap the longest one, by position.

    A mention that begins or ends inside a token is widened to it. Mentions with gaps, and without a
    token, are left out. Counts in `losses` all that is not carried so: annotations of other kinds
    too, and what entities have but their label.
    """
    found: list[Mention] = []
    for annotation in annotations:
        if annotation.kind is not Kind.ENTITY:
            losses[OF_KIND[annotation.kind]] += 1
        elif (stretch := without_gaps(annotation, text)) is None:
            losses[DISCONTINUOUS] += 1
        else:
            first, last = covered(stretch, tokens)
            if first < last:
                found.append(Mention(first, last, annotation))
            else:
                losses[UNSEEN] += 1
    found.sort(key=lambda mention: (mention.first - mention.last, mention.first))
    taken = bytearray(len(tokens))
    chosen: list[Mention] = []
    for mention in found:
        if any(taken[mention.first : mention.last]):
            losses[OVERLAPPING] += 1
            continue
        taken[mention.first : mention.last] = b"\1" * (mention.last - mention.first)
        chosen.append(mention)
        _count(mention, tokens, losses)
    return sorted(chosen)


def _count(mention: Mention, tokens: Sequence[Fragment], losses: Losses) -> None:
    annotation = mention.annotation
    start, end = tokens[mention.first].start, tokens[mention.last - 1].end
    found = {
        DISCONTINUOUS: len(merged(annotation.fragments)) > 1,
        WIDENED: start < annotation.start or annotation.end < end,
        TRIMMED: annotation.start < start or end < annotation.end,
    }
    losses.update([what for what, holds in found.items() if holds])
    count_properties(annotation, losses)
