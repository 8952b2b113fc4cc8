"""The words that the index of a project finds an article by."""

from collections.abc import Collection
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from annotator.language.search import exact_key, key_words, pairs_of, search_key
from annotator.model.article import Article

_LONGEST_KNOWN = 32
"""Characters of a piece of text whose words' forms are kept to be used again."""


def index_words(article: Article) -> str:
    """Return the words an article is found by, each once, parted by spaces.

    Every word of title and text without its diacritics, and, where it has any, also with them; and
    every two that follow one another, without diacritics.
    """
    return words_of(article.title, article.text)


def words_of(*texts: str) -> str:
    """Return what `index_words` gives of an article of such a title and text."""
    found: set[str] = set()
    for text in texts:
        pieces = text.split()
        different = set(pieces)
        read = [_words_in(piece) for piece in different]
        found.update(*(each.forms for each in read))
        bare = dict(zip(different, (each.bare for each in read), strict=True))
        found.update(pairs_of(chain.from_iterable(map(bare.__getitem__, pieces))))
    return " ".join(found)


class _Words(NamedTuple):
    """What the words in a stretch without white space are found by."""

    forms: Collection[str]
    bare: list[str]
    """The words without diacritics, in their order."""


def _words_in(piece: str) -> _Words:
    return _known(piece) if len(piece) <= _LONGEST_KNOWN else _read(piece)


@lru_cache(maxsize=50_000)
def _known(piece: str) -> _Words:
    return _read(piece)


def _read(piece: str) -> _Words:
    return _Words(_forms_of_words(piece), key_words(search_key(piece)))


def _forms_of_words(piece: str) -> Collection[str]:
    return {form for word in key_words(piece) for form in (search_key(word), exact_key(word))}


def words_query(search: str) -> str:
    """Return what to ask of the index for articles in which every word of `search` begins a word.

    Empty where there is no word in it.
    """
    return " AND ".join(f'"{word}"*' for word in sorted(_forms_of_words(search)))
