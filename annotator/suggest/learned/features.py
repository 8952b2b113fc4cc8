"""What the sequence model looks at in a unit and around it."""

from collections.abc import Sequence
from functools import lru_cache

from annotator.language.syllable_forms import is_syllable
from annotator.suggest.learned.known import Known
from annotator.suggest.learned.reading import Reading, Span
from annotator.suggest.learned.vectors import Vectors


@lru_cache(maxsize=1 << 16)
def shape(unit: str) -> str:
    """Return how `unit` is written: capitals, small letters, digits and marks, runs shortened."""
    kinds = [
        "X" if c.isupper() else "x" if c.isalpha() else "9" if c.isdigit() else c for c in unit
    ]
    return "".join(c for i, c in enumerate(kinds) if i < 2 or kinds[i - 2 : i] != [c, c])[:12]


@lru_cache(maxsize=1 << 16)
def _own(unit: str) -> tuple[str, ...]:
    """Return the features of a unit by itself, without the place they are seen from."""
    low = unit.lower()
    parts = low.split("_")
    native = all(map(is_syllable, parts))
    return (
        f"w={unit}", f"l={low}", f"s={shape(unit)}", f"p={low[:3]}", f"q={low[-3:]}",
        f"f={parts[0]}", f"e={parts[-1]}", f"n={len(parts)}{native}",
    )  # fmt: skip


def unit_features(reading: Reading, bounds: tuple[int, int], vectors: Vectors) -> list[list[str]]:
    """Return the features of each unit of a sentence that its words alone decide."""
    keys = list(reading.tokens.keys[bounds[0] : bounds[1]])
    lows = ["<s>", "<s>", *(key.lower() for key in keys), "</s>", "</s>"]
    groups = ["<", *map(vectors.group, keys), ">"]
    shapes = ["<", "<", *map(shape, keys), ">", ">"]
    rows: list[list[str]] = []
    for i, key in enumerate(keys):
        j = i + 2
        rows.append(
            [
                *_own(key),
                f"-1={lows[j - 1]}", f"+1={lows[j + 1]}",
                f"-2={lows[j - 2]}", f"+2={lows[j + 2]}",
                f"-1,0={lows[j - 1]} {lows[j]}", f"0,+1={lows[j]} {lows[j + 1]}",
                f"-2,-1={lows[j - 2]} {lows[j - 1]}", f"+1,+2={lows[j + 1]} {lows[j + 2]}",
                f"s-1={shapes[j - 1]}", f"s+1={shapes[j + 1]}",
                f"s-1,0,+1={shapes[j - 1]} {shapes[j]} {shapes[j + 1]}",
                f"g={groups[i + 1]}", f"g-1={groups[i]}", f"g+1={groups[i + 2]}",
                f"g-1,0={groups[i]} {groups[i + 1]}", f"g0,+1={groups[i + 1]} {groups[i + 2]}",
                f"first={i == 0}",
            ]
        )  # fmt: skip
    return rows


def lexicon_features(reading: Reading, bounds: tuple[int, int], known: Known) -> list[list[str]]:
    """Return for each unit as what strings it is part of were tagged in other articles."""
    first, end = bounds
    keys = reading.tokens.keys
    rows: list[list[str]] = [[] for _ in range(first, end)]
    at = first
    while at < end:
        for length in sorted(known.lexicon.lengths(keys[at]), reverse=True):
            stop = at + length
            if stop > end:
                continue
            rates = known.rates(tuple(keys[at:stop]))
            if rates:
                for label, rate in rates:
                    grade = min(9, int(rate * 5))
                    rows[at - first] += (f"dB={label}", f"dB={label}{grade}")
                    for unit in range(at + 1, stop):
                        rows[unit - first] += (f"dI={label}", f"dI={label}{grade}")
                at = stop - 1
                break
        at += 1
    return rows


def trigger_features(
    bounds: tuple[int, int], triggers: Sequence[Span], keys: Sequence[str]
) -> list[list[str]]:
    """Return for each unit what it is to the triggers of its sentence."""
    first, end = bounds
    if not triggers:
        return [["t0"] for _ in range(first, end)]
    rows: list[list[str]] = []
    types = sorted({each.label for each in triggers})
    for unit in range(first, end):
        row = [f"ts={label}" for label in types]
        before = [each for each in triggers if each.end <= unit]
        after = [each for each in triggers if each.first > unit]
        for side, near in (("b", before[-1:]), ("a", after[:1])):
            for each in near:
                gap = unit - each.end if side == "b" else each.first - unit - 1
                far = _grade(gap)
                row += (f"t{side}={each.label}", f"td{side}={far}", f"t{side}d={each.label}{far}",
                        f"tw{side}={each.label} {keys[unit].lower()}")  # fmt: skip
        if len(before) + len(after) < len(triggers):
            row.append("ti")
        if len(triggers) > 1:
            row.append("t>1")
        rows.append(row)
    return rows


def _grade(gap: int) -> int:
    return gap if gap < 4 else 4 if gap < 6 else 6 if gap < 10 else 10 if gap < 16 else 16
