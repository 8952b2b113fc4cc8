"""The side panels of the window, one module each, loaded when they are first shown."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.ui.panels.panel import Panel

PANELS: Mapping[str, str] = {
    "articles": "articles:ArticlesPanel",
    "labels": "labels:LabelsPanel",
    "mentions": "mentions:MentionsPanel",
    "annotation": "inspector:InspectorPanel",
    "events": "events:EventsPanel",
    "links": "links:LinksPanel",
    "history": "history:HistoryPanel",
    "problems": "problems:ProblemsPanel",
    "suggestions": "suggestions:SuggestionsPanel",
}
"""Where the class of each panel is, by the panel's name and in the order they are offered."""


def panel_class(name: str) -> "type[Panel]":
    """Return the class of the panel called `name`; raises KeyError where there is none."""
    module, _, kind = PANELS[name].partition(":")
    return getattr(import_module(f"{__name__}.{module}"), kind)
