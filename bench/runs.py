"""Which suggestions one gesture accepts or refuses together.

A drag takes in those with none of the others between; a click with Ctrl those that are more certain
than all others.
"""

from collections.abc import Callable, Iterable, Sequence

from annotator.model.layer import Layer
from annotator.suggest.suggestion import Suggestion
from annotator.ui.canvas.sweeping import place_of, swept

Run = list[Suggestion]
"""What lies from the first, on which a drag begins, to the last, on which it ends."""


def runs(
    layer: Layer, shown: Sequence[Suggestion], right: Callable[[Suggestion], bool]
) -> tuple[list[Run], list[Run]]:
    """Return the runs of those of `shown` that are `right`, and of those that are not.

    All of `shown` are of one sort.
    """
    in_order = sorted(shown, key=lambda each: place_of(layer, each))
    return (
        list(_runs(layer, shown, [each for each in in_order if right(each)])),
        list(_runs(layer, shown, [each for each in in_order if not right(each)])),
    )


def actions(right: Sequence[Run], wrong: Sequence[Run]) -> int:
    """Return what it takes that all that is right is accepted, and nothing else.

    One for each run of what is right; or one for each run of what is wrong, and a key.
    """
    return min(len(right), len(wrong) + 1)


def certain(
    layer: Layer,
    shown: Sequence[Suggestion],
    right: Callable[[Suggestion], bool],
    parted: tuple[Sequence[Run], Sequence[Run]],
) -> list[Suggestion]:
    """Return what a click with Ctrl is to accept, the one to be clicked first; empty: none.

    That is all that are more certain than any that is wrong, if that leaves less to be done than
    `parted`, the runs of all.
    """
    doubt = max((each.confidence for each in shown if not right(each)), default=0.0)
    found = sorted(
        (each for each in shown if each.confidence > doubt), key=lambda each: each.confidence
    )
    rest = [each for each in shown if each.confidence <= doubt]
    spared = actions(*parted) - actions(*runs(layer, rest, right))
    return found if spared > 1 else []


def _runs(layer: Layer, shown: Sequence[Suggestion], alike: Sequence[Suggestion]) -> Iterable[Run]:
    run: Run = []
    for each in alike:
        if run and not all(other in alike for other in swept(layer, shown, run[0], each)):
            yield run
            run = []
        run.append(each)
    if run:
        yield run
