"""What an article must have for a query to find anything in it, for an index to be asked first."""

from collections.abc import Iterator
from typing import NamedTuple

from annotator.language.search import key_words, pairs_of, search_key
from annotator.model.annotation import Kind
from annotator.search.query import And, Condition, HasRole, Inside, Labelled, Or, Words


class Needs(NamedTuple):
    """`words`: an expression of FTS5 on words without diacritics; empty: any article will do.

    `annotations`: for each of these there is one of its kind, with its label (empty: with any).
    """

    words: str = ""
    annotations: tuple[tuple[Kind, str], ...] = ()


def needs(condition: Condition) -> Needs:
    """Return what every article has in which `condition` finds something."""
    return Needs(_words(condition), tuple(dict.fromkeys(_annotations(condition))))


def _annotations(condition: Condition) -> Iterator[tuple[Kind, str]]:
    match condition:
        case Labelled(kind, label) if kind is not None:
            yield kind, label.strip("*")
        case Inside(outer):
            yield from _annotations(outer)
        case HasRole(_, filler) if filler is not None:
            yield from _annotations(filler)
        case And(conditions):
            for each in conditions:
                yield from _annotations(each)
        case _:
            pass


def _words(condition: Condition) -> str:
    match condition:
        case Words(text, prefix):
            words = key_words(search_key(text))
            asked = [f'"{each}"' for each in pairs_of(words) or words]
            return " AND ".join([*asked[:-1], asked[-1] + "*" * prefix])
        case And(conditions):
            return " AND ".join(f"({each})" for each in map(_words, conditions) if each)
        case Or(conditions):
            each_one = list(map(_words, conditions))
            return " OR ".join(f"({each})" for each in each_one) if all(each_one) else ""
        case _:
            return ""
