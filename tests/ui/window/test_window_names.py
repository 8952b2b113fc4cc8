"""From name to name in the window: by its key, as the status bar says."""

from annotator.formats.format import Parcel
from annotator.language.names import names
from annotator.language.segmentation import syllables
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.ui.segmenter import Segmenter
from tests.ui.window.driving import Driver


def know(driver: Driver) -> None:
    """Find the words as another process does."""
    editor = driver.window.editor
    assert editor.article
    units = syllables(editor.article.text)
    editor.set_words(editor.article.id, units, names(editor.article.text, units))


def selected(driver: Driver) -> str:
    return driver.text()[slice(*driver.window.editor.stretch)]


def tagged(driver: Driver) -> list[tuple[str, str]]:
    def words(each: Annotation) -> str:
        return each.text_in(driver.text())

    return [(each.label, words(each)) for each in driver.window.editor.layer or ()]


def test_a_key_selects_a_name_and_that_of_its_label_goes_on(driver: Driver) -> None:
    know(driver)
    driver.press(";")
    assert selected(driver) == "Thiệu"
    said = driver.window.statusBar().suggestions.text()
    assert said == "A label’s key tags this and goes on · ;: pass it by · Esc: done"
    driver.press("1")
    assert selected(driver) == "Lạng Sơn"
    driver.press("N")
    driver.write("where it was")
    driver.press("Escape", "3")
    assert tagged(driver) == [("PER", "Thiệu"), ("LOC", "Lạng Sơn")]
    assert [each.note for each in driver.window.editor.layer or ()] == ["where it was", ""]
    assert "looks like a name" in driver.window.messages.text
    driver.press("Ctrl+Z", "Ctrl+Home", ";")
    assert selected(driver) == "Lạng Sơn"


def test_the_same_words_tagged_together_are_passed_by(driver: Driver) -> None:
    editor = driver.window.editor
    text = "Bà Mai và Lê Hà. Sau đó Mai về, Hà ở."
    editor.project.add([Parcel(Article("names", text, {}), (), "names")], by="lan")
    editor.open("names")
    know(driver)
    driver.press(";", "1")
    driver.qtbot.waitUntil(lambda: driver.window.everywhere.offers)
    driver.press("Ctrl+G")
    assert [words for _, words in tagged(driver)] == ["Mai", "Mai"]
    seen: list[str] = []
    for _ in range(2):
        driver.press("1")
        seen.append(selected(driver))
    assert [words for _, words in tagged(driver)][2:] == ["Lê Hà", "Hà"]
    assert seen == ["Hà", ""]


def test_another_process_finds_what_looks_like_a_name(driver: Driver) -> None:
    editor = driver.window.editor
    segmenter = Segmenter(editor)
    segmenter.begin()
    driver.qtbot.waitUntil(lambda: editor.words is not None)
    segmenter.stop()
    assert [driver.text()[slice(*each)] for each in editor.names] == ["Thiệu", "Lạng Sơn"]
    editor.open("b")
    assert list(editor.names) == []
