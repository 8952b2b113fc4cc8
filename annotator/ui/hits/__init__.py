"""Finding in the whole project: the query, its hits in context, and what is done to all of them."""

from annotator.ui.hits.panel import HitsPanel

__all__ = ["HitsPanel"]
