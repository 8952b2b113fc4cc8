"""Relations, coreference, and the labels of the whole article."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from annotator.model import edits
from annotator.model.annotation import FROM, MEMBER, TO, Annotation, Kind, Link
from annotator.model.change import Edit
from annotator.model.tagset import COREFERENCE
from annotator.ui import commands
from annotator.ui.editor import Editor, Filling
from annotator.ui.panels.candidates import placed, rows_by_fit
from annotator.ui.panels.link_list import LinkList
from annotator.ui.panels.naming import Names
from annotator.ui.panels.panel import Panel
from annotator.ui.panels.picker import pick
from annotator.ui.panels.row_view import RowView
from annotator.ui.panels.rows import Row
from annotator.ui.theme import SPACE


class LinksPanel(Panel):
    """What links annotations with each other, and the labels on the whole article.

    On a heading or a cluster, Enter or + adds; on a relation or member, Enter goes there and Delete
    takes it out; Space checks a label.
    """

    icon = "links"

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._names = Names(editor.tagset)
        self.links = LinkList(self._names)
        self.view = RowView(self.links, self.title(), self)
        self.home = self.view
        self.view.touched.connect(self.catch_up_first)
        self.view.chosen.connect(self._choose)
        self.view.button_pressed.connect(self._press)
        self.view.key_pressed.connect(self._press)
        self.view.removal_asked.connect(self._remove)
        self.view.menu_asked.connect(self._show_menu)
        self.column.addWidget(self.view, 1)
        self.stops = (self.view,)

    def title(self) -> str:
        return self.tr("Links")

    def refresh(self) -> None:
        self._names = Names(self.editor.tagset)
        layer = self.editor.layer
        self.view.set_empty(self.tr("Open an article to link what is tagged in it."))
        place = self.view.currentIndex().row()
        key = self.links.key_at(place)
        self.links.show(layer, self._names)
        if key and self.links.rowCount():
            number = self.links.number_of(key)
            last = self.links.rowCount() - 1
            self.view.go_to_number(min(place, last) if number is None else number)
        self.follow_selection()

    def follow(self, edit: Edit) -> None:
        touched = {each.id for pair in self.changed(edit) for each in pair if each}
        kinds = {each.kind for pair in self.changed(edit) for each in pair if each}
        layer = self.editor.layer
        linking = {each.kind for id in touched if layer for each in layer.linking_to(id)}
        if (kinds | linking) & {Kind.RELATION, Kind.CLUSTER, Kind.DOCUMENT}:
            self.refresh()

    def follow_selection(self) -> None:
        focused = self.editor.focused
        if focused and focused.kind in (Kind.RELATION, Kind.CLUSTER):
            self.view.go_to(("link", focused.id))

    def _choose(self, row: Row) -> None:
        match row.key:
            case ("label", label):
                commands.toggle_document_label(self.editor, label)
            case ("heading", _):
                self._press(row, "+")
            case ("link", id) | ("member", _, id):
                self.editor.reveal(id)

    def _press(self, row: Row, name: str) -> None:
        match name, row.key:
            case "+", ("heading", Kind.RELATION):
                self._ask_relation(self._below(row))
            case "+", ("heading", Kind.CLUSTER):
                self._ask_coreference(self._below(row))
            case "+", ("link", id) if self._is_cluster(id):
                self._begin(Filling(Kind.CLUSTER, id, MEMBER))
            case "out", _:
                self._remove(row)
            case "F2", ("link", _):
                self._show_menu(row, self._below(row))

    def _begin(self, filling: Filling) -> None:
        """Let the other end be pointed at in the text."""
        self.editor.fill(filling)
        self.left.emit()

    def _is_cluster(self, id: str) -> bool:
        layer = self.editor.layer
        return layer is not None and layer[id].kind is Kind.CLUSTER

    def _below(self, row: Row) -> QPoint:
        number = self.view.rows.number_of(row.key)
        area = self.view.visualRect(self.view.rows.index(number or 0, 0))
        return self.view.viewport().mapToGlobal(area.bottomLeft() + QPoint(3 * SPACE, 0))

    def _ask_relation(self, below: QPoint) -> None:
        rows = [
            Row(
                key=each.label,
                text=self._names.of_label(Kind.RELATION, each.label),
                detail=" → ".join(", ".join(ends) or "…" for ends in (each.sources, each.targets)),
                color=self._names.color(Kind.RELATION, each.label),
            )
            for each in self.editor.tagset.relations
        ]
        pick(
            self.tr("Which relation?"),
            rows,
            lambda label: self._begin_relation(str(label), below),
            parent=self,
            below=below,
            empty=self.tr("The tagset has no relations."),
        )

    def _begin_relation(self, label: str, below: QPoint) -> None:
        relation = self.editor.tagset.relation(label)
        sources = relation.sources if relation else ()
        self._from(
            self.tr("From which mention?"),
            below,
            lambda each: self.editor.tagset.may_fill(each.label, sources),
            lambda source: Filling(Kind.RELATION, source, TO, label),
        )

    def _ask_coreference(self, below: QPoint) -> None:
        self._from(
            self.tr("Which mention has another one?"),
            below,
            lambda each: each.kind is Kind.ENTITY,
            lambda source: Filling(Kind.CLUSTER, source, MEMBER, COREFERENCE),
        )

    def _from(
        self,
        prompt: str,
        below: QPoint,
        fits: Callable[[Annotation], bool],
        filling: Callable[[str], Filling],
    ) -> None:
        """Begin at the annotation in focus, or at one chosen from a list."""
        focused, layer = self.editor.focused, self.editor.layer
        if layer is None:
            return
        if focused and focused.kind in (Kind.ENTITY, Kind.EVENT):
            self._begin(filling(focused.id))
            return
        pick(
            prompt,
            rows_by_fit(self._names, layer, placed(layer), fits),
            lambda source: self._begin(filling(str(source))),
            parent=self,
            below=below,
            empty=self.tr("There is nothing to choose from yet. Tag some words first."),
        )

    def _remove(self, row: Row) -> None:
        match row.key:
            case ("member", cluster, member):
                link = Link(MEMBER, member)
                self.editor.apply(partial(edits.remove_link, id=cluster, link=link))
            case ("link", id):
                self.editor.apply(partial(edits.remove, ids=[id]))

    def _show_menu(self, row: Row, point: QPoint) -> None:
        match row.key:
            case ("link", id) if self.editor.layer:
                self._menu_of(row, self.editor.layer[id]).popup(point)

    def _menu_of(self, row: Row, annotation: Annotation) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if annotation.kind is Kind.RELATION:
            ends = {link.role: link.target for link in annotation.links}
            for role, text in (
                (FROM, self.tr("Go to the first end")),
                (TO, self.tr("Go to the second end")),
            ):
                if role in ends:
                    menu.addAction(text, partial(self.editor.reveal, ends[role]))
            self._offer_labels(menu.addMenu(self.tr("Change label")), annotation)
        else:
            menu.addAction(self.tr("Add a mention"), partial(self._press, row, "+"))
        menu.addSeparator()
        menu.addAction(self.tr("Remove"), partial(self._remove, row))
        return menu

    def _offer_labels(self, menu: QMenu, relation: Annotation) -> None:
        for each in self.editor.tagset.relations:
            if each.label != relation.label:
                change = partial(edits.relabel, ids=[relation.id], label=each.label)
                name = self._names.of_label(Kind.RELATION, each.label).replace("&", "&&")
                menu.addAction(name, partial(self.editor.apply, change))
