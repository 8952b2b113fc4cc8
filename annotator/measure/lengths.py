"""How long mentions and articles are."""

from collections import Counter
from statistics import fmean, median

from annotator.measure.figures import Lengths


def lengths(counts: Counter[int]) -> Lengths:
    """Return what is to be said of lengths that were counted; zeros where there are none."""
    each = list(counts.elements())
    if not each:
        return Lengths(0.0, 0.0, {})
    return Lengths(round(fmean(each), 2), float(median(each)), dict(sorted(counts.items())))
