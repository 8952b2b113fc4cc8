"""Finding the minimum of a smooth convex function of very many numbers.

L-BFGS (Nocedal 1980; Nocedal and Wright, Numerical Optimization, algorithm 7.4) with a line search
that halves the step until the value has sunk enough. SciPy's knows bounds, and spends most of its
time on them where there are none.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]

_KEPT = 6
"""How many steps are remembered to judge the curvature by."""
_ENOUGH = 1e-4
"""The share of the expected descent that a step must bring."""
_LEAST_GAIN = 1e-5
"""A step that lowers the value by a smaller share of it is idle; so many in a row are the last."""
_IDLE = 3
_HALVINGS = 20


def minimum(
    function: Callable[[Floats], tuple[float, Floats]], start: Floats, iterations: int
) -> Floats:
    """Return where `function`, which gives value and slope, is least, after so many steps at most.

    It is the same for the same function and start.
    """
    at = start
    value, slope = function(at)
    steps: list[tuple[Floats, Floats, float]] = []
    idle = 0
    for _ in range(iterations):
        way = _direction(slope, steps)
        descent = float(way @ slope)
        if descent >= 0.0:
            break
        size = 1.0 if steps else min(1.0, 1.0 / float(np.sqrt(slope @ slope)))
        for _ in range(_HALVINGS):
            new = at + size * way
            new_value, new_slope = function(new)
            if new_value <= value + _ENOUGH * size * descent:
                break
            size /= 2
        else:
            break
        moved, bent = new - at, new_slope - slope
        curvature = float(moved @ bent)
        if curvature > 0.0:
            steps = [*steps[1 - _KEPT :], (moved, bent, curvature)]
        idle = idle + 1 if value - new_value <= _LEAST_GAIN * abs(value) else 0
        at, value, slope = new, new_value, new_slope
        if idle == _IDLE:
            break
    return at


def _direction(slope: Floats, steps: list[tuple[Floats, Floats, float]]) -> Floats:
    """Return the way down by the curvature that the last `steps` showed: the two-loop recursion."""
    way = -slope
    shares: list[float] = []
    for moved, bent, curvature in reversed(steps):
        share = float(moved @ way) / curvature
        shares.append(share)
        way -= share * bent
    if steps:
        _, bent, curvature = steps[-1]
        way *= curvature / float(bent @ bent)
    for (moved, bent, curvature), share in zip(steps, reversed(shares), strict=True):
        way += (share - float(bent @ way) / curvature) * moved
    return way
