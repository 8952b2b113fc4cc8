"""Spans that may be mentions or triggers, and what speaks for each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from annotator.suggest.learned.features import shape
from annotator.suggest.learned.lexicon import Lexicon, String
from annotator.suggest.learned.reading import Reading, Span

Marked = Mapping[String, Mapping[str, int]]
"""Which strings of the article are tagged already, and how often as what."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that the sequence model holds for possible, with its probability for that."""

    span: Span
    probability: float


def marked_strings(reading: Reading, spans: Iterable[Span]) -> dict[String, dict[str, int]]:
    """Return how often each string is tagged as what in `spans`."""
    found: dict[String, dict[str, int]] = {}
    for each in spans:
        labels = found.setdefault(reading.string(each), {})
        labels[each.label] = labels.get(each.label, 0) + 1
    return found


def with_lexicon(
    reading: Reading,
    candidates: Sequence[Candidate],
    lexicon: Lexicon,
    marked: Marked,
    article: str,
) -> list[Candidate]:
    """Return `candidates` and the spans whose string is known, from elsewhere or from above."""
    found = {(each.span.first, each.span.end, each.span.label): each for each in candidates}
    keys = reading.tokens.keys
    longest = max([lexicon.longest, *map(len, marked)])
    for first, end in reading.bounds:
        for at in range(first, end):
            for stop in range(at + 1, min(end, at + longest) + 1):
                string = tuple(keys[at:stop])
                labels = [label for label, _ in lexicon.rates(string, article)]
                for label in {*labels, *marked.get(string, ())}:
                    found.setdefault((at, stop, label), Candidate(Span(at, stop, label), 0.0))
    return [found[place] for place in sorted(found)]


def candidate_features(
    reading: Reading,
    candidates: Sequence[Candidate],
    lexicon: Lexicon,
    marked: Sequence[Marked] | Marked,
    triggers: Sequence[Span],
    article: str = "",
) -> list[dict[str, float]]:
    """Return the features of each of `candidates`, which are all of the article.

    `marked` is what is tagged so far; a sequence: for each candidate by itself.
    """
    rivals = _rivals(candidates)
    in_sentence = reading.by_sentence(triggers)
    rows: list[dict[str, float]] = []
    for n, each in enumerate(candidates):
        mine = marked if isinstance(marked, Mapping) else marked[n]
        row = _features(reading, each, lexicon, mine, article)
        row |= _against(each, rivals[n])
        row |= _near(reading, each, in_sentence.get(reading.sentence(each.span.first), []))
        rows.append(row)
    return rows


def _features(
    reading: Reading, each: Candidate, lexicon: Lexicon, marked: Marked, article: str
) -> dict[str, float]:
    span, keys = each.span, reading.tokens.keys
    first, end, label = span.first, span.end, span.label
    string = reading.string(span)
    odds = _odds(each.probability)
    tagged, seen = lexicon.counts(string, label, article)
    length = min(end - first, 8)
    known = f"k{min(tagged, 3)}"
    before = keys[first - 1].lower() if first else "<s>"
    after = keys[end].lower() if end < len(keys) else "</s>"
    row = {
        "1": 1.0, f"y={label}": 1.0, "odds": odds, f"odds y={label}": odds, known: 1.0,
        f"grade={round(odds)}": 1.0, f"n={length}": 1.0, f"n={length} {label}": 1.0,
        f"-1={before}": 1.0, f"-1={before} {label}": 1.0,
        f"+1={after}": 1.0, f"+1={after} {label}": 1.0,
        f"w0={keys[first].lower()}": 1.0, f"w9={keys[end - 1].lower()}": 1.0,
        f"s={shape(keys[first])} {shape(keys[end - 1])}": 1.0,
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
    here = marked.get(string, {})
    if here.get(label):
        row |= {"here": 1.0, f"here {label}": 1.0, f"here {min(here[label], 3)}": 1.0}
    elif here:
        row["here otherwise"] = 1.0
    return row


def _against(each: Candidate, rivals: Sequence[Candidate]) -> dict[str, float]:
    best = max((rival.probability for rival in rivals), default=0.0)
    row = {"margin": _odds(each.probability) - _odds(best)}
    if each.probability >= best:
        row["best"] = 1.0
    if not rivals:
        row["alone"] = 1.0
    return row


def _near(reading: Reading, each: Candidate, triggers: Sequence[Span]) -> dict[str, float]:
    """Return what the triggers of its sentence say of a mention."""
    span, label = each.span, each.span.label
    if not triggers:
        return {"no trigger": 1.0}
    row: dict[str, float] = {f"t={trigger.label} {label}": 1.0 for trigger in triggers}
    nearest = min(triggers, key=lambda trigger: gap(span, trigger))
    far, side = gap(span, nearest), "b" if nearest.first >= span.end else "a"
    row[f"near={nearest.label} {label} {side}"] = 1.0
    row[f"far={min(far, 12)} {side}"] = 1.0
    row["gap"] = log(1 + far)
    if far <= 3:
        low, high = min(span.end, nearest.end), max(span.first, nearest.first)
        row[f"between={' '.join(reading.tokens.keys[low:high]).lower()} {side}"] = 1.0
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


def _rivals(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Return for each candidate those that share a unit with it; they are by place."""
    found: list[list[Candidate]] = [[] for _ in candidates]
    open_: list[int] = []
    for n, each in enumerate(candidates):
        open_ = [m for m in open_ if candidates[m].span.end > each.span.first]
        for m in open_:
            found[m].append(each)
            found[n].append(candidates[m])
        open_.append(n)
    return found
