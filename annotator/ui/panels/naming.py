"""How labels, annotations and moments are called on the screen."""

import re
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from annotator.model.annotation import FROM, TO, Annotation, Kind
from annotator.model.layer import Layer
from annotator.model.palette import palette
from annotator.model.tagset import Role, Tagset
from annotator.ui import theme
from annotator.ui.language import language
from annotator.ui.theme import Theme

_LONGEST = 400
_UNKNOWN_SWATCH = {Theme.LIGHT: "#8a8a8a", Theme.DARK: "#9a9a9a"}


class Names:
    """The names and colours of a tagset's labels, in the running language and theme."""

    def __init__(self, tagset: Tagset) -> None:
        self.tagset = tagset
        self._names = {
            (kind, each.label): one_line(each.name(language()))
            for kind in Kind
            for each in tagset.labels(kind)
        }
        dark = theme.theme() is Theme.DARK
        self._colors = {
            key: (color.dark if dark else color.light).chip
            for key, color in palette(tagset).items()
        }

    def of_label(self, kind: Kind, label: str) -> str:
        """Return the name of a label; one the tagset lacks is called as it is."""
        return self._names.get((kind, label)) or one_line(label)

    def color(self, kind: Kind, label: str) -> str:
        """Return the colour of a label's swatch; grey where the tagset lacks it."""
        return self._colors.get((kind, label), _UNKNOWN_SWATCH[theme.theme()])

    def of_role(self, role: Role) -> str:
        """Return the name of a role."""
        return one_line(role.shown(language()))

    def of(self, annotation: Annotation) -> str:
        """Return the name of an annotation's label."""
        return self.of_label(annotation.kind, annotation.label)


def one_line(text: str) -> str:
    """Return `text` on one line, with every run of white space as one space, cut if very long."""
    return " ".join(text[:_LONGEST].split())


def short(text: str, longest: int = 60) -> str:
    """Return `text`, cut with an ellipsis where it is longer than that many characters."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def breakable(text: str) -> str:
    """Return `text` with places to break lines at in words that are too long for one."""
    return re.sub(r"\S{24}(?=\S)", lambda found: found[0] + "\u200b", text)


def words_of(layer: Layer, annotation: Annotation) -> str:
    """Return the words of an annotation on one line.

    A relation reads as its two ends, a cluster as its first member; an event without a trigger, and
    what has no words, says so.
    """
    if annotation.fragments:
        return one_line(annotation.text_in(layer.article.text))
    match annotation.kind:
        case Kind.EVENT:
            return QCoreApplication.translate("Names", "no trigger")
        case Kind.RELATION:
            ends = {link.role: layer[link.target] for link in annotation.links}
            pair = (ends.get(FROM), ends.get(TO))
            return " → ".join(_own_words(layer, each) if each else "?" for each in pair)
        case Kind.CLUSTER if annotation.links:
            return _own_words(layer, layer[annotation.links[0].target])
        case _:
            return QCoreApplication.translate("Names", "the whole article")


def _own_words(layer: Layer, annotation: Annotation) -> str:
    return one_line(annotation.text_in(layer.article.text)) or annotation.label


def shown_date(written: str) -> str:
    """Return the day of an ISO 8601 date or time, the day first; else as it stands."""
    try:
        day = datetime.fromisoformat(written)
    except ValueError:
        return one_line(written)
    return f"{day:%d/%m/%Y}"


def shown_moment(written: str) -> str:
    """Return an ISO 8601 moment as day and minute of this machine's time zone."""
    try:
        moment = datetime.fromisoformat(written).astimezone()
    except ValueError:
        return one_line(written)
    return f"{moment:%d/%m/%Y %H:%M}"
