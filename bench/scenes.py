"""The scenes: what is measured, beside what, and where the bar lies."""

import itertools
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from annotator.presets import preset
from annotator.project import Project
from bench import bare
from bench.articles import article
from bench.figures import Figure, quantile
from bench.kill import kill_rounds
from bench.program import Display, Home, Program

ROOT = Path(__file__).parents[1]
STARTS = 9
KEYS = 500
ROUNDS = 5
"""Times that a scene goes back to the beginning of the article: a short one has few words."""
KEY = 8.0
"""Milliseconds from a key to its paint."""
LENGTHS = {"3 kB": 3_000, "100 kB": 100_000, "1 MB": 1_000_000}
REVIEWER = "lan"
SEED = 20200702

GESTURES = {
    "move the caret": ("Right",),
    "extend the selection": ("shift+Right",),
    "tag": ("Right", "shift+ctrl+Right", "1"),
    "undo": ("ctrl+z",),
    "redo": ("ctrl+shift+z",),
}
"""Keys of each gesture; the last one is timed."""

EDITS = ("tag", "undo", "redo")
"""The gestures whose paint must show a new edit."""


def seed_project(home: Home) -> Path:
    """Return a new project that holds the articles of seeds/."""
    project = home.folder / "seeds.anno"
    home.command("new", project).check_returncode()
    home.command("import", project, ROOT / "seeds").check_returncode()
    home.settle()
    return project


def start(home: Home) -> list[Figure]:
    """From the start of the process to the first article painted, in turn with a bare window."""
    project = seed_project(home)
    ours: list[float] = []
    bares: list[float] = []
    for _ in range(STARTS):
        bares.append(_until_ready(lambda: _bare(home)))
        ours.append(_until_ready(lambda: home.start(project)))
    return [Figure("start to first article", *_median(ours, bares), bar=500, times=3)]


def keys(home: Home) -> list[Figure]:
    """From a key to the paint that shows what it did, in articles of three lengths."""
    with _bare(home) as program:
        program.wait("ready")
        bares = [_until_painted(home, program, "a") for _ in range(KEYS)]
    home.settle()
    of_length = {name: _gestures(home, length) for name, length in LENGTHS.items()}
    figures = [
        Figure(
            f"{gesture}, {length}, {title}", quantile(values, share), "ms",
            quantile(bares, share), bar,
        )
        for length, gestures in of_length.items()
        for gesture, values in gestures.items()
        for title, share, bar in (("median", 0.5, None), ("p99", 0.99, KEY))
    ]  # fmt: skip
    shortest, *_, longest = of_length
    for gesture in GESTURES:
        short, long = (quantile(of_length[each][gesture], 0.99) for each in (shortest, longest))
        name = f"{gesture}, {longest} beside {shortest}, p99"
        figures.append(Figure(name, long, "ms", short, times=1.5))
    return figures


def _gestures(home: Home, characters: int) -> dict[str, list[float]]:
    """Return the times of each gesture in an article of `characters`."""
    path = home.folder / f"{characters}.anno"
    tagset = preset()
    with closing(Project.create(path, tagset)) as project:
        project.add([article(characters, tagset, REVIEWER, SEED)], by=REVIEWER)
    times: dict[str, list[float]] = {name: [] for name in GESTURES}
    with home.start(path) as program:
        program.wait("ready")
        for _ in range(ROUNDS):
            for name, (*before, timed) in GESTURES.items():
                for _ in range(KEYS // ROUNDS):
                    for key in before:
                        _until_painted(home, program, key)
                    times[name].append(_until_painted(home, program, timed, edits=name in EDITS))
            for _ in range(KEYS // ROUNDS):  # so that the next round finds the same words
                _until_painted(home, program, "ctrl+z", edits=True)
            home.display.press("ctrl+Home")
            program.wait("painted")
    return times


def kill(home: Home, times: int) -> list[Figure]:
    """Kill the program in the middle of work; nothing that was shown may be lost."""
    project = seed_project(home)
    began = time.monotonic()
    rounds = list(kill_rounds(home, project, times, SEED))
    each = (time.monotonic() - began) / times
    lost = sum(len(one.lost) for one in rounds)
    findings = list(itertools.chain.from_iterable(one.findings for one in rounds))
    for finding in findings:
        print(finding, file=sys.stderr)
    return [
        Figure("kills", times, "times"),
        Figure("edits shown before a kill", sum(one.shown for one in rounds), "edits"),
        Figure("edits lost", lost, "edits", bar=0, strict=True),
        Figure("findings of the check after a kill", len(findings), "findings", bar=0, strict=True),
        Figure("one kill, with start and check", each * 1000, "ms"),
    ]


def on_a_display(scene: Callable[[Home], list[Figure]], folder: Path) -> list[Figure]:
    """Run a scene in a fresh home, on an X server of its own."""
    with Display() as display:
        return scene(Home(folder, display))


def _bare(home: Home) -> Program:
    return Program([sys.executable, bare.__file__], home.environment)


def _until_ready(begin: Callable[[], Program]) -> float:
    began = time.perf_counter()
    with begin() as program:
        program.wait("ready")
        return (time.perf_counter() - began) * 1000


def _until_painted(home: Home, program: Program, key: str, *, edits: bool = False) -> float:
    """Return the milliseconds from a key to the next paint, or to that of the next edit."""
    program.listen(0)
    shown = max((each.get("edit", 0) for each in program.events), default=0)
    began = time.perf_counter()
    home.display.press(key)
    program.until(
        f"paint after {key}",
        lambda heard: heard["event"] == "painted" and (not edits or heard["edit"] > shown),
    )
    return (time.perf_counter() - began) * 1000


def _median(values: list[float], baseline: list[float]) -> tuple[float, str, float]:
    return quantile(values, 0.5), "ms", quantile(baseline, 0.5)
