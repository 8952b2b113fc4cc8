"""The line at the bottom: who I am, where the caret is, how much is tagged, what is going on."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QProgressBar, QPushButton, QStatusBar, QWidget

from annotator.model.annotation import Kind
from annotator.ui import theme
from annotator.ui.canvas import Canvas
from annotator.ui.canvas.tips import said_suggestion
from annotator.ui.controls import icon_button
from annotator.ui.editor import Editor
from annotator.ui.icons import tinted
from annotator.ui.labels import ElidedLabel, plain
from annotator.ui.language import say
from annotator.ui.notices import announce
from annotator.ui.panels.naming import Names
from annotator.ui.theme import SPACE
from annotator.ui.work import Work


class StatusBar(QStatusBar):
    """Follows the editor and the work in the background."""

    def __init__(
        self,
        editor: Editor,
        work: Work,
        canvas: Canvas,
        take: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        """Take the actions by which the likeliest label is given, the second, and none at all."""
        super().__init__(parent)
        *self._take, self._pass_by = take
        self._hop = canvas.hop
        self._walk = canvas.walk
        self._editor = editor
        self._work = work
        self._heard: object = None
        """What a screen reader was told of last, as long as it stands there."""
        self.setSizeGripEnabled(False)
        self.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        self.reviewer = QPushButton(flat=True)
        self.reviewer.setIconSize(QSize(14, 14))
        self.reviewer.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the text
        self._place = plain()
        self.suggestions = ElidedLabel()
        self._counts = plain()
        self._job = plain()
        self._progress = QProgressBar()
        self._progress.setFixedWidth(30 * SPACE)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._cancel = icon_button("close", self.tr("Cancel"))
        self._cancel.setIconSize(QSize(14, 14))
        self._cancel.clicked.connect(self._cancel_job)
        self.addWidget(self.reviewer)
        self.addWidget(self._place)
        self.addWidget(self.suggestions, 1)
        for widget in (self._job, self._progress, self._cancel, self._counts):
            self.addPermanentWidget(widget)
        editor.opened.connect(self._show_all)
        editor.selected.connect(self._show_place)
        editor.edited.connect(self._show_counts)
        suggestions = editor.suggestions
        for signal in (
            suggestions.changed, suggestions.focus_changed, suggestions.source_changed,
            suggestions.told, suggestions.likeliest.changed,
            canvas.hop.changed, canvas.walk.changed,
        ):  # fmt: skip
            signal.connect(self._show_suggestions)
        suggestions.told.connect(self._announce_tidings)
        work.changed.connect(self._show_job)
        self._show_all()
        self._show_job()

    def _show_all(self) -> None:
        name = self._editor.reviewer
        self.reviewer.setText(name)
        self.reviewer.setIcon(tinted("person", theme.colors().muted))
        self.reviewer.setAccessibleName(self.tr("Reviewer: {0}").format(name))
        self.reviewer.setToolTip(self.tr("Change who I am"))
        self._show_place()
        self._show_counts()
        self._show_suggestions()

    def _show_place(self) -> None:
        article, (start, end) = self._editor.article, self._editor.stretch
        if article is None:
            self._place.setText("")
        elif start == end:
            self._place.setText(self.tr("Character {0} of {1}").format(end, len(article.text)))
        else:
            self._place.setText(self.tr("Characters selected: {0}").format(end - start))

    def _show_suggestions(self) -> None:
        """Say what is typed to hop; else what selected words may be; else what is suggested.

        Before what is suggested stands how many were accepted or refused together.
        """
        tidings = self._editor.suggestions.tidings
        done = say(tidings) if tidings and not self._hop.said else ""
        parts = (done, self._said_suggestions())
        self.suggestions.setText(" · ".join(filter(None, parts)))

    def _announce_tidings(self) -> None:
        tidings = self._editor.suggestions.tidings
        if tidings:
            announce(self.suggestions, say(tidings))

    def _said_suggestions(self) -> str:
        suggestions, layer = self._editor.suggestions, self._editor.layer
        focused, count = suggestions.focused, len(suggestions.shown)
        likely = suggestions.likeliest.found
        if typed := self._hop.said:
            return self._announced(typed, typed)
        if self._walk.selected and not likely:
            said = self.tr("A label’s key tags this and goes on · {0} · Esc: done")
            said = said.format(_with_keys(self._pass_by, self.tr("pass it by")))
            return self._announced(said, self._walk.selected)
        if likely:
            names = Names(self._editor.tagset)
            named = (" + ".join(names.of_label(*what[:2]) for what in each) for each in likely)
            return self._announced(" · ".join(map(_with_keys, self._take, named)), likely)
        if layer is None or not count:
            self._heard = None
            source = suggestions.source
            if suggestions.answered and self._editor.curation.on:
                return self.tr("Of what others tagged nothing is left to decide.")
            hidden = layer is not None and source is not None and source.hidden
            return self.tr("Suggestions are hidden here, for control.") if hidden else ""
        if focused is None:
            self._heard = None
            return self.tr("Suggestions: {0}").format(count)
        said = said_suggestion(focused, self._editor)
        self._announced(said, (focused.id, said))
        number = suggestions.number_of(focused)
        return self.tr("Suggestion {0} of {1}: {2}").format(number, count, said)

    def _announced(self, said: str, of: object) -> str:
        """Have a screen reader say what is said `of` something, once, and return it."""
        if of != self._heard:
            self._heard = of
            announce(self.suggestions, said)
        return said

    def _show_counts(self) -> None:
        layer = self._editor.layer
        if layer is None:
            self._counts.setText("")
            return
        self._counts.setText(
            self.tr("Mentions: {0}   Events: {1}").format(
                layer.count(Kind.ENTITY), layer.count(Kind.EVENT)
            )
        )

    def _show_job(self) -> None:
        job = self._work.jobs[0] if self._work.jobs else None
        for widget in (self._job, self._progress, self._cancel):
            widget.setVisible(job is not None)
        if job is not None:
            self._job.setText(job.title)
            self._progress.setRange(0, 0)
            job.progressed.connect(self._show_progress)

    def _show_progress(self, done: int, total: int) -> None:
        job = self._work.jobs[0] if self._work.jobs else None
        if job is None or job is not self.sender():
            return
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        if total:
            self._job.setText(f"{job.title} {done} / {total}")

    def _cancel_job(self) -> None:
        if self._work.jobs:
            self._work.jobs[0].cancel()


def _with_keys(action: QAction, name: str) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{keys}: {name}" if keys else name
