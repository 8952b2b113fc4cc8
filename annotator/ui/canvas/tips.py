"""What the pointer brings up over an annotation."""

from html import escape

from PySide6.QtCore import QCoreApplication

from annotator.model.annotation import Annotation
from annotator.model.layer import Layer
from annotator.model.problems import problems_of
from annotator.model.tagset import Tagset
from annotator.suggest.settings import REVIEWERS
from annotator.suggest.suggestion import Suggestion
from annotator.ui.editor import Editor
from annotator.ui.language import language, say
from annotator.ui.panels.naming import Names, one_line, short

_LONGEST = 600


def tip_of(annotation: Annotation, layer: Layer, tagset: Tagset) -> str:
    """Return label, attributes, problems and note of an annotation, safe as a tool tip."""
    declared = tagset.find(annotation.kind, annotation.label)
    name = declared.name(language()) if declared else annotation.label
    title = name if name == annotation.label else f"{name} ({annotation.label})"
    lines = [title]
    lines += [f"{key}: {value}" for key, value in annotation.attributes.items()]
    lines += [say(problem.message) for problem in problems_of(tagset, layer, annotation)]
    if annotation.note:
        lines.append(annotation.note)
    body = "<br>".join(escape(line[:_LONGEST]) for line in lines)
    return f"<p>{body}</p>"


def tip_of_suggestion(suggestion: Suggestion, editor: Editor) -> str:
    """Return what is suggested, why, how sure it is, and what a click does, safe as a tool tip."""
    what, why = words_of_suggestion(suggestion, editor)
    hands = QCoreApplication.translate(
        "Suggestions",
        "Click the label to accept it, with Ctrl all that is as certain, with the right button to"
        " refuse it; drag on to take more.",
    )
    lines = (what, f"{why} {said_confidence(suggestion)}", hands)
    return f"<p>{'<br>'.join(escape(line[:_LONGEST]) for line in lines)}</p>"


def said_suggestion(suggestion: Suggestion, editor: Editor) -> str:
    """Return what is suggested, why, and how sure it is, on one line."""
    what, why = words_of_suggestion(suggestion, editor)
    return f"{what} – {why} {said_confidence(suggestion)}"


def words_of_suggestion(suggestion: Suggestion, editor: Editor) -> tuple[str, str]:
    """Return what is suggested (label, words, arguments) for the open article, and the reason."""
    annotation, names = suggestion.annotation, Names(editor.tagset)
    text = editor.article.text if editor.article else ""
    words = short(one_line(annotation.text_in(text)))
    said = f"{names.of(annotation)} “{words}”" if words else names.of(annotation)
    event = editor.tagset.event(annotation.label)
    for name, target in annotation.links:
        role = event.role(name) if event else None
        suggested = editor.suggestions.by_id.get(target)
        standing = editor.layer.get(target) if editor.layer else None
        filler = suggested.annotation if suggested else standing
        filling = short(one_line(filler.text_in(text))) if filler else ""
        called = names.of_role(role) if role else name
        said += f", {called}: {filling}" if filling else f", {called}"
    return said, say(suggestion.reason)


def said_confidence(suggestion: Suggestion) -> str:
    """Return how sure a suggestion is, in words and as a share; or how many made it."""
    confidence = suggestion.confidence
    percent = f"{round(confidence * 100)} %"
    if suggestion.annotation.origin == REVIEWERS:
        return QCoreApplication.translate("Suggestions", "{0} of those who read it.").format(
            percent
        )
    if confidence >= 0.9:
        return QCoreApplication.translate("Suggestions", "Almost certain: {0}.").format(percent)
    if confidence >= 0.7:
        return QCoreApplication.translate("Suggestions", "Likely: {0}.").format(percent)
    if confidence >= 0.5:
        return QCoreApplication.translate("Suggestions", "More likely than not: {0}.").format(
            percent
        )
    return QCoreApplication.translate("Suggestions", "Doubtful: {0}.").format(percent)
