"""Keys while the window is built anew: none is lost, and none does what it was not meant for."""

from annotator.project import Project
from bench.program import Home
from bench.scenes import seed_project


def test_what_is_pressed_while_the_looks_change_is_for_the_new_window(person: Home) -> None:
    project = seed_project(person)
    keyboard = person.display
    with person.start(project) as program:
        program.wait("ready")
        keyboard.press("shift+ctrl+l", "shift+ctrl+l", "ctrl+k")
        keyboard.type("tour")
        keyboard.press("Return")
        program.wait("dialog", name="Tour", open=True)
    opened = Project.open(project)
    try:
        assert "lan" not in opened.reviewers(), "a letter of what was looked for tagged a word"
    finally:
        opened.close()
