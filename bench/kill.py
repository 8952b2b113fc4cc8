"""Kills the program at random moments of real work, and looks whether anything shown was lost."""

import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.project import Project
from bench.program import Event, Home

REVIEWER = "lan"
LONGEST_WORK = 1.0
"""Seconds of work, at most, between the first paint and the kill."""

BETWEEN_KEYS = 0.02
"""Seconds from one key to the next, at most."""

MOVES = ("Right", "Left", "Down", "Up", "ctrl+Right", "ctrl+Left", "shift+ctrl+Right", "Home")
EDITS = ("1", "2", "3", "4", "5", "m", "Delete", "ctrl+z", "ctrl+shift+z")


class Round(NamedTuple):
    """What one kill showed.

    `shown` counts the edits that the screen had shown since the start, `lost` are the numbers of
    those that the project does not hold, `findings` is what checking the project found.
    """

    shown: int
    lost: tuple[int, ...]
    findings: tuple[str, ...]


def kill_rounds(home: Home, project: Path, rounds: int, seed: int) -> Iterator[Round]:
    """Yield the outcome of each kill; the project goes on from one to the next."""
    chance = random.Random(seed)
    before: set[int] = set()
    for _ in range(rounds):
        events = _work_until_killed(home, project, chance)
        painted = {event["edit"] for event in events if event["event"] == "painted"} - {0}
        article = next(event["article"] for event in events if event["event"] == "opened")
        kept, findings = _examine(project, article)
        shown = [number for number in kept - before if number <= max(painted, default=0)]
        yield Round(len(shown), tuple(sorted(painted - kept)), findings)
        before = kept


def _work_until_killed(home: Home, project: Path, chance: random.Random) -> list[Event]:
    with home.start(project) as program:
        program.wait("ready")
        end = time.monotonic() + chance.uniform(0, LONGEST_WORK)
        while time.monotonic() < end:
            home.display.press(chance.choice(chance.choice((MOVES, EDITS))))
            program.listen(chance.uniform(0, BETWEEN_KEYS))
        program.kill()
        return program.events


def _examine(path: Path, article: str) -> tuple[set[int], tuple[str, ...]]:
    """Return the numbers of the edits that the project holds, and what checking it finds."""
    project = Project.open(path)
    try:
        kept = {entry.number for entry in project.history(article, REVIEWER)}
        return kept, tuple(str(finding) for finding in project.check())
    finally:
        project.close()
