"""What keys, menus and the mouse do with suggestions: going to them, accepting, refusing."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.annotation import Fragment, Kind
from annotator.model.article import Status
from annotator.model.change import Change, Edit
from annotator.model.message import message
from annotator.suggest.acceptance import accept as acceptance
from annotator.suggest.acceptance import relabelled, whole
from annotator.suggest.merging import stands
from annotator.suggest.refusal import refuse as refusal
from annotator.suggest.rivals import undisputed
from annotator.suggest.suggestion import Suggestion

if TYPE_CHECKING:
    from annotator.ui.editor import Editor


def go(editor: "Editor", step: int) -> None:
    """Go to the next suggestion (1), or to the one before (-1)."""
    found = editor.suggestions.neighbour(step)
    if found:
        editor.suggestions.focus(found)
    else:
        editor.refused.emit(message("Nothing is suggested in this article."))


def accept_focused(editor: "Editor") -> None:
    """Accept the suggestion in focus and go on to the next; with none in focus go to one."""
    focused = editor.suggestions.focused
    if focused is None:
        go(editor, 1)
    else:
        accept_one(editor, focused, go_on=True)


def accept_one(
    editor: "Editor", suggestion: Suggestion, label: str | None = None, *, go_on: bool = False
) -> tuple[str, ...]:
    """Make `suggestion`, with what fills its roles, part of the layer, with `label` if given.

    Return the ids of what is new there, its own last.
    """
    following = _following(editor, suggestion) if go_on else []
    chosen = suggestion if label is None else relabelled(suggestion, label, editor.tagset)
    wanted = with_fillers(editor, [chosen])
    layer = editor.layer
    known = {each.id for each in layer or ()}
    if not editor.apply(lambda layer: acceptance(layer, wanted)):
        return ()
    made = tuple(each.id for each in layer or () if each.id not in known)
    by_id, now = editor.suggestions.by_id, editor.layer
    left = next((e for e in following if e.id in by_id and not (now and stands(e, now))), None)
    if left:
        editor.suggestions.focus(left)
    elif go_on:
        editor.select(
            editor.stretch, made[-1:] or ((suggestion.event,) if suggestion.event else ())
        )
    return made


def refuse_one(editor: "Editor", suggestion: Suggestion, *, go_on: bool = False) -> None:
    """Refuse `suggestion`: it is not made there again, unless this is undone."""
    following = _following(editor, suggestion) if go_on else []
    if editor.apply(lambda layer: refusal(layer, [suggestion])) and go_on:
        by_id = editor.suggestions.by_id
        editor.suggestions.focus(next((each for each in following if each.id in by_id), None))


def refuse_focused(editor: "Editor") -> None:
    """Refuse the suggestion in focus, and go on to the next; with none in focus go to one."""
    focused = editor.suggestions.focused
    if focused is None:
        go(editor, 1)
    else:
        refuse_one(editor, focused, go_on=True)


def accept_all(editor: "Editor", least: float = 0.0) -> None:
    """Accept all suggestions of the article that are at least as certain as `least`, in one step.

    What fills the roles of one that is accepted is accepted with it.
    """
    sure = [each for each in editor.suggestions.shown if each.confidence >= least]
    if sure:
        accept_these(editor, sure)
    else:
        editor.refused.emit(message("Nothing that is suggested in this article is so certain."))


def accept_surer(editor: "Editor") -> None:
    """Accept the suggestion in focus and all as certain, and go on to the next that is left.

    With none in focus go to one.
    """
    suggestions, focused = editor.suggestions, editor.suggestions.focused
    if focused is None:
        go(editor, 1)
        return
    accept_these(editor, surer(suggestions.shown, focused))
    if focused.id not in suggestions.by_id:
        suggestions.focus(suggestions.neighbour(1))


def surer(shown: Iterable[Suggestion], least: Suggestion) -> list[Suggestion]:
    """Return those of `shown` that are of the sort of `least`, and at least as certain."""
    return [
        each
        for each in shown
        if sort_of(each) == sort_of(least) and each.confidence >= least.confidence
    ]


def sort_of(suggestion: Suggestion) -> tuple[Kind, bool]:
    """Return what is the same for all mentions, for all events, and for all arguments."""
    return suggestion.annotation.kind, bool(suggestion.event)


def accept_mentions(editor: "Editor") -> None:
    """Accept all mentions that are suggested in the article, in one step."""
    _accept_some(editor, lambda each: each.annotation.kind is Kind.ENTITY)


def accept_events(editor: "Editor") -> None:
    """Accept all events that are suggested in the article, with what fills their roles."""
    _accept_some(editor, lambda each: each.annotation.kind is Kind.EVENT and not each.event)


def accept_arguments(editor: "Editor") -> None:
    """Accept all arguments that are suggested for the events of the article, in one step."""
    _accept_some(editor, lambda each: bool(each.event))


def _accept_some(editor: "Editor", wanted: Callable[[Suggestion], bool]) -> None:
    found = [each for each in editor.suggestions.shown if wanted(each)]
    if found:
        accept_these(editor, found)
    else:
        editor.refused.emit(message("Nothing of that kind is suggested in this article."))


def with_fillers(editor: "Editor", suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """Return what is accepted with `suggestions`: before each what fills its roles, each once.

    Before what fills a role stands what fills roles of that.
    """
    found = editor.suggestions.by_id
    wanted: dict[str, Suggestion] = {}
    begun: set[str] = set()

    def want(each: Suggestion) -> None:
        if each.id not in begun:
            begun.add(each.id)
            for target in each.annotation.targets():
                if target in found:
                    want(found[target])
            wanted[each.id] = each

    for each in suggestions:
        want(each)
    return list(wanted.values())


def accept_these(editor: "Editor", suggestions: Iterable[Suggestion]) -> None:
    """Accept `suggestions`, at least one, with what fills their roles, in one step.

    Of readings of several reviewers that can't stand together the surest is, if there is one.
    """
    wanted, layer = with_fillers(editor, suggestions), editor.layer
    if layer and editor.curation.on:
        wanted = whole(layer, undisputed(wanted))
    if not (count := len(wanted)):
        editor.refused.emit(
            message("None of these is surer than another one: choose one yourself.")
        )
        return
    editor.steps.make(
        lambda layer: acceptance(layer, wanted),
        count,
        then=lambda: editor.suggestions.tell(message("Accepted: {0}", count)),
    )


def refuse_all(editor: "Editor") -> None:
    """Refuse all that is still suggested in the article, in one step."""
    shown = list(editor.suggestions.shown)
    if shown:
        refuse_these(editor, shown)
    else:
        editor.refused.emit(message("Nothing is suggested in this article."))


def finish(editor: "Editor", then: Callable[[], None]) -> None:
    """Refuse what is still suggested and set the article to done, in one step; then go on.

    What is locked stays so. Where it can't be done, it is said why, and nothing follows.
    """
    layer, left = editor.layer, list(editor.suggestions.shown)
    if layer is None:
        return
    changes: tuple[Change, ...] = ()
    if layer.status is not Status.LOCKED:
        refused = refusal(layer, left).changes if left else ()
        present = [(layer.article.id, layer.status)]
        done = edits.set_status_of(layer.reviewer, present, Status.DONE)
        changes = (*refused, *done.changes)
    editor.steps.apply(Edit(message("Finish the article"), changes), then)


def refuse_these(editor: "Editor", suggestions: Sequence[Suggestion]) -> None:
    """Refuse `suggestions`, at least one, in one step."""
    count = len(suggestions)
    editor.steps.make(
        lambda layer: refusal(layer, suggestions),
        count,
        then=lambda: editor.suggestions.tell(message("Refused: {0}", count)),
    )


def label_focused(editor: "Editor", kind: Kind, label: str) -> bool:
    """Accept the suggestion in focus with `label`; return whether there was one of that kind.

    One of another kind lends its words: they are selected, and are to be tagged.
    """
    focused = editor.suggestions.focused
    if focused is None or kind not in (Kind.ENTITY, Kind.EVENT):
        return False
    if focused.annotation.kind is kind and not focused.event:
        accept_one(editor, focused, label, go_on=True)
        return True
    if len(focused.annotation.fragments) == 1:
        editor.select(Fragment(*focused.annotation.fragments[0]))
    return False


def _following(editor: "Editor", suggestion: Suggestion) -> list[Suggestion]:
    """Return what comes after `suggestion`, where that is in focus: what is in its place may go."""
    suggestions = editor.suggestions
    return suggestions.after(suggestion) if suggestions.focused is suggestion else []
