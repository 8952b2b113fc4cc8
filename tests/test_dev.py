"""dev.py: what it asks of a machine, and what it says."""

import errno
import os
import re
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).parents[1]
CHORES = ("run", "test", "bench", "lint", "shots", "package", "lock")


def _dev(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "dev.py", *args], cwd=ROOT, capture_output=True, text=True
    )


@pytest.mark.parametrize("args", [("no-such-chore",), ("lint", "too", "much")])
def test_what_it_does_not_know_it_answers_with_what_it_knows(args: tuple[str, ...]) -> None:
    done = _dev(*args)
    assert done.returncode == 2
    assert all(f"dev.py {chore}" in done.stderr for chore in CHORES)


def test_a_place_that_may_not_be_written_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*args: str) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", "/clone/.venv")

    monkeypatch.setattr(dev, "environment", refuse)
    monkeypatch.setattr(sys, "argv", ["dev.py", "lint"])
    with pytest.raises(SystemExit) as caught:
        dev.main()
    assert caught.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("/clone/.venv: Permission denied. ")
    assert "must be writable" in said


def test_the_picture_without_a_display_leaves_nothing_in_the_clone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(dev, "BIN", Path(sys.executable).parent)
    monkeypatch.setattr(dev, "ROOT", tmp_path / "nowhere")
    called: list[list[str]] = []

    def run(command: list[object]) -> subprocess.CompletedProcess[str]:
        called.append([str(each) for each in command])
        return subprocess.CompletedProcess([], 0)

    monkeypatch.setattr(subprocess, "run", run)
    assert dev.picture_without_display() == 0
    assert [command[1] for command in called] == ["new", "import", "screenshot"]
    assert called[-1][-1] == str(tmp_path / "annotator.png")
    assert not (tmp_path / "nowhere").exists()
    assert not Path(called[0][-1]).exists()


def test_help_is_no_failure() -> None:
    assert _dev("--help").returncode == 0


def test_every_dependency_is_pinned_with_a_hash_and_no_address() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    extras = project["project"]["optional-dependencies"]
    groups = project["dependency-groups"]
    used = [*project["project"]["dependencies"], *extras["documents"], *groups["build"]]
    dev_tools = [each for each in groups["dev"] if isinstance(each, str)]
    more = [*used, *chain.from_iterable(extras.values()), *dev_tools]
    for file, declared in ((dev.USE, used), (dev.WORK, more)):
        pins = (ROOT / file).read_text()
        for requirement in declared:
            name = re.split(r"[<>=]", requirement)[0].lower()
            assert re.search(
                rf"^{name}==\S+(?: ; .*)? \\\n    --hash=sha256:", pins, re.MULTILINE
            ), name
        assert "://" not in pins


def test_both_environments_have_the_same_versions() -> None:
    used, more = (
        dict(re.findall(r"^(\S+?)==(\S+)", (ROOT / file).read_text(), re.MULTILINE))
        for file in (dev.USE, dev.WORK)
    )
    assert used.items() <= more.items()


def test_the_environment_is_made_anew_when_a_pin_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    (tmp_path / dev.USE).write_text("click==8.2.0")
    before = dev.fingerprint(dev.USE)
    assert dev.fingerprint(dev.USE) == before
    (tmp_path / dev.USE).write_text("click==8.2.1")
    assert dev.fingerprint(dev.USE) != before


def test_an_environment_that_is_only_linked_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs, link = tmp_path / "theirs", tmp_path / ".venv"
    theirs.mkdir()
    (theirs / "made-from").write_text("another clone")
    link.symlink_to(theirs, target_is_directory=True)
    monkeypatch.setattr(dev, "VENV", link)
    monkeypatch.setattr(dev, "STAMP", link / "made-from")
    with pytest.raises(dev.ImpossibleError, match=r"is a link to .*theirs"):
        dev.environment(dev.WORK)
    assert (theirs / "made-from").read_text() == "another clone"


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="users and apt-get are a matter of Linux")
def test_who_may_not_install_is_told_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(dev.ImpossibleError) as refusal:
        dev.provide(["libegl1", "xvfb"])
    assert str(refusal.value).endswith(
        "sudo apt-get install --yes --no-install-recommends libegl1 xvfb"
    )
    assert "\n" not in str(refusal.value)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are named on Linux")
@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_a_window_needs_a_display(
    variables: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert dev.has_display() is expected


def test_a_library_that_is_not_there_is_noticed() -> None:
    assert not dev.can_load("libno-such-library.so.1")
