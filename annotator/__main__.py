"""The program: its window, at once, where nothing else is asked for; else its command line."""

import gc
import sys
from pathlib import Path

from annotator.ending import ended

_YOUNG, _MIDDLING = 20_000, 2
"""Objects after which Python looks for circles among those that are new (else: 700), and how often
it does so before it looks at these once more (else: 10).

Annotations are made by the thousand, and never in circles; to look at them took 6 % of an import.
To look once more stops every thread, each time for as long as there is much to look at.
"""


def collect_seldom() -> None:
    """Look for circles as seldom as suits this program."""
    gc.set_threshold(_YOUNG, _MIDDLING)


def main() -> None:
    """Do what the process was called for, and exit."""
    collect_seldom()
    match sys.argv[1:]:
        case []:
            sys.exit(ended(lambda: _open_window(None)))
        case [name] if name.endswith(".anno") and Path(name).is_file():
            sys.exit(ended(lambda: _open_window(Path(name))))
        case _:
            from annotator.cli import main

            main()


def _open_window(project: Path | None) -> int:
    gc.disable()  # a start makes what stays; the window switches it on again
    from annotator.ui.app import run

    return run(project)


if __name__ == "__main__":
    main()
