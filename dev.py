#!/usr/bin/env python3
"""Makes the environment and does the chores; with the standard library alone."""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import NoReturn

USAGE = """\
Makes the environment and does the chores. Needs Python 3.11 and nothing else.

    python3 dev.py run [ARGS...]    start Annotator; ARGS are handed to it
    python3 dev.py test [ARGS...]   run every test; ARGS are handed to pytest
    python3 dev.py bench [ARGS...]  measure it: bench/README.md
    python3 dev.py lint             ruff, basedpyright and import-linter
    python3 dev.py shots            make the pictures in docs/pictures
    python3 dev.py package          build the wheel into dist/
    python3 dev.py lock             pin what pyproject.toml asks for anew
"""

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "made-from"
"""Written last: an environment without it is half made."""

USE, WORK = "requirements.txt", "requirements-dev.txt"
"""The pins of what running it needs, and of that with what working on it needs."""

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt loads from a Linux system, and the Debian package that holds it."""

X_SERVER = {"Xvfb": "xvfb", "xdotool": "xdotool"}
"""The commands that the end-to-end tests call, and the Debian package that holds each."""


class ImpossibleError(Exception):
    """A sentence that says why the chore can't be done, and what to do."""


def run(*args: str) -> int:
    """Start Annotator; without a display, make a picture of its window instead."""
    environment(USE)
    compile_modules()
    opens_window = not args or (len(args) == 1 and args[0].endswith(".anno"))
    if opens_window and not has_display():
        return picture_without_display(*args)
    return become(BIN / "annotator", *args)


def test(*args: str) -> int:
    """Run the test suite, or the part of it that `args` name."""
    environment(WORK, X_SERVER)
    workers = () if any(arg.startswith("-n") for arg in args) else ("-n", "2")
    return in_root("pytest", *workers, *args)


def bench(*args: str) -> int:
    """Measure the scenes that `args` name, or all."""
    environment(WORK, X_SERVER)
    compile_modules()
    return in_root("bench", *args)


def lint() -> int:
    """Run every check of the code that is not a test of behaviour."""
    environment(WORK)
    checks = [["ruff", "check"], ["basedpyright"], ["lint-imports"]]
    return max([subprocess.run([BIN / name, *args], cwd=ROOT).returncode for name, *args in checks])


def shots() -> int:
    """Make the pictures in the docs."""
    environment(WORK)
    return in_root("docs.shots")


def package() -> int:
    """Build the wheel."""
    environment(WORK)
    return in_root("hatchling", "build", "--target", "wheel")


def lock() -> int:
    """Pin what pyproject.toml asks for, with hashes, for every platform and Python."""
    environment(WORK)
    for out, *wanted in (
        (USE, "--extra", "documents", "--group", "build", "--upgrade"),
        (WORK, "--all-extras", "--group", "dev", "--upgrade", "--constraint", USE),
    ):
        command = [
            *(BIN / "uv", "pip", "compile", "pyproject.toml", *wanted),
            *("--universal", "--python-version", ".".join(map(str, OLDEST_PYTHON))),
            *("--generate-hashes", "--no-emit-index-url", "--no-annotate", "--quiet"),
            *("--custom-compile-command", "python3 dev.py lock", "-o", out),
        ]
        if status := subprocess.run(command, cwd=ROOT).returncode:
            return status
    return 0


def compile_modules() -> None:
    """Compile what has changed, as pip does with what it installs: else every start may do it."""
    subprocess.run([BIN / "python", "-m", "compileall", "-q", ROOT / "annotator"])


def in_root(module: str, *args: str) -> int:
    """Run a Python module of the environment from the root of the checkout."""
    os.chdir(ROOT)
    return become(BIN / "python", "-m", module, *args)


def become(program: Path, *args: str) -> int:
    """Run `program` in place of this one, so that it gets every signal itself."""
    sys.stdout.flush()
    if os.name == "nt":
        return subprocess.run([program, *args]).returncode
    return os.execv(program, [str(program), *args])


def has_display() -> bool:
    """Return whether a window can be shown."""
    offscreen = bool(os.environ.get("QT_QPA_PLATFORM"))
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return not sys.platform.startswith("linux") or offscreen or bool(display)


