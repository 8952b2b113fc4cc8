"""The scenes on an X server: what is measured, beside what, and where the bar lies."""

import itertools
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench import bare
from bench.figures import Figure, quantile
from bench.kill import kill_rounds
from bench.offscreen import LENGTHS, project_of
from bench.program import Display, Home, Program

ROOT = Path(__file__).parents[1]
STARTS = 9
KEYS = 100
SEED = 20200702


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


def screen(home: Home) -> list[Figure]:
    """From a key sent to an X server to the paint that shows it: a tag in an article of 3 kB."""
    with _bare(home) as program:
        program.wait("ready")
        bares = [_until_painted(home, program, "a") for _ in range(KEYS)]
    home.settle()
    project = project_of(home.folder / "short.anno", [LENGTHS["3 kB"]])
    times: list[float] = []
    with home.start(project) as program:
        program.wait("ready")
        for _ in range(KEYS):
            for key in ("Right", "shift+ctrl+Right"):
                _until_painted(home, program, key)
            times.append(_until_painted(home, program, "1", edits=True))
    return [
        Figure(f"tag on the X server, 3 kB, {title}", quantile(times, share), "ms",
               quantile(bares, share))
        for title, share in (("median", 0.5), ("p99", 0.99))
    ]  # fmt: skip


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
