"""Scenes acted in a window offscreen, each in a process of its own: see `acts.py`."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from annotator.presets import preset
from annotator.project import Project
from bench.articles import article
from bench.exchange import ARTICLES, write_articles
from bench.figures import Figure, quantile
from bench.program import Home

ROOT = Path(__file__).parents[1]
LENGTHS = {"3 kB": 3_000, "100 kB": 100_000, "1 MB": 1_000_000}
REVIEWER = "lan"
TRIES = 500
OPENS = {"3 kB": 200, "1 MB": 40}
"""Times that an article of a length is opened."""
DAY = 5_000
"""Edits of a day."""
DAY_ARTICLES = 20
IDLE = 10
"""Seconds."""
LESSONS = 60
"""Articles that are trained on."""

KEY, FRAME, BUSY = 8.0, 16.0, 16.0
FIRST_SCREEN = {"3 kB": 10.0, "1 MB": 50.0}
"""Milliseconds."""
_SHARES = (("median", 0.5), ("p99", 0.99))


def act(
    environment: Mapping[str, str], name: str, project: Path, tries: int, *more: Path
) -> dict[str, Any]:
    """Return what an act of `acts.py` gives, done in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.acts", name, project, str(tries), *more],
        env={**environment, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(done.stdout)


def project_of(path: Path, lengths: Sequence[int]) -> Path:
    """Make a project of made-up articles of so many characters, with labels, at `path`."""
    tagset = preset()
    with closing(Project.create(path, tagset)) as project:
        parcels = (
            article(length + number, tagset, REVIEWER, number)
            for number, length in enumerate(lengths)
        )
        project.add(parcels, by=REVIEWER)
    return path


def keys(home: Home) -> list[Figure]:
    """From a key to the end of the paint that shows what it did, in articles of three lengths."""
    return list(_keys(home.folder, home.environment, TRIES))


def _keys(folder: Path, environment: Mapping[str, str], tries: int) -> Iterator[Figure]:
    found: dict[str, dict[str, list[float]]] = {}
    for name, length in LENGTHS.items():
        project = project_of(folder / f"{length}.anno", [length])
        found[name] = act(environment, "keys", project, tries)
        least = found[name].pop("least key")
        for gesture, values in found[name].items():
            yield from _figures(f"{gesture}, {name}", values, least, KEY)
    shortest, *_, longest = found
    for gesture in found[shortest]:
        short, long = (quantile(found[each][gesture], 0.99) for each in (shortest, longest))
        name = f"{gesture}, {longest} beside {shortest}, p99"
        yield Figure(name, long, "ms", short, times=1.5)


def _figures(
    name: str, values: Sequence[float], least: Sequence[float], bar: float
) -> Iterator[Figure]:
    """Yield the median, and the p99 with its bar."""
    for title, share in _SHARES:
        yield Figure(
            f"{name}, {title}", quantile(values, share), "ms", quantile(least, share),
            bar if title == "p99" else None,
        )  # fmt: skip


def scroll(home: Home) -> list[Figure]:
    """Frames of an article of 1 MB, by page and by wheel, beside a QPlainTextEdit's."""
    project = project_of(home.folder / "long.anno", [LENGTHS["1 MB"]])
    found = act(home.environment, "scroll", project, TRIES)
    return [
        figure
        for gesture, least in (("a page", "least page"), ("the wheel", "least wheel"))
        for figure in _figures(
            f"scroll by {gesture}, 1 MB", found[f"scroll by {gesture}"], found[least], FRAME
        )
    ]


def open_articles(home: Home) -> list[Figure]:
    """From the key to the first screen of the next article, beside a QPlainTextEdit given it."""
    figures: list[Figure] = []
    for name, tries in OPENS.items():
        project = project_of(home.folder / f"two of {name}.anno", [LENGTHS[name]] * 2)
        found = act(home.environment, "open_articles", project, tries)
        figures += _figures(
            f"open an article of {name}", found["open"], found["least open"], FIRST_SCREEN[name]
        )
    return figures


def day(home: Home) -> list[Figure]:
    """5,000 edits in one sitting: gestures at its end beside the same at its beginning, memory."""
    project = project_of(home.folder / "day.anno", [LENGTHS["3 kB"]] * DAY_ARTICLES)
    found = act(home.environment, "day", project, DAY)
    name = f"after {found['edits']:,} edits"
    return [
        *(
            Figure(
                f"{gesture}, {name}, {title}", quantile(values, share), "ms",
                quantile(found["before"][gesture], share), times=1.2 if share == 0.5 else None,
            )
            for gesture, values in found["after"].items()
            for title, share in _SHARES
        ),
        Figure(f"memory, {name}: grown by", found["MB"], "MB", bar=20),
    ]  # fmt: skip


def idle(home: Home) -> list[Figure]:
    """Nothing done: what the program takes of a core, beside a field with a blinking caret."""
    project = project_of(home.folder / "idle.anno", [LENGTHS["3 kB"]])
    found = act(home.environment, "idle", project, IDLE)
    return [
        Figure("idle: share of a core", found["ours"], "%", found["least"], 0.2),
        Figure("idle: timers a second", found["timers"], "", found["caret"], times=1.3),
    ]


def busy(home: Home) -> list[Figure]:
    """Keys while 10,000 articles are imported, and while a model is trained."""
    source = home.folder / "many.jsonl"
    write_articles(source, ARTICLES)
    into = project_of(home.folder / "into.anno", [LENGTHS["3 kB"]])
    lessons = project_of(home.folder / "lessons.anno", [LENGTHS["3 kB"]] * LESSONS)
    importing = act(home.environment, "busy_importing", into, TRIES, source)
    training = act(home.environment, "busy_training", lessons, TRIES)
    return [
        Figure("keys while importing", len(importing["busy"]), "keys"),
        *_figures("a key while importing", importing["busy"], importing["least quiet"], BUSY),
        Figure("keys while training", len(training["busy"]), "keys"),
        *_figures("a key while training", training["busy"], training["least quiet"], BUSY),
    ]
