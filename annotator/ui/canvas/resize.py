"""The edges of a mention moved: by keys, or by the pointer."""

from annotator.model import edits
from annotator.model.annotation import Annotation, Fragment
from annotator.ui.canvas.stage import Stage
from annotator.ui.canvas.units import syllable_edge


def resized(annotation: Annotation, fragment: Fragment, new: Fragment) -> tuple[Fragment, ...]:
    """Return the fragments of `annotation` with `fragment` made `new`."""
    return tuple(new if each == fragment else each for each in annotation.fragments)


def move_edge(stage: Stage, at_start: bool, step: int) -> None:
    """Move the start or the end of the annotation in focus by a syllable, later (1) or earlier."""
    focused = stage.editor.focused
    if focused is None or not focused.fragments:
        return
    old = focused.fragments[0 if at_start else -1]
    if at_start:
        new = Fragment(syllable_edge(stage, old.start, step, ends=False), old.end)
    else:
        new = Fragment(old.start, syllable_edge(stage, old.end, step, ends=True))
    if new.start < new.end:
        apply_extent(stage, focused, old, new)


def apply_extent(stage: Stage, annotation: Annotation, old: Fragment, new: Fragment) -> None:
    """Make the fragment `old` of `annotation` be `new`, as one edit, and go there."""
    editor = stage.editor
    fragments = resized(annotation, old, new)
    if editor.apply(lambda layer: edits.set_fragments(layer, annotation.id, fragments)):
        caret = new.start if new.start != old.start else new.end
        editor.select(Fragment(caret, caret), editor.annotations)
        stage.reveal(Fragment(caret, caret))
