"""Which suggestions one drag accepts or refuses together: those with none of the others between."""

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


def _runs(layer: Layer, shown: Sequence[Suggestion], alike: Sequence[Suggestion]) -> Iterable[Run]:
    run: Run = []
    for each in alike:
        if run and not all(other in alike for other in swept(layer, shown, run[0], each)):
            yield run
            run = []
        run.append(each)
    if run:
        yield run
