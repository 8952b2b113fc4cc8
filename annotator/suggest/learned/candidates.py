"""Spans that may be mentions or triggers, and what speaks for each."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import log

from annotator.suggest.learned.features import shape
from annotator.suggest.learned.known import Known
from annotator.suggest.learned.lexicon import String
from annotator.suggest.learned.reading import Reading, Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span with a label, and how probable it is that a person tags just that.

    `harmless` is how probable it is that they don't, but tag what it can't stand beside, so that it
    goes away by itself. `likeliest` says whether its words get this label first when selected.
    """

    span: Span
    probability: float
    likeliest: bool
    harmless: float = 0.0


def static_features(
    reading: Reading, spans: Sequence[Span], known: Known, triggers: Sequence[Span]
) -> Iterator[dict[str, float]]:
    """Yield what speaks for each of `spans`, whatever else is proposed or tagged so far.

    One after another: those of a long article would fill the memory.
    """
    in_sentence = reading.by_sentence(triggers)
    for each in spans:
        near = in_sentence.get(reading.sentence(each.first), [])
        yield _own(reading, each, known) | _near(reading, each, near)


def rival_features(candidates: Sequence[Candidate]) -> Iterator[dict[str, float]]:
    """Yield what speaks for each of `candidates`, which are all there are, beside the others."""
    best = _best_rivals(candidates)
    for each, rival in zip(candidates, best, strict=True):
        odds, label = _odds(each.probability), each.span.label
        row = {
            "odds": odds, f"odds y={label}": odds, f"grade={round(odds)}": 1.0,
            "margin": odds - _odds(rival or 0.0),
        }  # fmt: skip
        if each.likeliest:
            row["likeliest"] = 1.0
        if each.probability >= (rival or 0.0):
            row["best"] = 1.0
        if rival is None:
            row["alone"] = 1.0
        yield row


def known_spans(
    reading: Reading, known: Known, strings: Collection[String] = ()
) -> list[tuple[int, int]]:
    """Return where strings stand that were tagged elsewhere, or are among `strings`."""
    keys = reading.tokens.keys
    lengths: dict[str, set[int]] = {}
    for string in strings:
        lengths.setdefault(string[0], set()).add(len(string))
    wanted = set(strings)
    found: list[tuple[int, int]] = []
    for first, end in reading.bounds:
        for at in range(first, end):
            for length in {*known.lexicon.lengths(keys[at]), *lengths.get(keys[at], ())}:
                string = tuple(keys[at : at + length])
                if at + length <= end and (string in wanted or known.rates(string)):
                    found.append((at, at + length))
    return found


def _own(reading: Reading, span: Span, known: Known) -> dict[str, float]:
    keys, group = reading.tokens.keys, known.vectors.group
    first, end, label = span.first, span.end, span.label
    string = reading.string(span)
    tagged, seen = known.counts(string, label)
    length = min(end - first, 8)
    before = keys[first - 1].lower() if first else "<s>"
    after = keys[end].lower() if end < len(keys) else "</s>"
    row = {
        "1": 1.0, f"y={label}": 1.0, f"k{min(tagged, 3)}": 1.0,
        f"n={length}": 1.0, f"n={length} {label}": 1.0,
        f"-1={before}": 1.0, f"-1={before} {label}": 1.0,
        f"+1={after}": 1.0, f"+1={after} {label}": 1.0,
        f"w0={keys[first].lower()}": 1.0, f"w9={keys[end - 1].lower()}": 1.0,
        f"s={shape(keys[first])} {shape(keys[end - 1])}": 1.0,
        f"g0={group(keys[first])} {label}": 1.0, f"g9={group(keys[end - 1])} {label}": 1.0,
        f"g-1={group(before)}": 1.0, f"g+1={group(after)}": 1.0,
        f"g9+1={group(keys[end - 1])} {group(after)}": 1.0,
        f"g-1,0={group(before)} {group(keys[first])}": 1.0,
    }  # fmt: skip
    if tagged:
        rate = log((tagged + 0.5) / (seen - tagged + 0.5))
        row |= {
            "rate": rate,
            f"rate {label}": rate,
            f"string={' '.join(string).lower()} {label}": 1.0,
        }
    elif seen:
        row["other label"] = 1.0
    return row


def _near(reading: Reading, span: Span, triggers: Sequence[Span]) -> dict[str, float]:
    """Return what the triggers of its sentence say of a mention."""
    label = span.label
    if not triggers:
        return {"no trigger": 1.0}
    row: dict[str, float] = {f"t={trigger.label} {label}": 1.0 for trigger in triggers}
    nearest = min(triggers, key=lambda trigger: gap(span, trigger))
    far, side = gap(span, nearest), "b" if nearest.first >= span.end else "a"
    row[f"near={nearest.label} {label} {side}"] = 1.0
    row[f"far={min(far, 12)} {side}"] = 1.0
    row["gap"] = log(1 + far)
    keys = reading.tokens.keys
    low, high = min(span.end, nearest.end), max(span.first, nearest.first)
    between = [key.lower() for key in keys[low:high]]
    before = keys[span.first - 1].lower() if span.first else "<s>"
    marks = "".join(key for key in between if not key[0].isalnum())[:6]
    word = " ".join(keys[nearest.first : nearest.end]).lower()
    row |= {
        f"word={word} {label} {side}": 1.0, f"marks={marks} {side}": 1.0,
        f"-1 near={before} {nearest.label} {label}": 1.0,
        f"w9 near={keys[span.end - 1].lower()} {nearest.label}": 1.0,
    }  # fmt: skip
    row |= {f"bag={each} {side}": 1.0 for each in between[:8]}
    if far <= 3:
        row[f"between={' '.join(between)} {side}"] = 1.0
    if any(trigger.first < span.end and span.first < trigger.end for trigger in triggers):
        row[f"meets {label}"] = 1.0
    return row


def gap(one: Span, other: Span) -> int:
    """Return how many units lie between two spans; none where they meet."""
    return max(0, one.first - other.end, other.first - one.end)


def side_of(one: Span, other: Span) -> str:
    """Return whether `one` stands before `other`, after it, or meets it."""
    return "b" if one.end <= other.first else "a" if one.first >= other.end else "i"


def _odds(probability: float) -> float:
    held = min(max(probability, 0.002), 0.998)
    return log(held / (1 - held))


def _best_rivals(candidates: Sequence[Candidate]) -> list[float | None]:
    """Return how probable the best is that shares a unit with each; they are by place."""
    best: list[float | None] = [None] * len(candidates)
    going: list[int] = []
    for n, each in enumerate(candidates):
        going = [m for m in going if candidates[m].span.end > each.span.first]
        for m in going:
            best[m] = max(best[m] or 0.0, each.probability)
            best[n] = max(best[n] or 0.0, candidates[m].probability)
        going.append(n)
    return best
