"""Makes of a corpus one in which all names are marked: `python -m bench.names GOLD OUT.jsonl`.

For corpora that mark names only where they fill a role: each place of a string that is marked as a
name anywhere becomes a mention, with the label it has there or, where it has none, the one it has
most often in the article, else in the corpus. Names that are marked nowhere stay bare, so this is a
stand-in for a corpus that people marked in full, and no more. It is written outside of the project.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from annotator.formats.format import Parcel
from annotator.formats.writing import write
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Status
from annotator.model.layer import Layer
from bench.gold import REVIEWER, Gold, read_gold

_ALL = 1_000_000

Labels = Counter[str]


def all_names(golds: Sequence[Gold]) -> Iterator[Gold]:
    """Yield the articles with every place of a name, longest first; all else is left out.

    Raises ValueError where there is no name.
    """
    names = _names(golds)
    if not names:
        raise ValueError("nothing is marked as a name there")
    longest_first = sorted(names, key=len, reverse=True)
    places = re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?![\w\u0300-\u036f])"
    )
    for gold in golds:
        given = {place: label for place, _, label in _marked([gold])}
        here = _labels([gold])
        found: list[Annotation] = []
        for number, match in enumerate(places.finditer(gold.article.text), 1):
            words, place = match.group(), Fragment(*match.span())
            label = given.get(place) or (here.get(words) or names[words]).most_common(1)[0][0]
            found.append(Annotation(f"T{number}", Kind.ENTITY, label, (place,)))
        yield Gold(gold.article, tuple(found))


def _names(golds: Iterable[Gold]) -> Mapping[str, Labels]:
    """Return the strings marked as mentions that begin with a capital, and only with one."""
    marked = _labels(golds)
    return {
        words: labels
        for words, labels in marked.items()
        if len(words) > 1
        and words[0].isupper()
        and words.lower() not in marked
        and words[0].lower() + words[1:] not in marked
    }


def _labels(golds: Iterable[Gold]) -> Mapping[str, Labels]:
    """Return how often each string marked as a mention has which label."""
    found = defaultdict[str, Labels](Labels)
    for _, words, label in _marked(golds):
        found[words][label] += 1
    return found


def _marked(golds: Iterable[Gold]) -> Iterator[tuple[Fragment, str, str]]:
    """Yield (place, words, label) of each mention in one piece."""
    for gold in golds:
        for each in gold.annotations:
            if each.kind is Kind.ENTITY and len(each.fragments) == 1:
                yield each.fragments[0], each.text_in(gold.article.text), each.label


def main() -> None:
    """Read the gold, and write what is made of it."""
    gold, out = map(Path, sys.argv[1:3])
    write(
        (
            Parcel(
                each.article,
                (Layer(each.article, REVIEWER, each.annotations, Status.DONE),),
                each.article.id,
            )
            for each in all_names(read_gold(gold, _ALL, None))
        ),
        out,
    )


if __name__ == "__main__":
    main()
