"""Everything the window can be told to do, in one table.

Menus, toolbar, command palette, key sheet and the editor of keys are built from it, and so is the
list of keys in the guide. To add a command, add an entry here.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.article import Status
from annotator.ui import project_commands as project
from annotator.ui import suggestion_actions as suggestion
from annotator.ui import text_commands as text
from annotator.ui import window_commands as view
from annotator.ui.conditions import (
    Condition,
    acceptable,
    always,
    focused,
    in_the_past,
    markable,
    on_event,
    opened,
    redoable,
    repeated,
    second,
    suggestible,
    undoable,
    writable,
)

if TYPE_CHECKING:
    from annotator.ui.window import Window


class Action(NamedTuple):
    """One command: its name, what it calls, and when it may be called.

    `keys` are portable key sequences (`Ctrl+K`), the first the one that is shown. Where `in_text`,
    they act only while the article has the focus. `checked` makes it a switch, and tells its state.
    """

    id: str
    text: str
    run: "Callable[[Window], None]"
    keys: tuple[str, ...] = ()
    icon: str = ""
    enabled: Condition = always
    in_text: bool = False
    checked: "Condition | None" = None


class Menu(NamedTuple):
    """A menu of the menu bar; None is a separator."""

    title: str
    actions: tuple[Action | None, ...]


# fmt: off
MENUS = (
    Menu(
        "&File",
        (
            Action("project.new", "New project…", project.new, ("Ctrl+Shift+N",), "project"),
            Action("project.open", "Open project…", project.open, ("Ctrl+O",), "folder"),
            Action("project.copy", "Save a copy…", project.save_copy, ("Ctrl+Shift+S",), "save"),
            None,
            Action("articles.add", "Add files…", project.add_files, ("Ctrl+I",), "add-article",
                   writable),
            Action("articles.add-folder", "Add a folder…", project.add_folder, ("Ctrl+Shift+I",),
                   "add-folder", writable),
            Action("articles.paste", "Paste as an article…", project.paste_article,
                   ("Ctrl+Shift+V",), "paste", writable),
            None,
            Action("project.export", "Export…", project.export, ("Ctrl+E",), "export"),
            Action("project.statistics", "Statistics…", project.statistics, (), "statistics"),
            Action("project.agreement", "Agreement…", project.agreement, (), "agreement"),
            None,
            Action("reviewer", "Change who I am…", project.change_reviewer, (), "person"),
            Action("preferences", "Preferences…", view.preferences, ("Ctrl+,",), "preferences"),
            None,
            Action("quit", "Quit", view.quit_program, ("Ctrl+Q",), "quit"),
        ),
    ),
    Menu(
        "&Edit",
        (
            Action("undo", "Undo", text.undo, ("Ctrl+Z",), "undo", undoable),
            Action("redo", "Redo", text.redo, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", redoable),
            None,
            Action("copy", "Copy", text.copy, ("Ctrl+C",), "copy", opened, in_text=True),
            Action("select-all", "Select all", text.select_all, ("Ctrl+A",), "", opened,
                   in_text=True),
            Action("select-sentence", "Select the sentence", text.select_sentence, ("F4",),
                   "sentence", opened, in_text=True),
            Action("select-by-letters", "Select words by their first letters",
                   text.select_by_letters, ("H",), "", opened, in_text=True),
            Action("name.next", "Select the next name that is not tagged", text.next_name, (";",),
                   "", opened, in_text=True),
            Action("name.previous", "Select the name before that is not tagged",
                   text.previous_name, (":",), "", opened, in_text=True),
            None,
            Action("find", "Find in the article…", text.find, ("Ctrl+F",), "search", opened),
            Action("find.project", "Find in all articles…", text.find_in_project,
                   ("Ctrl+Shift+F",), "search"),
            Action("find.next", "Next hit", text.find_next, ("F3",), "", opened),
            Action("find.previous", "Previous hit", text.find_previous, ("Shift+F3",), "", opened),
            None,
            Action("present", "Return to the present", text.return_to_present, (), "present",
                   in_the_past),
        ),
    ),
    Menu(
        "&Annotate",
        (
            Action("pick", "Choose a label…", text.pick_label, ("/",), "labels", markable,
                   in_text=True),
            Action("relabel", "Change the label…", text.relabel, ("F2",), "edit", focused,
                   in_text=True),
            Action("fragment", "Add a fragment to the mention", text.add_fragment, ("+",),
                   "fragment", focused, in_text=True),
            Action("note", "Write a note", text.write_note, ("N",), "note", focused, in_text=True),
            Action("remove", "Remove", text.remove, ("Delete", "Backspace"), "trash", markable,
                   in_text=True),
            None,
            Action("fill", "Fill a role of the event…", text.fill_role, ("Return", "Enter"),
                   "role", on_event, in_text=True),
            Action("event-without-trigger", "Add an event without a trigger…",
                   text.add_event_without_trigger, ("Ctrl+Shift+E",), "events", markable),
            None,
            Action("mention.next", "Next mention", text.next_mention, ("]",), "right", opened,
                   in_text=True),
            Action("mention.previous", "Previous mention", text.previous_mention, ("[",), "left",
                   opened, in_text=True),
            None,
            Action("end.later", "Move the end a syllable later", text.end_later, ("Alt+Right",),
                   "", focused, in_text=True),
            Action("end.earlier", "Move the end a syllable earlier", text.end_earlier,
                   ("Alt+Left",), "", focused, in_text=True),
            Action("start.later", "Move the start a syllable later", text.start_later,
                   ("Alt+Shift+Right",), "", focused, in_text=True),
            Action("start.earlier", "Move the start a syllable earlier", text.start_earlier,
                   ("Alt+Shift+Left",), "", focused, in_text=True),
            None,
            Action("tagset", "Labels and roles of the project…", view.edit_tagset, ("Ctrl+T",),
                   "tagset"),
        ),
    ),
    Menu(
        "&Suggestions",
        (
            Action("suggestion.next", "Next suggestion", suggestion.go_to_next, (".",), "next",
                   suggestible, in_text=True),
            Action("suggestion.previous", "Previous suggestion", suggestion.go_to_previous, (",",),
                   "previous", suggestible, in_text=True),
            Action("suggestion.order", "Least certain first", suggestion.toggle_order, (), "",
                   checked=suggestion.goes_by_certainty),
            None,
            Action("suggestion.accept", "Accept the suggestion", suggestion.accept, ("Space",),
                   "check", acceptable, in_text=True),
            Action("suggestion.second", "Tag as the second likeliest label",
                   suggestion.tag_second, ("Shift+Space",), "", second, in_text=True),
            Action("suggestion.refuse", "Refuse the suggestion", suggestion.refuse, ("-",),
                   "close", suggestible, in_text=True),
            Action("suggestion.accept-all", "Accept all suggestions of the article",
                   suggestion.accept_all, ("Ctrl+Return",), "", suggestible),
            Action("suggestion.accept-sure", "Accept the suggestions that are certain enough",
                   suggestion.accept_sure, ("Ctrl+Shift+Return",), "", suggestible),
            Action("suggestion.accept-surer", "Accept the suggestion and all as certain",
                   suggestion.accept_surer, ("Shift+Return", "Shift+Enter"), "", suggestible,
                   in_text=True),
            Action("suggestion.accept-events", "Accept all suggested events",
                   suggestion.accept_events, ("Ctrl+Alt+E",), "", suggestible),
            Action("suggestion.accept-mentions", "Accept all suggested mentions",
                   suggestion.accept_mentions, ("Ctrl+Alt+M",), "", suggestible),
            Action("suggestion.accept-arguments", "Accept all suggested arguments",
                   suggestion.accept_arguments, ("Ctrl+Alt+A",), "", suggestible),
            Action("suggestion.refuse-all", "Refuse all suggestions of the article",
                   suggestion.refuse_all, ("Ctrl+Delete",), "", suggestible),
            None,
            Action("everywhere.here", "Tag the same words in this article",
                   suggestion.tag_same_here, ("Ctrl+G",), "", repeated),
            Action("everywhere.review", "Review the same words everywhere…",
                   suggestion.review_same, ("Ctrl+Shift+G",), "", repeated),
        ),
    ),
    Menu(
        "A&rticle",
        (
            Action("article.next", "Next article", project.next_article, ("Alt+Down",), "next"),
            Action("article.previous", "Previous article", project.previous_article, ("Alt+Up",),
                   "previous"),
            Action("article.finish", "Finish the article, and go on", suggestion.finish,
                   ("Alt+Return", "Alt+Enter"), "done", markable),
            Action("article.next-unfinished", "Next unfinished article", project.next_unfinished,
                   ("Alt+Shift+Down",)),
            Action("article.previous-unfinished", "Previous unfinished article",
                   project.previous_unfinished, ("Alt+Shift+Up",)),
            Action("article.go-to", "Go to an article by number or id…", view.go_to_article,
                   ("Ctrl+J",)),
            Action("article.doubt", "Least certain article", suggestion.open_by_doubt, (), "",
                   opened),
            Action("article.unknown", "Article with the most new words",
                   suggestion.open_by_newness, (), "", opened),
            Action("article.alike", "Article most like this one", suggestion.open_by_likeness,
                   (), "", opened),
            None,
            Action("article.filter", "Find an article", view.filter_articles, ("Ctrl+L",),
                   "search"),
            None,
            *(
                Action(f"status.{status}", name, text.status_setter(status), (key,), status,
                       markable, checked=text.status_tester(status))
                for status, name, key in (
                    (Status.NEW, "New", "Ctrl+1"),
                    (Status.STARTED, "Started", "Ctrl+2"),
                    (Status.DONE, "Done", "Ctrl+3"),
                    (Status.LOCKED, "Locked", "Ctrl+4"),
                )
            ),
            None,
            Action("curate", "Curate what others tagged", project.curate, checked=project.curates),
            Action("curated", "My layer is the curated one", project.toggle_curated, (), "",
                   markable, checked=project.is_curated),
            Action("article.metadata", "Title, date and more…", project.edit_metadata,
                   ("Ctrl+Shift+M",), "note", markable),
            Action("article.remove", "Remove the article", project.remove_article, (), "trash",
                   markable),
        ),
    ),
    Menu(
        "&View",
        (
            Action("zoom.in", "Larger text", view.zoom_in, ("Ctrl+=", "Ctrl++"), "zoom-in"),
            Action("zoom.out", "Smaller text", view.zoom_out, ("Ctrl+-",), "zoom-out"),
            Action("zoom.reset", "Usual size of text", view.zoom_reset, ("Ctrl+0",), "zoom-reset"),
            Action("density", "Arcs, labels or underlines", view.next_density, ("Ctrl+D",),
                   "density"),
            Action("clusters", "Show coreference", view.toggle_clusters, ("Ctrl+Shift+C",),
                   "clusters", checked=view.shows_clusters),
            None,
            *(
                Action(f"panel.{name}", text, view.panel_shower(name), (f"Ctrl+Alt+{n}",), name)
                for n, (name, text) in enumerate(
                    (
                        ("articles", "Articles"),
                        ("labels", "Labels"),
                        ("mentions", "Mentions"),
                        ("annotation", "Annotation"),
                        ("events", "Events"),
                        ("links", "Links"),
                        ("history", "History"),
                        ("problems", "Problems"),
                        ("suggestions", "Suggestions"),
                    ),
                    start=1,
                )
            ),
            Action("focus.next", "Go to the next part of the window", view.focus_next, ("F6",), ""),
            Action("focus.previous", "Go to the part before", view.focus_previous, ("Shift+F6",),
                   ""),
            None,
            Action("left", "Show the articles", view.toggle_left, ("Ctrl+B",), "panel-left",
                   checked=view.shows_left),
            Action("right", "Show the panels", view.toggle_right, ("Ctrl+Alt+B",), "panel-right",
                   checked=view.shows_right),
            Action("full-screen", "Full screen", view.toggle_full_screen, ("F11",), "full-screen",
                   checked=view.is_full_screen),
            None,
            Action("theme", "Light or dark", view.toggle_theme, ("Ctrl+Shift+L",), "theme"),
            Action("language", "Tiếng Việt / English", view.toggle_language, (), "language"),
        ),
    ),
    Menu(
        "&Help",
        (
            Action("palette", "Find a command…", view.palette, ("Ctrl+K",), "search"),
            Action("keys", "Keys", view.key_sheet, ("F1",), "keys"),
            Action("tour", "Take the tour", view.tour, (), "tour"),
            Action("about", "About Annotator", view.about, (), "help"),
        ),
    ),
)
# fmt: on

TOOLBAR = (
    "articles.add",
    "project.export",
    None,
    "undo",
    "redo",
    None,
    "article.previous",
    "article.next",
    None,
    "density",
    "clusters",
    "zoom.out",
    "zoom.in",
    None,
    "tagset",
)
"""The ids of what the toolbar shows; None is a separator."""

CONTEXT_MENU = ("pick", "relabel", "fragment", "fill", "note", None, "copy", None, "remove")
"""The ids of what the menu in the text shows; None is a separator."""


class FixedKey(NamedTuple):
    """A key that the article itself answers, and that can't be changed."""

    keys: str
    text: str


