"""A corpus that is one long text, cut into pieces as long as articles are.

Files of names in columns often part sentences alone: they are read as one article of a megabyte,
after which there is no further one for which anything could have been learned.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from annotator.model.annotation import Annotation, Fragment
from annotator.model.article import Article

LONGEST = 50_000
"""Characters; news have less."""
_LENGTH = 3_000
"""Characters that a piece has at least."""

Piece = tuple[Article, tuple[Annotation, ...]]


def pieces(article: Article, annotations: Sequence[Annotation]) -> list[Piece]:
    """Return the article, or its pieces where it is too long, with what stands in each.

    They are cut at ends of lines that no annotation crosses, and no link.
    """
    text = article.text
    if len(text) <= LONGEST:
        return [(article, tuple(annotations))]
    groups = [(_hull(group), group) for group in _linked(annotations)]
    starts = list(_starts(text, sorted(hull for hull, _ in groups)))
    held: list[list[Annotation]] = [[] for _ in starts]
    for hull, group in groups:
        number = bisect_right(starts, hull.start) - 1
        held[number] += (_moved(each, -starts[number]) for each in group)
    ends = (*starts[1:], len(text))
    return [
        (Article(f"{article.id}#{number}", text[start:end], {}), tuple(inside))
        for number, (start, end, inside) in enumerate(zip(starts, ends, held, strict=True), 1)
        if inside or text[start:end].strip()
    ]


def _starts(text: str, hulls: Iterable[Fragment]) -> Iterator[int]:
    """Yield where pieces begin: behind the end of a line, inside none of the sorted `hulls`."""
    yield 0
    last, covered, waiting = 0, 0, iter((*hulls, Fragment(len(text), len(text))))
    ahead = next(waiting)
    at = text.find("\n")
    while 0 <= at < len(text) - 1:
        while ahead.start <= at:
            covered, ahead = max(covered, ahead.end), next(waiting)
        if covered <= at + 1 and at + 1 - last >= _LENGTH:
            last = at + 1
            yield last
        at = text.find("\n", at + 1)


def _linked(annotations: Sequence[Annotation]) -> list[list[Annotation]]:
    """Return the annotations in groups: those that are linked, be it by others, stand together."""
    group_of = {each.id: [each] for each in annotations}
    for each in annotations:
        for target in each.targets():
            one, other = group_of[each.id], group_of.get(target)
            if other is not None and other is not one:
                one += other
                group_of.update((moved.id, one) for moved in other)
    return list({id(group): group for group in group_of.values()}.values())


def _hull(group: Iterable[Annotation]) -> Fragment:
    fragments = [fragment for each in group for fragment in each.fragments]
    start = min((each.start for each in fragments), default=0)
    return Fragment(start, max((each.end for each in fragments), default=0))


def _moved(annotation: Annotation, by: int) -> Annotation:
    fragments = tuple(Fragment(start + by, end + by) for start, end in annotation.fragments)
    return Annotation(annotation.id, annotation.kind, annotation.label, fragments, annotation.links)
