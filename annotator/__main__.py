"""The program: its window, at once, where nothing else is asked for; else its command line."""

import gc
import sys
from pathlib import Path

from annotator.ending import ended

_YOUNG, _MIDDLING, _OLD = 2_000, 2, 10_000
"""Objects after which Python looks for circles among those that are new (else: 700), how often it
does so before it looks at these once more (else: 10), and that before it looks at all (else: 10).

To look at many stops every thread for a while, 30 ms for 60,000: so some at a time, and at all of
them while the window is not used. Annotations are made by the thousand, and never in circles; to
look at all of them as often as Python does took 6 % of an import.
"""


def collect_seldom() -> None:
    """Look for circles as seldom as suits this program."""
    gc.set_threshold(_YOUNG, _MIDDLING, _OLD)


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
