"""Files that come in: at once where nothing is to be asked, else after a look at what they hold."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from annotator.formats.format import Parcel
from annotator.formats.writing import write
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.ui.dialogs.importing import Import
from annotator.ui.project_commands import add_paths
from tests.ui.window.driving import Driver

pytestmark = pytest.mark.blocks("what files hold is laid out at once when it is known", up_to=120)


def file_with(path: Path, labels: Sequence[str]) -> Path:
    """Write an article with a mention of each of `labels`."""
    article = Article("new", "Lạng Sơn, Huế", {"title": "Bài mới"})
    mentions = [
        Annotation(f"T{n}", Kind.ENTITY, label, (Fragment(0, 4),), rank=n)
        for n, label in enumerate(labels)
    ]
    write([Parcel(article, (Layer(article, "lan", mentions),), "")], path)
    return path


def listed(driver: Driver) -> list[str]:
    return [row.id for row in driver.window.editor.project.articles()]


def labels_of(driver: Driver) -> list[str]:
    layer = driver.window.editor.project.layer("new", "lan")
    return [each.label for each in layer]


def test_where_nothing_is_to_be_asked_nothing_is(driver: Driver, tmp_path: Path) -> None:
    add_paths(driver.window, [file_with(tmp_path / "a.jsonl", ["PER"])])
    driver.settle()
    assert driver.open_dialogs() == []
    assert labels_of(driver) == ["PER"]


@pytest.fixture
def dialog(driver: Driver, tmp_path: Path) -> Import:
    (tmp_path / "in").mkdir()
    file_with(tmp_path / "in" / "a.jsonl", ["PER", "ADDRESS", "Loc.", "JUNK"])
    (tmp_path / "in" / "b.odd").write_text("?")
    add_paths(driver.window, [tmp_path / "in"])
    driver.settle()
    return driver.dialog(Import)


def test_what_is_there_is_shown_before_it_goes_in(driver: Driver, dialog: Import) -> None:
    assert "jsonl: files: 1" in dialog.found.text()
    assert [dialog.tabs.tabText(n) for n in range(3)] == [
        "Articles (1)", "New labels (3)", "To look at (1)",
    ]  # fmt: skip
    assert [row.text for row in dialog.articles.list.rows] == ["Bài mới"]
    assert "b.odd" in dialog.trouble.list.rows[0].detail
    assert "new" not in listed(driver)


def test_labels_are_added_mapped_or_kept(driver: Driver, dialog: Import) -> None:
    boxes = {label: box for (_, label), box in dialog.labels.boxes.items()}
    assert boxes["Loc."].currentData() == "LOC", "what is written nearly the same is proposed"
    boxes["JUNK"].setCurrentIndex(1)
    driver.press("Return")
    driver.settle()
    assert labels_of(driver) == ["PER", "ADDRESS", "LOC", "JUNK"]
    tagset = driver.window.editor.tagset
    assert tagset.find(Kind.ENTITY, "ADDRESS")
    assert not tagset.find(Kind.ENTITY, "JUNK")
    driver.close_dialogs()
    driver.window.editor.undo()
    driver.window.editor.undo()
    assert not driver.window.editor.tagset.find(Kind.ENTITY, "ADDRESS")


def test_escape_leaves_everything_as_it_was(driver: Driver, dialog: Import) -> None:
    before = (listed(driver), driver.window.editor.tagset)
    driver.press("Escape")
    driver.settle()
    assert (listed(driver), driver.window.editor.tagset) == before


def test_another_format_is_looked_at_anew(driver: Driver, dialog: Import) -> None:
    dialog.format.setCurrentIndex(dialog.format.findData("text"))
    driver.settle()
    assert not dialog.add.isEnabled()
    assert dialog.tabs.tabText(0) == "Articles (0)"
    dialog.format.setCurrentIndex(0)
    driver.settle()
    assert dialog.add.isEnabled()
