"""Makes the pictures of the docs, and the parts of them that come from the code."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from docs.reference import ROOT, refresh

PICTURES = ROOT / "docs" / "pictures"
SHOWN = "made-up-1-cau-thanh-giang"
SHOTS = {
    "main-light": ("--theme", "light", "--size", "1280x800"),
    "main-dark": ("--theme", "dark", "--size", "1280x800"),
    "main-small": ("--theme", "light", "--size", "1024x640"),
    "main-vietnamese": ("--theme", "light", "--size", "1280x800", "--language", "vi"),
}
"""The name of each picture, and what `annotator screenshot` is asked for."""


def main() -> None:
    """Make all pictures from a project made of the seeds."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "news.anno"
        _annotator("new", project)
        _annotator("import", project, ROOT / "seeds", "--reviewer", "lan")
        for name, wishes in SHOTS.items():
            _annotator("screenshot", project, PICTURES / f"{name}.png", "--article", SHOWN, *wishes)
    subprocess.run(
        [sys.executable, "-m", "docs.flow", PICTURES, ROOT / "seeds"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
    )
    refresh()


def _annotator(*args: str | Path) -> None:
    subprocess.run([sys.executable, "-m", "annotator", *args], check=True)


if __name__ == "__main__":
    main()