def picture_without_display(project: str = "") -> int:
    """Write a picture of the main window: of `project`, or of one made from the seeds."""
    picture = Path("annotator.png").resolve()
    say(
        "There is no display: log in on a desktop, use `ssh -X`, or start `xvfb-run python3 dev.py "
        f"run`. A picture of the window goes to {picture}."
    )
    annotator = BIN / "annotator"
    if project:
        return become(annotator, "screenshot", project, str(picture))
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        made = Path(folder, "first-start.anno")
        for command in (
            ("new", made),
            ("import", made, ROOT / "seeds"),
            ("screenshot", made, picture),
        ):
            if status := subprocess.run([annotator, *command]).returncode:
                return status
    return 0


def environment(pins: str, tools: dict[str, str] | None = None) -> None:
    """Make `.venv` unless it stands as pyproject.toml and the pins want it, or with more in it.

    Raises ImpossibleError where something of the system is missing that may not be installed, and
    where `.venv` is a link: what it leads to is another clone's, and would be emptied.
    """
    provide(missing_packages(tools or {}))
    if STAMP.is_file() and STAMP.read_text() in {fingerprint(pins), fingerprint(WORK)}:
        return
    if VENV.is_symlink():
        raise ImpossibleError(
            f"{VENV} is a link to {VENV.resolve()}, an environment of another clone, which is left "
            "as it is. Remove the link, and run this again: it makes one here."
        )
    say("Making the environment in .venv: once, for a minute or two.")
    STAMP.unlink(missing_ok=True)
    venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(VENV)
    # seqeval alone comes as source.
    pip("--require-hashes", "--only-binary=:all:", "--no-binary=seqeval", "-r", pins)
    pip("--no-build-isolation", "--editable", ".")
    STAMP.write_text(fingerprint(pins))


def fingerprint(pins: str) -> str:
    """Return a digest of everything that an environment with `pins` is made from."""
    import tomllib

    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    made_from = (ROOT, sys.version_info[:2], declared["project"], declared["build-system"])
    return hashlib.sha256(repr(made_from).encode() + (ROOT / pins).read_bytes()).hexdigest()


def pip(*args: str) -> None:
    """Install into the environment exactly what `args` name.

    Nothing is compiled: that takes as long as all the rest, and most modules are never imported.
    """
    command = [BIN / "python", "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    quick = ["-qq", "--no-deps", "--no-compile"]
    if subprocess.run([*command, *quick, *args], cwd=ROOT).returncode:
        raise ImpossibleError("The environment could not be made: see above; then try again.")


def missing_packages(tools: dict[str, str]) -> list[str]:
    """Return the Debian packages that hold what this Linux lacks; elsewhere nothing."""
    if not sys.platform.startswith("linux"):
        return []
    packages = [package for name, package in QT_LIBRARIES.items() if not can_load(name)]
    packages += [package for name, package in tools.items() if not shutil.which(name)]
    if not importlib.util.find_spec("ensurepip"):
        packages.append(f"python3.{sys.version_info.minor}-venv")
    return packages


def can_load(library: str) -> bool:
    """Return whether the system has the shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def provide(packages: list[str]) -> None:
    """Install Debian packages, or say how to."""
    if not packages:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        raise ImpossibleError(
            "This system lacks what these Debian packages hold; install its own packages of the "
            f"same: {' '.join(packages)}"
        )
    if os.geteuid() != 0:
        raise ImpossibleError(
            f"This system lacks libraries. Install them: sudo {shlex.join(install)}"
        )
    say(f"Installing {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], install):
        if subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL).returncode:
            raise ImpossibleError(f"This failed: {shlex.join(command)}")


def say(sentence: str) -> None:
    """Tell the person; standard output is the program's."""
    print(sentence, file=sys.stderr, flush=True)


def main() -> NoReturn:
    """Do the chore that the command line names."""
    if sys.version_info < OLDEST_PYTHON:
        version = ".".join(map(str, OLDEST_PYTHON))
        sys.exit(f"Annotator needs Python {version} or newer; this is {sys.version.split()[0]}.")
    chores = {each.__name__: each for each in (run, test, bench, lint, shots, package, lock)}
    name, *args = sys.argv[1:] or ["help"]
    if name not in chores or (args and name not in {"run", "test", "bench"}):
        say(USAGE.rstrip())
        sys.exit(0 if name in {"help", "--help", "-h"} else 2)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        sys.exit(chores[name](*args))
    except ImpossibleError as reason:
        say(str(reason))
        sys.exit(2)
    except OSError as error:
        where = error.filename or ROOT
        say(
            f"{where}: {error.strerror}. The environment and the builds are made in {ROOT}, which "
            "must be writable: change its permissions, or clone it to a place of yours."
        )
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
