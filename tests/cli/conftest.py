"""The command line, run in this process, and a project for it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.formats.format import Parcel
from annotator.model import edits
from annotator.model.annotation import Fragment, Kind
from annotator.model.article import Article
from annotator.presets import preset
from annotator.project import Project
from tests.cli.commands import TEXT, Done
from tests.copies import copied


@pytest.fixture
def annotator(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Done]:
    """Return the command, run in this process and in the folder `tmp_path`."""
    monkeypatch.chdir(tmp_path)

    def run(*args: str) -> Done:
        status = main.run(list(args))
        out, err = capsysbinary.readouterr()
        return Done(status, out.decode(), err.decode())

    return run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project of two articles, one with a layer of lan and one of mai."""
    path = tmp_path / "lúa gạo.anno"
    copied(path, _make).close()
    return path


def _make(path: Path) -> Project:
    opened = Project.create(path, preset())
    article = Article("a", TEXT, {"title": "Mùa lúa", "source": "a.txt"})
    opened.add([Parcel(article, (), ""), Parcel(Article("b/c", "Khác\r\n"), (), "")], by="lan")
    for reviewer in ("lan", "mai"):
        for kind, label, fragment in [
            (Kind.ENTITY, "LOC", Fragment(6, 14)),
            (Kind.EVENT, "Meeting", Fragment(0, 3)),
            (Kind.ENTITY, "MISC", Fragment(0, 3)),
        ]:
            layer = opened.layer("a", reviewer)
            opened.commit(edits.add(layer, kind, label, [fragment]), reviewer)
    return opened
