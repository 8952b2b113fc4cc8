"""The line above the article: its title and date, how far it is, what is wrong with it."""

from datetime import datetime, timedelta

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.model.article import Article, Status
from annotator.ui import theme
from annotator.ui.editor import Editor
from annotator.ui.icons import SIZE, tinted
from annotator.ui.labels import ElidedLabel
from annotator.ui.panels.article_list import status_word
from annotator.ui.theme import SPACE

_WIDE = 420
"""Pixels from which on there is room for words beside the title, and not for icons alone."""


class Header(QWidget):
    """Follows the editor; the window says what its two buttons, `status` and `problems`, do."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.setProperty("role", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = ElidedLabel("heading")
        self._facts = ElidedLabel("small")
        self.curation = QPushButton(flat=True)
        self.curation.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.problems = QPushButton(flat=True)
        self.status = QPushButton()
        self._lay_out()
        editor.opened.connect(self._show_article)
        editor.articles_changed.connect(self._show_changed)
        editor.edited.connect(self._show_status)
        editor.curation.changed.connect(self._show_curation)
        editor.problems.changed.connect(self._count_problems)
        self._show_article()

    def _lay_out(self) -> None:
        for button in (self.curation, self.problems, self.status):
            button.setIconSize(QSize(SIZE - 4, SIZE - 4))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.title)
        lines.addWidget(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        row.setSpacing(2 * SPACE)
        row.addLayout(lines, 1)
        row.addWidget(self.curation)
        row.addWidget(self.problems)
        row.addWidget(self.status)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.oldSize().width() < _WIDE) != (event.size().width() < _WIDE):
            self._show_curation()

    def _show_changed(self) -> None:
        """Show the metadata as they are now, not as they were when the layer was read."""
        article = self._editor.article
        self._show(self._editor.project.article(article.id) if article else None)

    def _show_article(self) -> None:
        self._show(self._editor.article)

    def _show(self, article: Article | None) -> None:
        self.setVisible(article is not None)
        if article is None:
            return
        self.title.setText(article.title)
        self.title.setAccessibleName(self.tr("Title: {0}").format(article.title))
        self._facts.setText(" · ".join(facts(article)))
        self._show_status()
        self._count_problems()

    def _show_status(self) -> None:
        layer = self._editor.layer
        if layer is None:
            return
        self.status.setText(status_word(layer.status))
        self.status.setIcon(tinted(layer.status, _color(layer.status)))
        self.status.setAccessibleName(self.tr("Status: {0}").format(self.status.text()))
        self._show_curation()

    def _show_curation(self) -> None:
        """Say whether the layer is the curated one, or is to be; to others nothing."""
        layer, curation = self._editor.layer, self._editor.curation
        if layer is None or not (layer.curated or curation.asked):
            self.curation.hide()
            return
        others, holder = curation.others(), curation.holder
        colors = theme.colors()
        if layer.curated:
            said, icon, color = self.tr("Curated"), "curated", colors.done
        elif holder is not None:
            said, icon, color = self.tr("Curated by {0}").format(holder), "person", colors.muted
        elif curation.is_own_reading:
            said, icon, color = self.tr("Your own reading"), "person", colors.muted
        elif others:
            said, icon, color = self.tr("To curate"), "suggestions", colors.accent
        else:
            said, icon, color = self.tr("No other layer"), "close", colors.muted
        named = (f"{each.reviewer} ({status_word(each.status)})" for each in others)
        tip = self.tr("Layers of others: {0}").format(", ".join(named) or "–")
        if curation.is_own_reading and holder is None:
            tip = self.tr(
                "What you tagged here before stays yours. To curate this article take another "
                "name, or choose “My layer is the curated one”."
            )
        self.curation.setText(said if self.width() >= _WIDE else "")
        self.curation.setIcon(tinted(icon, color))
        self.curation.setAccessibleName(said)
        self.curation.setAccessibleDescription(tip)
        self.curation.setToolTip(f"{said}. {tip}")
        self.curation.show()

    def _count_problems(self) -> None:
        found = self._editor.problems.count
        self.problems.setVisible(found > 0)
        self.problems.setText(str(found))
        self.problems.setIcon(tinted("problems", theme.colors().problem))
        self.problems.setAccessibleName(self.tr("Problems: {0}").format(found))
        self.problems.setToolTip(self.tr("Problems: {0}").format(found))


def facts(article: Article) -> list[str]:
    """Return what the metadata says of date, author and source, in that order, as shown."""
    shown = [shown_date(str(article.metadata.get("published_at") or ""))]
    shown += [str(article.metadata.get(key) or "") for key in ("author", "source")]
    return [each for each in shown if each]


def shown_date(iso: str) -> str:
    """Return an ISO 8601 date and time as the news writes it; what is none, as it is."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    if len(iso) <= len("2020-07-02"):
        return f"{moment:%d/%m/%Y}"
    return f"{moment:%d/%m/%Y %H:%M}{_shown_zone(moment.utcoffset())}"


def _shown_zone(offset: timedelta | None) -> str:
    if offset is None:
        return ""
    hours, minutes = divmod(int(offset.total_seconds()) // 60, 60)
    return f" GMT{hours:+d}" + (f":{minutes:02d}" if minutes else "")


def _color(status: Status) -> str:
    colors = theme.colors()
    return {
        Status.NEW: colors.muted,
        Status.STARTED: colors.accent,
        Status.DONE: colors.done,
        Status.LOCKED: colors.warning,
    }[status]
