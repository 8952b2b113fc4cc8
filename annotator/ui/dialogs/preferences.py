"""The person's wishes: looks, language, text size."""

from typing import TYPE_CHECKING

from annotator.ui import settings as wishes
from annotator.ui.canvas.scale import LARGEST, SMALLEST
from annotator.ui.dialogs.form import Form, choice, number
from annotator.ui.dialogs.sheet import Sheet

if TYPE_CHECKING:
    from annotator.ui.window import Window


class Preferences(Sheet):
    """Takes effect when accepted; a new theme or language builds the window anew."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window, self.tr("Preferences"))
        self._window = window
        settings = window.settings
        form = Form()
        self.theme = choice(
            {
                "system": self.tr("As the system"),
                "light": self.tr("Light"),
                "dark": self.tr("Dark"),
            },
            settings[wishes.THEME],
        )
        self.language = choice(
            {"system": self.tr("As the system"), "en": "English", "vi": "Tiếng Việt"},
            settings[wishes.LANGUAGE],
        )
        self.density = choice(
            {
                "arcs": self.tr("Labels and arcs"),
                "labels": self.tr("Labels"),
                "underlines": self.tr("Underlines"),
            },
            window.canvas.density,
        )
        self.zoom = number(SMALLEST, LARGEST, " %")
        self.zoom.setSingleStep(10)
        self.zoom.setValue(window.canvas.zoom)
        self.sure = number(35, 100, " %")
        self.sure.setValue(settings[wishes.SURE])
        form.add(self.tr("Colours"), self.theme)
        form.add(self.tr("Language"), self.language)
        form.add(self.tr("In the text"), self.density)
        form.add(self.tr("Size of the text"), self.zoom)
        form.add(self.tr("Certain enough to be accepted with others"), self.sure)
        self.column.addLayout(form)
        keys = self.add_other(self.tr("Keys…"))
        keys.clicked.connect(self._show_keys)
        self.add_accept(self.tr("Use"))
        self.add_cancel()
        self.setMinimumWidth(420)

    def _show_keys(self) -> None:
        self.reject()
        self._window.bindings["keys"].trigger()

    def accept(self) -> None:
        super().accept()
        window, program = self._window, self._window.program
        window.canvas.density = self.density.currentData()
        window.canvas.zoom = self.zoom.value()
        program.remember(wishes.DENSITY, self.density.currentData())
        program.remember(wishes.ZOOM, self.zoom.value())
        program.remember(wishes.SURE, self.sure.value())
        settings = window.settings
        before = (settings[wishes.THEME], settings[wishes.LANGUAGE])
        program.remember(wishes.THEME, self.theme.currentData())
        program.remember(wishes.LANGUAGE, self.language.currentData())
        if before != (settings[wishes.THEME], settings[wishes.LANGUAGE]):
            program.rebuild()
