"""The table of actions: one key for one action, and everything it names is there."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from annotator.resources import resource
from annotator.ui.actions import CONTEXT_MENU, MENUS, TOOLBAR, Action, find, table
from annotator.ui.settings import Settings
from annotator.ui.shortcuts import assign, holder_of, keys_of, restore


def test_no_two_actions_share_an_id_or_a_key() -> None:
    ids = Counter(action.id for action in table())
    keys = Counter(key for action in table() for key in action.keys)
    assert [each for each, count in (ids + keys).items() if count > 1] == []


@pytest.mark.parametrize("action", list(table()), ids=lambda action: action.id)
def test_keys_are_written_as_qt_writes_them(action: Action) -> None:
    for keys in action.keys:
        written = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
        assert written == keys.replace("Delete", "Del")


def test_single_keys_act_in_the_text_alone() -> None:
    for action in table():
        for keys in action.keys:
            single = (
                "Ctrl" not in keys and "Alt" not in keys and not keys.startswith(("F", "Shift+F"))
            )
            assert not single or action.in_text, f"{keys} would be taken from fields"


def test_icons_are_drawn() -> None:
    missing = [a.icon for a in table() if a.icon and not resource(f"icons/{a.icon}.svg").exists()]
    assert missing == []


def test_toolbar_and_context_menu_name_actions() -> None:
    for id in (*TOOLBAR, *CONTEXT_MENU):
        assert id is None or find(id) in list(table())


def test_menus_can_be_opened_by_different_letters() -> None:
    letters = [menu.title.partition("&")[2][:1].upper() for menu in MENUS]
    assert len(set(letters)) == len(MENUS)
    assert "" not in letters


def test_other_keys_are_taken_from_who_has_them() -> None:
    settings = Settings(None)
    export, palette = find("project.export"), find("palette")
    assert holder_of("Ctrl+K", settings, besides=export) is palette
    assign(export, ("Ctrl+K",), settings)
    assert keys_of(export, settings) == ("Ctrl+K",)
    assert keys_of(palette, settings) == ()
    assign(palette, ("Ctrl+K",), settings)
    assert keys_of(export, settings) == ()
    assign(export, ("Ctrl+E",), settings)
    assert holder_of("Ctrl+K", settings, besides=export) is palette
    restore(settings)
    assert keys_of(export, settings) == export.keys
