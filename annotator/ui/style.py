"""The looks of Qt's own controls, made from the tokens of the theme."""

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from annotator.resources import resource
from annotator.ui import theme
from annotator.ui.fonts import font
from annotator.ui.theme import BODY, HEADING, SMALL, Colors, Theme


def system_theme() -> Theme:
    """Return the theme that the system asks for; light where it says nothing."""
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return Theme.DARK if dark else Theme.LIGHT


def wear(app: QApplication, chosen: Theme) -> None:
    """Give all windows of `app` the colours, font and controls of a theme."""
    theme.set_theme(chosen)
    colors = theme.colors()
    app.setFont(font())
    app.setPalette(palette(colors))
    app.setStyleSheet(style_sheet(colors))


def palette(colors: Colors) -> QPalette:
    """Return what Qt draws its controls with, from the theme's tokens."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, color in (
        (role.Window, colors.window),
        (role.WindowText, colors.text),
        (role.Base, colors.page),
        (role.AlternateBase, colors.window),
        (role.Text, colors.text),
        (role.Button, colors.raised),
        (role.ButtonText, colors.text),
        (role.BrightText, colors.problem),
        (role.PlaceholderText, colors.muted),
        (role.ToolTipBase, colors.text),
        (role.ToolTipText, colors.page),
        (role.Highlight, colors.selection),
        (role.HighlightedText, colors.text),
        (role.Accent, colors.accent),
        (role.Link, colors.accent),
        (role.LinkVisited, colors.accent),
        (role.Light, colors.raised),
        (role.Midlight, colors.raised),
        (role.Mid, colors.line),
        (role.Dark, colors.line),
        (role.Shadow, colors.line),
    ):
        made.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText):
        faded = QColor(colors.muted)
        faded.setAlphaF(0.6)
        made.setColor(QPalette.ColorGroup.Disabled, which, faded)
    return made


def style_sheet(colors: Colors) -> str:
    """Return the one style sheet of the program, from the theme's tokens."""
    ticks = ("tick-light", "tick-dark")
    on_accent, on_page = reversed(ticks) if colors == theme.COLORS[Theme.DARK] else ticks
    images = {
        "chevron_down": "chevron-down",
        "chevron_up": "chevron-up",
        "tick": on_accent,
        "menu_tick": on_page,
    }
    return _SHEET.substitute(
        colors._asdict(),
        SMALL=SMALL,
        BODY=BODY,
        HEADING=HEADING,
        **{name: resource(f"controls/{file}.svg").as_posix() for name, file in images.items()},
    )


