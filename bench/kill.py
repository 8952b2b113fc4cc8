"""Kills the program at random moments of real work, and looks whether anything shown was lost."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.project import Project
from bench.program import Home

REVIEWER = "lan"
LONGEST_WORK = 0.6
"""Seconds of work, at most, between the first paint and the kill."""

MOVES = ("Right", "Left", "Down", "Up", "ctrl+Right", "ctrl+Left", "shift+ctrl+Right", "Home")
EDITS = ("1", "2", "3", "4", "5", "Delete", "ctrl+z", "ctrl+shift+z")
KEYS_AT_ONCE = 12


class Round(NamedTuple):
    """What one kill showed: how many edits the screen had shown, which of them are not in the
    project, and what checking the project found."""

    shown: int
    lost: tuple[int, ...]
    findings: tuple[str, ...]


def kill_rounds(home: Home, project: Path, rounds: int, seed: int) -> Iterator[Round]:
    """Yield the outcome of each kill; the project goes on from one to the next."""
    chance = random.Random(seed)
    for _ in range(rounds):
        yield _kill_once(home, project, chance)


def _kill_once(home: Home, project: Path, chance: random.Random) -> Round:
    with home.start(project) as program:
        program.wait("ready")
        batches = int(chance.uniform(1, 8))
        for _ in range(batches):
            home.display.press(*(_key(chance) for _ in range(KEYS_AT_ONCE)))
        program.listen(chance.uniform(0, LONGEST_WORK))
        program.kill()
        heard = program.events
    shown = {event["edit"] for event in heard if event["event"] == "painted" and event["edit"]}
    article = next(event["article"] for event in heard if event["event"] == "opened")
    opened = Project.open(project)
    try:
        kept = {entry.number for entry in opened.history(article, REVIEWER)}
        findings = tuple(str(finding) for finding in opened.check())
    finally:
        opened.close()
    return Round(len(shown), tuple(sorted(shown - kept)), findings)


def _key(chance: random.Random) -> str:
    return chance.choice(chance.choice((MOVES, EDITS)))
