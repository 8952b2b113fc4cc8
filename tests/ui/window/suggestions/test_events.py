"""Suggested events in the window, accepted by real keys as what they were not suggested as."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.formats.format import Parcel
from annotator.model.annotation import Link
from annotator.model.article import Article
from annotator.model.tagset import EventType, Role
from annotator.project import Project
from tests.copies import new_project
from tests.ui.window.driving import TAGSET, Driver
from tests.ui.window.suggesting import Fixed

pytestmark = pytest.mark.parametrize("fixed", [Fixed(events=True)], indirect=True)

EVENTS = (
    *TAGSET.events,
    EventType("Arrest", shortcut="R", roles=(Role("Person", ("PER",)),)),
    EventType("Talk", shortcut="T", roles=(Role("Chair", ("PER",)),)),
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = new_project(tmp_path / "made up.anno", replace(TAGSET, events=EVENTS))
    article = Article("a", "Ông Thiệu chủ trì hội nghị tại Lạng Sơn.\n", {})
    made.add([Parcel(article, (), "a")], by="lan")
    yield made
    made.close()


@pytest.mark.parametrize(
    ("key", "tagged", "links"),
    [
        ("T", [("PER", "Thiệu"), ("Talk", "chủ trì")], (Link("Chair", "T1"),)),
        ("R", [("Arrest", "chủ trì")], ()),
    ],
)
def test_an_event_gets_the_label_of_the_key_and_what_fills_its_roles_keeps_its_own(
    driver: Driver, key: str, tagged: list[tuple[str, str]], links: tuple[Link, ...]
) -> None:
    driver.press(".", ".", key)
    layer = driver.window.editor.layer
    assert layer is not None
    assert [(each.label, each.text_in(driver.text())) for each in layer] == tagged
    assert layer["E1"].links == links, "roles that the type does not have are left out"
    driver.press("Ctrl+Z")
    assert len(layer) == 0, "it was one step"
