"""The side panels of the window, one module each."""

from annotator.ui.panels.articles import ArticlesPanel
from annotator.ui.panels.events import EventsPanel
from annotator.ui.panels.history import HistoryPanel
from annotator.ui.panels.inspector import InspectorPanel
from annotator.ui.panels.labels import LabelsPanel
from annotator.ui.panels.links import LinksPanel
from annotator.ui.panels.mentions import MentionsPanel
from annotator.ui.panels.problems import ProblemsPanel

PANELS = (
    ArticlesPanel,
    LabelsPanel,
    MentionsPanel,
    InspectorPanel,
    EventsPanel,
    LinksPanel,
    HistoryPanel,
    ProblemsPanel,
)
"""All panels, in the order they are offered."""
