"""Which mentions go together where they have some of their characters in common."""

from collections.abc import Iterator, Sequence

from annotator.measure.agreement.layers import Place


def overlapping(ones: Sequence[Place], others: Sequence[Place]) -> int:
    """Return how many of `ones` and `others` go together, each with one that it overlaps.

    Those go first that have most in common (Dice: twice the common characters by all of both), of
    equals those that stand first: so it is the same whichever layer is the one.
    """
    found = [
        (-2 * shared / (_length(one) + _length(other)), *sorted((one, other)), number, fellow)
        for number, fellow in _meeting(ones, others)
        if (shared := _shared(one := ones[number], other := others[fellow]))
    ]
    matched = 0
    taken: set[int] = set()
    taken_too: set[int] = set()
    for *_, number, fellow in sorted(found):
        if number not in taken and fellow not in taken_too:
            taken.add(number)
            taken_too.add(fellow)
            matched += 1
    return matched


def _meeting(ones: Sequence[Place], others: Sequence[Place]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of each two that overlap from their first to their last character.

    Goes once over both, from the beginning of the text: what has ended is not looked at again.
    """
    extents = sorted(
        (place[0][0], place[-1][1], second, number)
        for second, places in enumerate((ones, others))
        for number, place in enumerate(places)
    )
    begun: tuple[list[tuple[int, int]], ...] = ([], [])
    for start, end, second, number in extents:
        begun[second].append((end, number))
        facing = begun[1 - second]
        facing[:] = [each for each in facing if each[0] > start]
        for _, fellow in facing:
            yield (fellow, number) if second else (number, fellow)


def _length(place: Place) -> int:
    return sum(end - start for start, end in place)


def _shared(one: Place, other: Place) -> int:
    """Return how many characters two places have in common."""
    return sum(
        max(0, min(end, till) - max(start, begin)) for start, end in one for begin, till in other
    )
