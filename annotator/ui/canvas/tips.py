"""What the pointer brings up over an annotation."""

from html import escape

from annotator.model.annotation import Annotation
from annotator.model.layer import Layer
from annotator.model.problems import problems_of
from annotator.model.tagset import Tagset
from annotator.ui.language import language, say

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
