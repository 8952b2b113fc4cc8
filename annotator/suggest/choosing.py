"""Which article to take up next: by how much it could teach, or how much it is like another."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from annotator.language.search import exact_key, key_words
from annotator.model.article import Article
from annotator.model.message import Message, message
from annotator.suggest.suggestion import Suggestion

_DOUBTFUL = 0.7
"""Below this confidence a suggestion is called doubtful."""


class Way(StrEnum):
    """What the article that comes next is chosen by."""

    DOUBT = "doubt"
    NEW = "new"
    ALIKE = "alike"


class Rated(NamedTuple):
    """An article that may come next: the higher the score, the sooner."""

    id: str
    score: float
    counts: tuple[int, ...]
    """What is told of it: doubtful and all suggestions, or a share in percent."""


def words_of(articles: Iterable[Article]) -> frozenset[str]:
    """Return the words of `articles`, whatever their capitals."""
    return frozenset(word for each in articles for word in key_words(exact_key(each.text)))


def by_doubt(article: Article, suggestions: Sequence[Suggestion]) -> Rated:
    """Rate an article by how uncertain the suggestions for it are, all together."""
    doubt = sum(min(each.confidence, 1 - each.confidence) for each in suggestions)
    doubtful = sum(each.confidence < _DOUBTFUL for each in suggestions)
    return Rated(article.id, doubt, (doubtful, len(suggestions)))


def by_newness(article: Article, known: frozenset[str]) -> Rated:
    """Rate an article by the share of its words that are not among the `known` ones."""
    words = words_of([article])
    share = len(words - known) / len(words) if words else 0.0
    return Rated(article.id, share, (round(100 * share),))


def by_likeness(article: Article, words: frozenset[str]) -> Rated:
    """Rate an article by the share of words that it has in common with `words` (Jaccard)."""
    own = words_of([article])
    share = len(own & words) / len(own | words) if own or words else 0.0
    return Rated(article.id, share, (round(100 * share),))


def reason(way: Way, chosen: Rated, among: int) -> Message:
    """Return why an article was `chosen` from so many."""
    match way:
        case Way.DOUBT:
            return message(
                "Opened as the least certain of {0}: {1} of {2} suggestions are doubtful.",
                among, *chosen.counts,
            )  # fmt: skip
        case Way.NEW:
            return message(
                "Opened as the one with the most new words of {0}: {1} % of its words stand in no"
                " article that you tagged.",
                among, *chosen.counts,
            )  # fmt: skip
        case Way.ALIKE:
            return message(
                "Opened as the most alike of {0}: it shares {1} % of the words.",
                among, *chosen.counts,
            )  # fmt: skip