FIXED_KEYS = (
    FixedKey("Left, Right, Up, Down", "Move the caret; with Shift select"),
    FixedKey("Ctrl+Left, Ctrl+Right", "Move by a word"),
    FixedKey("Home, End", "Go to the beginning or the end of the line"),
    FixedKey("Ctrl+Home, Ctrl+End", "Go to the beginning or the end of the article"),
    FixedKey("PageUp, PageDown", "Scroll by a page"),
    FixedKey("A label's key", "Tag the selection, or the word at the caret"),
    FixedKey("A label's key, with a suggestion in focus", "Accept it with that label"),
    FixedKey("Down, Up, while first letters are typed", "Select the next place, the one before"),
    FixedKey("A letter shown on a mention", "Fill the role with that mention"),
    FixedKey("A drag with Ctrl", "Tag the words, or fill the role, as what is shown first"),
    FixedKey("A drag with Ctrl+Shift", "Tag the words, or fill the role, as what is shown second"),
    FixedKey(
        "A click with Ctrl on a suggestion's label", "Accept it and all of its sort as certain"
    ),
    FixedKey("A drag from a suggestion's label", "Accept all suggestions of its sort on the way"),
    FixedKey(
        "A drag from a suggestion's label with the right button",
        "Refuse all suggestions of its sort on the way",
    ),
    FixedKey("Escape", "Stop filling a role; select nothing"),
)


def table() -> Iterator[Action]:
    """Yield every action, in the order of the menus."""
    for menu in MENUS:
        for action in menu.actions:
            if action is not None:
                yield action


def find(id: str) -> Action:
    """Return the action called `id`; raises KeyError where there is none."""
    return _BY_ID[id]


_BY_ID = {action.id: action for action in table()}
