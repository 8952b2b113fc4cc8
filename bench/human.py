"""Actions per annotation: a simulated person tags a corpus in the real window, and is counted.

Each run has a process and a window of its own (`human_window.py`): one with suggestions, and one
without any, which is the baseline of every figure. What the person does stands in `strategy.py`.
"""

import functools
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.formats.reading import AUTO
from bench.figures import Figure
from bench.gold import all_suggesters, only_fillers, read_gold
from bench.human_window import Worked

ROOT = Path(__file__).parents[1]
BANDS = ((0, 10), (10, 25), (25, 50), (50, 100), (100, 200))
GROUPS = {
    "a mention": ("mentions",),
    "a trigger": ("triggers",),
    "an argument": ("arguments",),
    "a trigger or argument": ("triggers", "arguments"),
}
_BY_HAND = 2.0
_FIRST, _LATER = (0, 200), (100, 200)


class Bars(NamedTuple):
    """The most actions a thing, over the first 200 articles and over the second hundred."""

    first: float
    later: float


FILLERS, NAMES, EVENTS = Bars(1.0, 0.8), Bars(0.35, 0.25), Bars(1.2, 0.9)
"""Of mentions where only fillers of roles are marked, where all names are; of events' parts."""


class VoidError(Exception):
    """A run did not end with the gold: its count is void."""


class Asked(NamedTuple):
    """Which articles are tagged, and which suggesters are switched off."""

    gold: Path
    articles: int
    seed: int | None
    without: Sequence[str]
    format: str = AUTO


def human(asked: Asked) -> list[Figure]:
    """Return what tagging takes with suggestions, beside what it takes without.

    Raises VoidError where a run does not end with the gold, GoldError where there is none.
    """
    tell = functools.partial(print, file=sys.stderr)
    golds = read_gold(asked.gold, asked.articles, asked.seed, tell, asked.format)
    mentions = FILLERS if only_fillers(golds) else NAMES
    helped = list(_told(_run(asked, "with suggestions", len(golds))))
    none = asked._replace(without=all_suggesters())
    alone = list(_run(none, "without", len(golds)))
    return figures(helped, alone, mentions)


def figures(helped: Sequence[Worked], alone: Sequence[Worked], mentions: Bars) -> list[Figure]:
    """Return the figures of both runs, over the same articles: all of them, and in bands.

    A bar stands where all the articles it speaks of were tagged.
    """
    found: list[Figure] = []
    for group, passes in GROUPS.items():
        by_hand = _actions(alone, passes)
        if by_hand is not None and group != "a trigger or argument":
            found.append(Figure(f"by hand: {group}", by_hand, "actions", bar=_BY_HAND, strict=True))
    whole = len(helped)
    cut = ((first, min(end, whole)) for first, end in (*BANDS, _FIRST, (0, whole)))
    for first, end in dict.fromkeys(band for band in cut if band[0] < band[1]):
        bars = _bars((first, end), mentions)
        found += _band(f"{first}-{end}", helped[first:end], alone[first:end], bars)
    return found


def _bars(band: tuple[int, int], mentions: Bars) -> dict[str, float]:
    if band not in (_FIRST, _LATER):
        return {}
    of_mentions, of_events = (
        (mentions.first, EVENTS.first) if band == _FIRST else (mentions.later, EVENTS.later)
    )
    return {"a mention": of_mentions, "a trigger or argument": of_events}


def _band(
    title: str, helped: Sequence[Worked], alone: Sequence[Worked], bars: dict[str, float]
) -> Iterator[Figure]:
    for group, passes in GROUPS.items():
        actions, before = _actions(helped, passes), _actions(alone, passes)
        if actions is not None:
            yield Figure(
                f"{title}: {group}", actions, "actions", before, bars.get(group), strict=True
            )
    events = _sums(helped, ("triggers",))["things"]
    if events:
        actions, before = (
            _acts(_sums(run, ("triggers", "arguments"))) / events for run in (helped, alone)
        )
        yield Figure(f"{title}: an event with its arguments", actions, "actions", before)
    for name in ("mentions", "triggers", "arguments"):
        sums = _sums(helped, (name,))
        if sums["things"]:
            yield Figure(f"{title}: suggested {name}, recall", sums["taken"] / sums["things"], "")
            precision = sums["right"] / max(1, sums["seen"])
            yield Figure(f"{title}: suggested {name}, precision", precision, "")
    for group in ("a mention", "a trigger or argument"):
        travels = [_share(run, GROUPS[group], "travel") for run in (helped, alone)]
        if travels[0] is not None and travels[1] is not None:
            yield Figure(f"{title}: pointer, {group}", travels[0], "pixels", travels[1])
    computing = [sum(each.computing for each in run) / len(run) for run in (helped, alone)]
    yield Figure(f"{title}: computing, an article", computing[0], "s", computing[1])
    yield Figure(f"{title}: training", sum(each.training for each in helped), "s")


def _sums(run: Sequence[Worked], passes: Sequence[str]) -> Counter[str]:
    sums = Counter[str]()
    for each in run:
        for name in passes:
            sums.update(each.passes[name])
    return sums


def _acts(sums: Counter[str]) -> int:
    return sums["keys"] + sums["clicks"]


def _actions(run: Sequence[Worked], passes: Sequence[str]) -> float | None:
    """Return keys and clicks a thing; None where there is none."""
    sums = _sums(run, passes)
    return _acts(sums) / sums["things"] if sums["things"] else None


def _share(run: Sequence[Worked], passes: Sequence[str], what: str) -> float | None:
    sums = _sums(run, passes)
    return sums[what] / sums["things"] if sums["things"] else None


def _told(run: Iterator[Worked]) -> Iterator[Worked]:
    """Hand on what each article took, and say on standard error what each band did."""
    done: list[Worked] = []
    for worked in run:
        yield worked
        done.append(worked)
        for first, end in (*BANDS, _FIRST):
            if len(done) == end:
                figures = {group: _actions(done[first:end], GROUPS[group]) for group in GROUPS}
                said = ", ".join(
                    f"{group} {figure:.2f}" for group, figure in figures.items() if figure
                )
                print(f"\n{first}-{end}: actions {said}", file=sys.stderr, flush=True)


def _run(asked: Asked, title: str, articles: int) -> Iterator[Worked]:
    """Tag the articles in a process of its own; yield what each took."""
    command = [sys.executable, "-m", "bench.human_window", str(asked.gold)]
    command += ["--articles", str(asked.articles), "--format", asked.format]
    command += [] if asked.seed is None else ["--seed", str(asked.seed)]
    command += [part for name in asked.without for part in ("--without", name)]
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, cwd=ROOT, env=offscreen, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        for done, line in enumerate(process.stdout, 1):
            print(f"\r{title}: {done} of {articles} ", end="", file=sys.stderr, flush=True)
            yield Worked(**json.loads(line))
        print(file=sys.stderr)
    if process.returncode:
        raise VoidError(f"the run {title} was not finished: nothing that it counted holds")
