"""Settings: kept in a file, wrong ones give way to the usual ones, and both is said."""

import json
from pathlib import Path

import pytest

from annotator.ui.settings import (
    LANGUAGE,
    LAST_ARTICLE,
    LAST_PROJECT,
    REVIEWER,
    SETTINGS,
    ZOOM,
    Settings,
    SettingsError,
    settings_file,
)


def test_they_come_back(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "deep" / "settings.json")
    assert settings[ZOOM] == 100
    settings[ZOOM] = 150
    settings[REVIEWER] = "Hà"
    again = Settings(tmp_path / "deep" / "settings.json")
    assert (again[ZOOM], again[REVIEWER], again[LANGUAGE]) == (150, "Hà", "system")
    assert again.complaint is None
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["settings.json"]


def test_what_another_window_has_kept_since_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"of a newer version": 1}))
    one, other = Settings(path), Settings(path)
    one[REVIEWER] = "Hà"
    one[LAST_ARTICLE] = {"one.anno": "a", "both.anno": "x"}
    other[ZOOM] = 150
    other[LAST_ARTICLE] = {"other.anno": "b", "both.anno": "y"}
    other[LAST_ARTICLE] = {"other.anno": "c"}
    again = Settings(path)
    assert (again[REVIEWER], again[ZOOM]) == ("Hà", 150)
    assert again[LAST_ARTICLE] == {"one.anno": "a", "other.anno": "c"}
    assert json.loads(path.read_text())["of a newer version"] == 1


def test_a_path_that_is_no_text_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    Settings(path)[LAST_PROJECT] = "tin\udce1.anno"
    assert Settings(path)[LAST_PROJECT] == "tin\udce1.anno"


def test_they_lie_where_the_system_keeps_settings(home: Path) -> None:
    assert settings_file().is_relative_to(home)


@pytest.mark.parametrize("damage", ["{", "[]", "", "\x00", '"text"'])
def test_a_damaged_file_gives_way_to_the_usual_ones(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(damage)
    settings = Settings(path)
    assert settings[ZOOM] == 100
    assert str(path) in str(settings.complaint)
    settings[ZOOM] = 125
    assert Settings(path).complaint is None


@pytest.mark.parametrize(("name", "value"), [("zoom", "big"), ("zoom", True), ("theme", "pink")])
def test_a_wrong_value_gives_way_alone(tmp_path: Path, name: str, value: object) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"reviewer": "lan", name: value}))
    settings = Settings(path)
    assert settings[REVIEWER] == "lan"
    assert all(settings[each] == each.default for each in SETTINGS if each.name == name)
    assert name in str(settings.complaint)


def test_without_a_file_nothing_is_kept() -> None:
    settings = Settings(None)
    settings[ZOOM] = 90
    assert settings[ZOOM] == 90


def test_what_cant_be_kept_is_used_and_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    settings = Settings(tmp_path / "file" / "settings.json")
    with pytest.raises(SettingsError, match="can't be kept"):
        settings[ZOOM] = 90
    assert settings[ZOOM] == 90


def test_each_is_declared_once() -> None:
    names = [each.name for each in SETTINGS]
    assert len(set(names)) == len(names)
    assert all(each.accepts(each.default) for each in SETTINGS)
