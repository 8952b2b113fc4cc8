"""What keys, menus and panels ask for, in terms of what is selected in the editor."""

from PySide6.QtCore import QObject

from annotator.model import edits
from annotator.model.annotation import MEMBER, TO, Fragment, Kind
from annotator.model.article import Status
from annotator.model.change import Edit
from annotator.model.layer import Layer, LayerError
from annotator.model.message import message
from annotator.suggest.suggestion import Suggestion
from annotator.ui.editor import Editor, Filling
from annotator.ui.panels.candidates import may_fill
from annotator.ui.selection import selected_words, word_under_caret
from annotator.ui.suggestion_commands import accept_one, label_focused, refuse_focused


def tag(editor: Editor, kind: Kind, label: str, initiator: QObject | None = None) -> None:
    """Give what is selected, or the suggestion in focus, the label `label` of `kind`.

    Selected text becomes a mention or a trigger; a selected annotation of the same kind takes the
    label; one of the other kind lends its fragments; with nothing selected the word under the caret
    is tagged. A relation waits for its second end, a cluster for its next member; a document label
    goes on the article, or comes off it.
    """
    if label_focused(editor, kind, label):
        return
    match kind:
        case Kind.ENTITY | Kind.EVENT:
            _tag_stretch(editor, kind, label, initiator)
        case Kind.RELATION | Kind.CLUSTER:
            _begin_link(editor, kind, label)
        case Kind.DOCUMENT:
            toggle_document_label(editor, label, initiator)


def _tag_stretch(editor: Editor, kind: Kind, label: str, initiator: QObject | None) -> None:
    layer = editor.layer
    if layer is None:
        return
    chosen = [layer[id] for id in editor.annotations]
    selected = selected_words(editor)
    if selected is None and editor.stretch.start < editor.stretch.end:
        editor.refused.emit(LayerError("Only white space is selected: select words.").message)
        return
    if selected:
        fragments = (selected,)
    elif chosen and all(each.kind is kind for each in chosen):
        ids = editor.annotations
        editor.steps.make(lambda layer: edits.relabel(layer, ids, label), len(ids), initiator)
        return
    elif chosen:
        fragments = chosen[-1].fragments
    else:
        word = word_under_caret(editor)
        fragments = (word,) if word else ()
    if not fragments:
        editor.refused.emit(LayerError("There is no word here: select what to tag.").message)
        return
    tagged = _tagged_so(layer, kind, label, fragments)
    if tagged:
        editor.select(Fragment(fragments[-1].end, fragments[-1].end), (tagged,))
        editor.refused.emit(message("These words are tagged so already."))
        return
    new_id = layer.new_id(kind)
    before = editor.stretch
    if (
        editor.apply(lambda layer: edits.add(layer, kind, label, fragments), initiator)
        and editor.stretch == before  # else it went on
    ):
        end = fragments[-1].end
        editor.select(Fragment(end, end), (new_id,))
        editor.revealed.emit(Fragment(fragments[0].start, end))


def _tagged_so(layer: Layer, kind: Kind, label: str, fragments: tuple[Fragment, ...]) -> str | None:
    """Return the id of the mention that is this already; words may tell of several events."""
    if kind is not Kind.ENTITY:
        return None
    here = layer.overlapping(fragments[0].start, fragments[-1].end)
    found = ((each.kind, each.label, each.fragments, each.id) for each in here)
    return next((id for *what, id in found if what == [kind, label, fragments]), None)


def tag_likeliest(editor: Editor, which: int = 0) -> None:
    """Tag the selected words as what they most likely are, as it is shown; else say why not.

    `which` 1: as what comes second.
    """
    found = editor.suggestions.likeliest.found
    if which < len(found) and len(found[which]) == 1:
        _tag_stretch(editor, found[which][0].kind, found[which][0].label, None)
    elif which < len(found):
        wanted, before = found[which], editor.stretch
        if editor.apply(lambda layer: edits.add_each(layer, wanted)) and editor.stretch == before:
            end = wanted[-1].fragment.end
            editor.select(Fragment(end, end))
    else:
        editor.refused.emit(message("No label is likely for these words: press a label's key."))


def add_event_without_trigger(editor: Editor, label: str) -> None:
    """Add an event that no words of the text announce."""
    if editor.layer is None:
        return
    new_id = editor.layer.new_id(Kind.EVENT)
    if editor.apply(lambda layer: edits.add(layer, Kind.EVENT, label)):
        editor.select(editor.stretch, (new_id,))


