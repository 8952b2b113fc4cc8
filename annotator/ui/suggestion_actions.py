"""What the menus do with suggestions, and with words that stand in other places too."""

from typing import TYPE_CHECKING

from annotator.suggest.choosing import Way
from annotator.ui import settings as wishes
from annotator.ui import suggestion_commands as commands
from annotator.ui.choosing import open_next
from annotator.ui.commands import tag_likeliest
from annotator.ui.selection import selected_words

if TYPE_CHECKING:
    from annotator.ui.window import Window


def go_to_next(window: "Window") -> None:
    """Go to the next suggestion."""
    commands.go(window.editor, 1)


def go_to_previous(window: "Window") -> None:
    """Go to the suggestion before."""
    commands.go(window.editor, -1)


def accept(window: "Window") -> None:
    """Accept the suggestion in focus, and go on to the next.

    Where words are selected, tag them as what they are likeliest to be.
    """
    if selected_words(window.editor):
        tag_likeliest(window.editor)
    else:
        commands.accept_focused(window.editor)


def accept_surer(window: "Window") -> None:
    """Accept the suggestion in focus, and all of its sort that are at least as certain."""
    commands.accept_surer(window.editor)


def tag_second(window: "Window") -> None:
    """Tag the selected words as what comes second of what they are likely to be."""
    tag_likeliest(window.editor, 1)


def refuse(window: "Window") -> None:
    """Refuse the suggestion in focus, and go on to the next."""
    commands.refuse_focused(window.editor)


def accept_all(window: "Window") -> None:
    """Accept all that is suggested in the article, in one step."""
    commands.accept_all(window.editor)


def accept_events(window: "Window") -> None:
    """Accept all events that are suggested in the article, in one step."""
    commands.accept_events(window.editor)


def accept_mentions(window: "Window") -> None:
    """Accept all mentions that are suggested in the article, in one step."""
    commands.accept_mentions(window.editor)


def accept_arguments(window: "Window") -> None:
    """Accept all arguments that are suggested in the article, in one step."""
    commands.accept_arguments(window.editor)


def refuse_all(window: "Window") -> None:
    """Refuse all that is still suggested in the article, in one step."""
    commands.refuse_all(window.editor)


def finish(window: "Window") -> None:
    """Refuse what is left, set the article to done, and open the next that is not finished."""
    program = window.program
    commands.finish(window.editor, lambda: program.window.left.open_unfinished(1))


def accept_sure(window: "Window") -> None:
    """Accept what is as certain as the settings ask for, in one step."""
    commands.accept_all(window.editor, window.settings[wishes.SURE] / 100)


def toggle_order(window: "Window") -> None:
    """Go from one suggestion to the next by certainty, or by position."""
    suggestions = window.editor.suggestions
    suggestions.least_certain_first = not suggestions.least_certain_first
    window.settings[wishes.LEAST_CERTAIN_FIRST] = suggestions.least_certain_first


def goes_by_certainty(window: "Window") -> bool:
    """Return whether the least certain suggestion comes first."""
    return window.editor.suggestions.least_certain_first


def tag_same_here(window: "Window") -> None:
    """Tag the other places of what was tagged last in this article."""
    window.everywhere.tag_here()


def review_same(window: "Window") -> None:
    """Show all places of what was tagged last, to choose which of them to tag."""
    window.everywhere.review()


def open_by_doubt(window: "Window") -> None:
    """Open the new article whose suggestions are least certain."""
    open_next(window, Way.DOUBT)


def open_by_newness(window: "Window") -> None:
    """Open the new article with the most words that stand in no tagged one."""
    open_next(window, Way.NEW)


def open_by_likeness(window: "Window") -> None:
    """Open the new article that is most like the open one."""
    open_next(window, Way.ALIKE)
