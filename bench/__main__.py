"""`python3 dev.py bench [SCENE...] [--json] [--kill N]`: see bench/README.md."""

import argparse
import functools
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench import scenes
from bench.figures import Figure, as_json, table
from bench.program import Home

KILLS = 1000


def main() -> int:
    """Measure, print, and return 1 where a bar is passed."""
    asked = argparse.ArgumentParser(prog="dev.py bench", description=scenes.__doc__)
    asked.add_argument("scene", nargs="*", help="start, keys, kill; all, if none is named")
    asked.add_argument("--json", action="store_true", help="print the figures as JSON")
    asked.add_argument(
        "--kill", type=int, nargs="?", const=KILLS, metavar="N", help=f"kill N times ({KILLS})"
    )
    args = asked.parse_args()
    known: dict[str, Callable[[Home], list[Figure]]] = {
        "start": scenes.start,
        "keys": scenes.keys,
        "kill": functools.partial(scenes.kill, times=args.kill or KILLS),
    }
    wanted = args.scene or (["kill"] if args.kill else list(known))
    unknown = [name for name in wanted if name not in known]
    if unknown:
        asked.error(f"there is no scene {', '.join(unknown)}: there are {', '.join(known)}")
    figures: list[Figure] = []
    for name in wanted:
        with tempfile.TemporaryDirectory(prefix="annotator-bench-") as folder:
            figures += scenes.on_a_display(known[name], Path(folder))
    print(as_json(figures) if args.json else table(figures))
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