def _begin_link(editor: Editor, kind: Kind, label: str) -> None:
    source = editor.focused
    if source is None:
        editor.refused.emit(LayerError("Select a mention first, then the label.").message)
    elif kind is Kind.RELATION:
        editor.fill(Filling(kind, source.id, TO, label))
    elif source.kind is Kind.CLUSTER:
        editor.fill(Filling(kind, source.id, MEMBER))
    else:
        editor.fill(Filling(kind, source.id, MEMBER, label))


def begin_role(editor: Editor, event: str, role: str) -> None:
    """Begin to fill `role` of `event` with the next mention chosen."""
    _begin_filling(editor, Filling(Kind.EVENT, event, role))


def _begin_filling(editor: Editor, filling: Filling) -> None:
    """Begin to fill `filling`, unless what it belongs to went while one chose."""
    if editor.layer and filling.source in editor.layer:
        editor.fill(filling)
    else:
        gone = LayerError("{0} is no longer there: it was removed since.", filling.source)
        editor.refused.emit(gone.message)


def fill_at_once(editor: Editor, filling: Filling, target: str) -> None:
    """Fill `filling` with the annotation `target`, or leave everything as it was."""
    _begin_filling(editor, filling)
    if not fill_with(editor, target):
        editor.fill(None)


def fill_with(editor: Editor, target: str, initiator: QObject | None = None) -> bool:
    """Fill what is being filled with the annotation `target`; return whether it was done."""
    filling = editor.filling
    if filling is None:
        return False

    def make(layer: Layer) -> Edit:
        if filling.kind is Kind.RELATION and filling.label:
            return edits.add_relation(layer, filling.label, filling.source, target)
        if filling.kind is Kind.CLUSTER and filling.label:
            return edits.add_cluster(layer, (filling.source, target), filling.label)
        return edits.add_link(layer, filling.source, filling.role, target)

    done = editor.apply(make, initiator)
    if done:
        editor.fill(None)
        editor.select(editor.stretch, (filling.source,))
    return done


def fill_with_suggested(editor: Editor, suggestion: Suggestion) -> None:
    """Accept `suggestion`, and fill with it what is being filled, if it may fill that."""
    layer, filling = editor.layer, editor.filling
    if layer is None or filling is None:
        return
    if not may_fill(editor.tagset, layer, filling, suggestion.annotation):
        editor.refused.emit(message("What is suggested there can't fill this."))
        return
    made = accept_one(editor, suggestion)
    if made:
        fill_with(editor, made[-1])


def toggle_document_label(editor: Editor, label: str, initiator: QObject | None = None) -> None:
    """Put a label on the whole article, or take it off."""
    if editor.layer is None:
        return
    present = [each for each in editor.layer.of_kind(Kind.DOCUMENT) if each.label == label]
    if present:
        editor.apply(lambda layer: edits.remove(layer, [present[0].id]), initiator)
    else:
        editor.apply(lambda layer: edits.add(layer, Kind.DOCUMENT, label), initiator)


def remove_selected(editor: Editor, initiator: QObject | None = None) -> None:
    """Remove what lies in the selected text, else the selected annotations, else one at the caret.

    While text is selected, nothing outside of it is removed. A suggestion in focus is refused.
    """
    if editor.suggestions.focused:
        refuse_focused(editor)
        return
    selected = editor.stretch.start < editor.stretch.end
    ids = _in_selection(editor) if selected else editor.annotations or _in_selection(editor)
    if ids:
        editor.steps.make(lambda layer: edits.remove(layer, ids), len(ids), initiator)
    elif editor.layer:
        editor.refused.emit(LayerError("There is no annotation here to remove.").message)


def add_fragment(editor: Editor, initiator: QObject | None = None) -> None:
    """Add the selected text (or the word at the caret) to the annotation in focus."""
    focused = editor.focused
    if focused is None:
        editor.refused.emit(LayerError("Select the mention that gets a second part first.").message)
        return
    stretch = selected_words(editor) or word_under_caret(editor)
    if stretch and editor.apply(
        lambda layer: edits.add_fragment(layer, focused.id, stretch), initiator
    ):
        editor.select(Fragment(stretch.end, stretch.end), (focused.id,))
        editor.revealed.emit(stretch)


def set_status(editor: Editor, status: Status) -> None:
    """Set how far the reviewer is with the open article."""
    editor.apply(lambda layer: edits.set_status(layer, status))


def _in_selection(editor: Editor) -> tuple[str, ...]:
    """Return what lies in the selected text; with none selected, the shortest one at the caret."""
    layer, (start, end) = editor.layer, editor.stretch
    if layer is None:
        return ()
    if start < end:
        found = layer.overlapping(start, end)
        return tuple(each.id for each in found if start <= each.start and each.end <= end)
    at = layer.at(end) or (layer.at(end - 1) if end else [])
    return tuple(each.id for each in at[:1])
