"""Which mention fills which role of which event."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from annotator.suggest.learned.candidates import gap, side_of
from annotator.suggest.learned.reading import Reading, Span

NONE = ""
"""The class of pairs of which the mention fills no role of the event."""

WINDOW = 1
"""How many sentences a mention may be away from its trigger."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An event's trigger and what may fill a role of it: a mention, or another event."""

    trigger: Span
    filler: Span
    is_event: bool = False


class Argument(NamedTuple):
    """A pair with its likeliest role, how likely that is, and how likely another one is."""

    pair: Pair
    role: str
    probability: float
    other: float


def pairs_of(
    reading: Reading, triggers: Sequence[Span], mentions: Sequence[Span], events_too: bool
) -> list[Pair]:
    """Return the pairs of which each is near enough to the other."""
    fillers = [(each, False) for each in mentions]
    fillers += [(each, True) for each in triggers] if events_too else []
    placed: dict[int, list[tuple[Span, bool]]] = {}
    for each in fillers:
        placed.setdefault(reading.sentence(each[0].first), []).append(each)
    pairs: list[Pair] = []
    for trigger in triggers:
        line = reading.sentence(trigger.first)
        pairs += [
            Pair(trigger, filler, is_event)
            for sentence in range(line - WINDOW, line + WINDOW + 1)
            for filler, is_event in placed.get(sentence, ())
            if filler is not trigger
        ]
    return pairs


class _Around:
    """Spans found by where they begin, and by their sentence."""

    def __init__(self, reading: Reading, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans, key=lambda each: each.first)
        self._firsts = [each.first for each in self._spans]
        self._lines = reading.by_sentence(spans)

    def between(self, low: int, high: int) -> list[Span]:
        """Return those that begin at `low` or after it, before `high`."""
        return self._spans[bisect_left(self._firsts, low) : bisect_left(self._firsts, high)]

    def near(self, line: int) -> list[Span]:
        """Return those of a sentence, and of WINDOW sentences before and after it."""
        lines = range(line - WINDOW, line + WINDOW + 1)
        return [each for number in lines for each in self._lines.get(number, ())]


def pair_features(
    reading: Reading, pairs: Iterable[Pair], triggers: Sequence[Span], mentions: Sequence[Span]
) -> Iterator[dict[str, float]]:
    """Yield what speaks for each pair; `triggers` and `mentions` are all of the article."""
    events, entities = _Around(reading, triggers), _Around(reading, mentions)
    for pair in pairs:
        yield _features(reading, pair, events, entities)


def _features(
    reading: Reading, pair: Pair, triggers: _Around, mentions: _Around
) -> dict[str, float]:
    trigger, filler, keys = pair.trigger, pair.filler, reading.tokens.keys
    event, kind = trigger.label, f"*{filler.label}" if pair.is_event else filler.label
    side = side_of(filler, trigger)
    far = gap(trigger, filler)
    low, high = min(trigger.end, filler.end), max(trigger.first, filler.first)
    between = [key.lower() for key in keys[low:high]]
    marks = "".join(key for key in between if not key[0].isalnum())[:6]
    sentences = reading.sentence(filler.first) - reading.sentence(trigger.first)
    within = [each for each in triggers.between(low, high) if each is not trigger]
    passed = [each for each in mentions.between(low, high) if each is not filler]
    alike = sum(each.label == filler.label for each in passed)
    near = triggers.near(reading.sentence(filler.first))
    closest = min(near, key=lambda each: (gap(each, filler), each.first))
    before = keys[filler.first - 1].lower() if filler.first else "<s>"
    after = keys[filler.end].lower() if filler.end < len(keys) else "</s>"
    word = " ".join(keys[trigger.first : trigger.end]).lower()
    here = f"s{sentences}"
    row = {
        "1": 1.0, here: 1.0, f"{event}": 1.0, f"{kind}": 1.0, f"{event} {kind}": 1.0,
        f"{kind} {side}": 1.0, f"{event} {kind} {side}": 1.0, f"{event} {side}": 1.0,
        f"far {min(far, 10)} {side}": 1.0, "gap": log(1 + far), f"{event} {kind} gap": log(1 + far),
        f"marks {marks}": 1.0, f"within {min(len(within), 3)} {side}": 1.0,
        f"passed {min(len(passed), 3)} {side}": 1.0, f"alike {min(alike, 2)} {side} {event}": 1.0,
        f"-1={before} {side}": 1.0, f"-1={before} {event} {kind}": 1.0, f"+1={after} {side}": 1.0,
        f"word {word} {kind} {side}": 1.0, f"in line {here} {event} {kind}": 1.0,
        f"closest {closest is trigger} {here}": 1.0, f"closest {closest.label} {event} {kind}": 1.0,
        f"w {keys[filler.end - 1].lower()} {event}": 1.0,
    }  # fmt: skip
    for each in within:
        row[f"over {each.label} {event} {kind}"] = 1.0
    if len(between) <= 3:
        row[f"between {' '.join(between)} {side} {kind}"] = 1.0
    for each in between[:8]:
        row[f"bag {each} {side}"] = 1.0
    return row
