"""The steps of the open layer, read from the project as far as they are not known yet."""

from annotator.ui.editor import Editor
from annotator.ui.panels.steps import Steps


class Chronicle:
    """Keeps the steps of the layer that was asked for last."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self._layer: tuple[str, str] | None = None
        self.steps = Steps()

    def read(self) -> bool:
        """Read what is new of the open layer; return whether the steps go on from those before."""
        article, reviewer = self._editor.article, self._editor.reviewer
        layer = (article.id, reviewer) if article else None
        goes_on = layer == self._layer
        if not goes_on:
            self._layer, self.steps = layer, Steps()
        if layer:
            history = self._editor.project.history
            for entry in history(*layer, self.steps.last + 1, wide=True):
                self.steps.add(entry)
        return goes_on
