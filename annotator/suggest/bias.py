"""What people do with suggestions beside what they do without: whether these bend judgement."""

from collections.abc import Iterable
from typing import NamedTuple

from annotator.suggest.control import is_control


class Layered(NamedTuple):
    """A layer: characters of its article, annotations, how many of them suggested, refusals."""

    article: str
    characters: int
    annotations: int
    suggested: int
    refused: int


def compared(layers: Iterable[Layered], share: float) -> dict[str, dict[str, int]]:
    """Return counts for the articles with suggestions, and for those of the control sample.

    `per_100000_characters` is how much is tagged: where suggestions bend judgement it differs.
    """
    groups: dict[str, list[Layered]] = {"with_suggestions": [], "control": []}
    for each in layers:
        groups["control" if is_control(each.article, share) else "with_suggestions"].append(each)
    return {name: _counted(found) for name, found in groups.items()}


def _counted(layers: list[Layered]) -> dict[str, int]:
    characters = sum(each.characters for each in layers)
    annotations = sum(each.annotations for each in layers)
    suggested = sum(each.suggested for each in layers)
    return {
        "layers": len(layers),
        "annotations": annotations,
        "suggested": suggested,
        "by_hand": annotations - suggested,
        "refused": sum(each.refused for each in layers),
        "per_100000_characters": round(100_000 * annotations / characters) if characters else 0,
    }