_SHEET = Template(
    """
QMainWindow, QDialog { background: $window; }
QToolTip { background: $text; color: $page; border: 1px solid $line; padding: 4px 8px; }

QMenuBar { background: $window; padding: 0 4px; border-bottom: 1px solid $line; }
QMenuBar::item { background: transparent; padding: 6px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: $raised; }
QMenu { background: $page; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 8px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QToolBar { background: $window; border: 0; border-bottom: 1px solid $line; padding: 2px 8px;
  spacing: 4px; }
QToolBar QPushButton { padding: 3px 12px; }
QToolBar::separator { width: 1px; background: $line; margin: 4px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px;
  padding: 4px; }
QToolButton:hover { background: $raised; }
QToolButton:pressed, QToolButton:checked { background: $selection; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $muted; }
QToolButton::menu-indicator { image: none; width: 0; }

QPushButton, QCheckBox, QRadioButton { outline: 0; }
QPushButton { background: $raised; border: 1px solid $line; border-radius: 6px;
  padding: 6px 16px; min-height: 18px; }
QPushButton:hover { border-color: $muted; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:pressed { background: $selection; }
QPushButton:disabled { color: $muted; background: $window; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:focus { border: 2px solid $text; padding: 5px 15px; }
QPushButton:default:disabled { background: $raised; color: $muted; border-color: $line; }
QPushButton[flat="true"] { background: transparent; border: 1px solid transparent;
  padding: 4px 8px; }
QPushButton[flat="true"]:hover { background: $raised; }
QPushButton[flat="true"]:focus { border-color: $accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QTextBrowser, QSpinBox, QDateTimeEdit, QKeySequenceEdit,
QComboBox { background: $page; color: $text; border: 1px solid $edge; border-radius: 6px;
  padding: 5px 8px; selection-background-color: $selection; selection-color: $text;
  placeholder-text-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QTextBrowser:focus, QSpinBox:focus,
QDateTimeEdit:focus, QComboBox:focus { border-color: $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $muted;
  background: $window; }
QKeySequenceEdit { padding: 0; border: 0; }
QComboBox { padding-right: 24px; combobox-popup: 0; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url("$chevron_down"); width: 14px; height: 14px; }
QSpinBox { padding-right: 24px; }
QSpinBox::up-button, QSpinBox::down-button { border: 0; width: 22px; background: transparent; }
QSpinBox::up-arrow { image: url("$chevron_up"); width: 12px; height: 12px; }
QSpinBox::down-arrow { image: url("$chevron_down"); width: 12px; height: 12px; }
QPushButton::menu-indicator { image: url("$chevron_down"); width: 12px; height: 12px;
  subcontrol-origin: padding; subcontrol-position: center right; right: 6px; }
QComboBox QAbstractItemView { background: $page; border: 1px solid $line; padding: 4px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }

QAbstractItemView { background: $page; border: 0; outline: 0; alternate-background-color: $page; }
QAbstractItemView::item { padding: 4px 8px; border: 1px solid transparent; border-radius: 4px; }
QAbstractItemView::item:hover { background: $raised; }
QAbstractItemView::item:selected { background: $selection; color: $text; }
QAbstractItemView::item:focus { border-color: $accent; }
RowView::item, RowView::item:focus { margin: 1px 4px; border: 0; }
QHeaderView { background: $window; border: 0; }
QHeaderView::section { background: $window; color: $muted; border: 0;
  border-bottom: 1px solid $line; padding: 4px 8px; font-size: ${SMALL}px; }
QTableCornerButton::section { background: $window; border: 0; border-bottom: 1px solid $line; }

QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabBar { background: $window; }
QTabBar::tab { background: transparent; color: $muted; padding: 7px 8px; border: 0;
  border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; min-height: 24px;
  min-width: 24px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }

QStatusBar { background: $window; border-top: 1px solid $line; font-size: ${SMALL}px; }
QStatusBar::item { border: 0; }
QStatusBar QLabel, QStatusBar QPushButton { font-size: ${SMALL}px; color: $muted; }
QStatusBar QPushButton[flat="true"] { padding: 1px 4px; min-height: 0; }
QStatusBar QToolButton { padding: 0; }
QProgressBar { background: $raised; border: 0; border-radius: 3px; max-height: 6px;
  min-height: 6px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QCheckBox, QRadioButton { spacing: 8px; padding: 2px 6px 2px 2px; border: 1px solid transparent;
  border-radius: 4px; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $muted;
  border-radius: 8px; background: $page; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent;
  background: $on_accent; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 16px; height: 16px;
  border: 1px solid $muted; border-radius: 4px; background: $page; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent;
  border-color: $accent; image: url("$tick"); }
QMenu::indicator { width: 14px; height: 14px; padding-left: 6px; }
QMenu::indicator:checked { image: url("$menu_tick"); }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QGroupBox { border: 0; margin-top: 20px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }

QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${SMALL}px; }
QLabel[role="heading"] { font-size: ${HEADING}px; font-weight: 600; }
QLabel[role="title"] { font-weight: 600; }
QLabel[role="problem"] { color: $problem; }
QLabel[role="key"], QLabel[role="count"] { background: $raised; border: 1px solid $line;
  border-radius: 4px; padding: 1px 6px; font-size: ${SMALL}px; color: $text; }
*[role="page"] { background: $page; }
*[role="header"] { background: $page; border-bottom: 1px solid $line; }
*[role="banner"] { background: $raised; border-bottom: 1px solid $line; }
*[role="message"] { background: $raised; border-top: 1px solid $line; }
*[role="card"] { background: $page; border: 1px solid $line; border-radius: 8px; }
"""
)
