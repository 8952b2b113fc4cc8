"""The annotated text, drawn by us: the heart of the window."""

from annotator.ui.canvas.view import Canvas

__all__ = ["Canvas"]
