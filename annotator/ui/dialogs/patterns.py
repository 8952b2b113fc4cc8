"""The project's own patterns, tried on the open article as one writes."""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from annotator.suggest.pattern_rules import Rule, RuleError, rules_from_toml
from annotator.suggest.patterns import label_in, tried
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.editor import Editor
from annotator.ui.fonts import font
from annotator.ui.labels import wrapped
from annotator.ui.language import say
from annotator.ui.panels.naming import one_line
from annotator.ui.panels.row_view import RowListView
from annotator.ui.panels.rows import Count, Row
from annotator.ui.suggestions import Source

_SOON = 200
"""Milliseconds after a key until the rules are tried."""
_MOST = 200
"""Places found that are listed for each rule."""
_EXAMPLE = r"""# [[rule]]
# name = "case number"
# labels = ["LAW"]
# pattern = 'số \s \d+ / \d{4} / HS-ST'
# confidence = 0.9
"""


class OwnPatterns(Sheet):
    """Takes rules as TOML; below stands what they find in the open article, or what is wrong."""

    def __init__(self, editor: Editor, source: Source, parent: QWidget) -> None:
        title = parent.tr("Patterns of the project")
        explanation = parent.tr(
            "Rules in TOML go before those that come with the program: each [[rule]] has a name,"
            " labels and a pattern, a regular expression in which spaces count for nothing."
        )
        super().__init__(parent, title, explanation)
        self._editor, self._source = editor, source
        self.text = QPlainTextEdit(source.settings.patterns or _EXAMPLE)
        self.text.setFont(font())
        self.text.setAccessibleName(title)
        self.text.setTabChangesFocus(True)
        self.problem = wrapped("", "problem")
        self.found = RowListView(self.tr("Found in the open article"), self)
        self.found.set_empty(self.tr("These rules find nothing in the open article."))
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.try_out)
        self.text.textChanged.connect(self._soon.start)
        self.column.addWidget(self.text, 2)
        self.column.addWidget(self.problem)
        self.column.addWidget(self.found, 1)
        self.use: QPushButton = self.add_accept(self.tr("Use"))
        self.add_cancel()
        self.setTabOrder(self.text, self.found)
        self.text.setFocus()
        self.resize(680, 560)
        self.try_out()

    def try_out(self) -> None:
        """Show what the rules as they are written find."""
        rows: list[Row] = []
        sentence = ""
        try:
            for rule in rules_from_toml(self.text.toPlainText()):
                rows += self._rows(rule, len(rows))
        except RuleError as error:
            sentence = say(error)
        except TimeoutError:
            sentence = self.tr("A pattern takes too long. Make it simpler.")
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.use.setEnabled(not sentence)
        self.found.show_rows(rows)

    def _rows(self, rule: Rule, number: int) -> list[Row]:
        """Return what to show of `rule`, with keys from `number` on."""
        article, label = self._editor.article, label_in(self._editor.tagset, rule)
        words = tried(rule, article.text if article else "")
        lacking = self.tr("the tagset does not have: {0}").format(one_line(", ".join(rule.labels)))
        head = Row(
            key=number,
            text=rule.name,
            detail="" if label else lacking,
            detail_tone="warning",
            counts=(Count(str(len(words))),),
            heading=True,
        )
        found = enumerate(words[:_MOST], number + 1)
        return [head, *(Row(key=n, text=one_line(each), detail=label) for n, each in found)]

    def accept(self) -> None:
        """Keep the rules in the project, and suggest by them."""
        self.try_out()
        if self.use.isEnabled():
            text = self.text.toPlainText()
            kept = "" if text == _EXAMPLE else text
            settings = replace(self._source.settings, patterns=kept)
            self._source.keep(settings, self._source.control)
            super().accept()
