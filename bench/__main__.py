"""`python3 dev.py bench [SCENE...] [--json] [--kill N] [--fuzz MINUTES] [--human --gold PATH]`.

See bench/README.md.
"""

import argparse
import functools
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from annotator.__main__ import collect_seldom
from annotator.formats.registry import FormatError
from bench import offscreen, scenes
from bench.commits import commit
from bench.exchange import exchange
from bench.figures import Figure, as_json, table
from bench.fuzz import fuzz
from bench.gold import GoldError
from bench.human import Asked, VoidError, human
from bench.human_window import arguments
from bench.kept import ARTICLES
from bench.many import MILLION, many
from bench.program import Home
from bench.searches import search

KILLS, FEW_KILLS = 1000, 20
"""Kills where they are asked for, and among all scenes."""
PROFILES = Path("build")


def main() -> int:
    """Measure, print, and return 1 where a bar is passed."""
    asked = argparse.ArgumentParser(prog="dev.py bench", description=scenes.__doc__)
    asked.add_argument("scene", nargs="*", help="see bench/README.md; all, if none")
    asked.add_argument("--json", action="store_true", help="print the figures as JSON")
    asked.add_argument(
        "--kill", type=int, nargs="?", const=KILLS, metavar="N", help=f"kill N times ({KILLS})"
    )
    asked.add_argument(
        "--million", action="store_true", help=f"many: {MILLION:,} articles, not {ARTICLES:,}"
    )
    asked.add_argument(
        "--fuzz", type=float, metavar="MINUTES", help="feed damaged files to every reader"
    )
    asked.add_argument(
        "--profile", metavar="SCENE", help=f"draw where its time goes, into {PROFILES}/"
    )
    asked.add_argument(
        "--human", action="store_true", help="count the actions of a simulated annotator"
    )
    asked.add_argument("--gold", type=Path, help="human: an annotated corpus of any format")
    arguments(asked)
    args = asked.parse_args()
    collect_seldom()  # as the program does
    if args.fuzz:
        return _fuzz(args.fuzz)
    if args.profile:
        return _profile(args.profile)
    if args.human:
        if not args.gold:
            asked.error("--human needs --gold PATH")
        return _human(
            Asked(args.gold, args.articles, args.seed, args.without, args.format), args.json
        )
    known: dict[str, Callable[[Home], list[Figure]]] = {
        "start": scenes.start,
        "screen": scenes.screen,
        "keys": offscreen.keys,
        "scroll": offscreen.scroll,
        "open": offscreen.open_articles,
        "search": search,
        "commit": commit,
        "day": offscreen.day,
        "idle": offscreen.idle,
        "busy": offscreen.busy,
        "exchange": exchange,
        "many": functools.partial(many, count=MILLION if args.million else ARTICLES),
        "kill": functools.partial(scenes.kill, times=args.kill or FEW_KILLS),
    }
    chosen = args.scene or (["kill"] if args.kill else list(known))
    unknown = [name for name in chosen if name not in known]
    if unknown:
        asked.error(f"there is no scene {', '.join(unknown)}: there are {', '.join(known)}")
    figures: list[Figure] = []
    broken = False
    for name in chosen:
        began = time.monotonic()
        try:
            with tempfile.TemporaryDirectory(prefix="annotator-bench-") as folder:
                found = scenes.on_a_display(known[name], Path(folder))
            figures += found
            print(table(found), file=sys.stderr, flush=True)
        except (AssertionError, OSError, subprocess.CalledProcessError) as error:
            broken = True  # the other scenes have their figures all the same
            print(f"{name}: could not be measured: {error}", file=sys.stderr)
        print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr)
    return max(_tell(figures, args.json), int(broken))


def _tell(figures: list[Figure], in_json: bool) -> int:
    print(as_json(figures) if in_json else table(figures))
    return 0 if all(figure.holds for figure in figures) else 1


def _profile(scene: str) -> int:
    """Run a scene under py-spy, with the processes it begins; return its exit status."""
    PROFILES.mkdir(exist_ok=True)
    picture = PROFILES / f"profile-{scene}.svg"
    spy = [Path(sys.executable).parent / "py-spy", "record", "--subprocesses", "-o", picture]
    return subprocess.run([*spy, "--", sys.executable, "-m", "bench", scene]).returncode


def _human(asked: Asked, in_json: bool) -> int:
    try:
        return _tell(human(asked), in_json)
    except (FormatError, GoldError, VoidError) as error:
        print(error, file=sys.stderr)
        return 1


def _fuzz(minutes: float) -> int:
    kept = Path("build", "fuzz")
    failed = 0
    for format, tries, failures in fuzz(minutes * 60, int(time.time()), kept):
        print(f"{format}: damaged files: {tries}; failures: {len(failures)}", flush=True)
        for path, what in failures:
            print(f"{path}: {what}", file=sys.stderr)
        failed += len(failures)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
