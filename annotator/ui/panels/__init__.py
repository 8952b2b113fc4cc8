"""The side panels of the window, one module each."""

from annotator.ui.panels.articles import ArticlesPanel
from annotator.ui.panels.events import EventsPanel
from annotator.ui.panels.labels import LabelsPanel
from annotator.ui.panels.mentions import MentionsPanel

PANELS = (
    ArticlesPanel,
    LabelsPanel,
    MentionsPanel,
    EventsPanel,
)
"""All panels, in the order they are offered."""
