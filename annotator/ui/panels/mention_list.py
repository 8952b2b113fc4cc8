"""The mentions of an article as rows below their groups' headings."""

from collections.abc import Hashable
from enum import StrEnum

from PySide6.QtCore import QModelIndex

from annotator.language.search import exact_key, matches
from annotator.model.annotation import Annotation, Kind
from annotator.model.layer import Layer
from annotator.ui.panels.mention_groups import Group, Groups
from annotator.ui.panels.naming import Names, words_of
from annotator.ui.panels.rows import AnyIndex, Count, Row, RowModel


class Grouping(StrEnum):
    """What mentions in one group have in common."""

    LABEL = "label"
    WORDS = "words"


class MentionList(RowModel):
    """The mentions that the filter lets through, grouped, each row made when it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self._layer: Layer | None = None
        self._names: Names | None = None
        self._query = ""
        self._passed: dict[str, bool] = {}
        self._folded: dict[Grouping, set[str]] = {grouping: set() for grouping in Grouping}
        self.grouping = Grouping.LABEL
        self.groups = Groups((), lambda _mention: "", str)

    def show(self, layer: Layer | None, names: Names, grouping: Grouping, query: str) -> None:
        """Show the mentions of `layer` (None: none) that `query` finds."""
        self.beginResetModel()
        self._folded[self.grouping] = self.groups.folded()
        self._layer, self._names, self.grouping = layer, names, grouping
        if query != self._query:
            self._query, self._passed = query, {}
        mentions = [each for each in layer or () if each.kind is Kind.ENTITY and self._passes(each)]
        order = {each.label: n for n, each in enumerate(names.tagset.labels(Kind.ENTITY))}
        by_label = grouping is Grouping.LABEL
        self.groups = Groups(
            mentions,
            (lambda mention: mention.label) if by_label else self._words_key,
            (lambda label: (order.get(label, len(order)), label)) if by_label else str,
            () if query else self._folded[grouping],
        )
        self.endResetModel()

    def follow(self, before: Annotation | None, after: Annotation | None) -> None:
        """Show that a mention became another (None: it was not, or is no more)."""
        if before and before.kind is Kind.ENTITY and self._passes(before):
            self._remove(before)
        if after and after.kind is Kind.ENTITY and self._passes(after):
            self._add(after)

    def _add(self, mention: Annotation) -> None:
        rows = self.groups.rows_for(mention)
        if rows:
            self.beginInsertRows(QModelIndex(), rows[0], rows[-1])
        self.groups.add(mention)
        if rows:
            self.endInsertRows()
        self._tell_heading(mention)

    def _remove(self, mention: Annotation) -> None:
        rows = self.groups.rows_of(mention)
        if rows:
            self.beginRemoveRows(QModelIndex(), rows[0], rows[-1])
        self.groups.remove(mention)
        if rows:
            self.endRemoveRows()
        self._tell_heading(mention)

    def _tell_heading(self, mention: Annotation) -> None:
        group = self.groups.group_of(mention)
        row = self.groups.row_of_group(group.key) if group else None
        if row is not None:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def set_open(self, key: Hashable, is_open: bool) -> None:
        """Open or fold the group whose heading stands for `key`."""
        number = self.number_of(key)
        if number is None:
            return
        group, _ = self.groups.at(number)
        if group.open == is_open:
            return
        first, last = number + 1, number + len(group.places)
        if is_open:
            self.beginInsertRows(QModelIndex(), first, last)
            self.groups.set_open(group, True)
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), first, last)
            self.groups.set_open(group, False)
            self.endRemoveRows()
        self.dataChanged.emit(self.index(number, 0), self.index(number, 0))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.groups)

    def number_of(self, key: Hashable) -> int | None:
        if isinstance(key, tuple):
            return self.groups.row_of_group(str(key[0]))
        mention = self._layer.get(str(key)) if self._layer else None
        return self.groups.row_of(mention) if mention and self._passes(mention) else None

    def row_at(self, number: int) -> Row:
        assert self._layer is not None
        assert self._names is not None
        group, id = self.groups.at(number)
        if id is None:
            return self._heading(group, self._layer, self._names)
        mention = self._layer.get(id)
        if mention is None:  # the panel follows in a moment
            return Row(key=id, text="", level=1)
        name, words = self._names.of(mention), words_of(self._layer, mention)
        by_label = self.grouping is Grouping.LABEL
        return Row(
            key=id,
            text=words,
            detail="" if by_label else name,
            color="" if by_label else self._names.color(Kind.ENTITY, mention.label),
            icon="note" if mention.note else "",
            level=1,
            spoken=f"{words}, {name}",
            tip="\n".join(filter(None, (words, name, mention.note))),
        )

    def _heading(self, group: Group, layer: Layer, names: Names) -> Row:
        by_label = self.grouping is Grouping.LABEL
        first = layer.get(group.places[0].id)
        words = names.of_label(Kind.ENTITY, group.key)
        if not by_label:
            words = words_of(layer, first) if first else group.key
        return Row(
            key=(group.key,),
            text=words,
            color=names.color(Kind.ENTITY, group.key) if by_label else "",
            counts=(Count(str(len(group.places))),),
            open=group.open,
            spoken=self.tr("{0}, mentions: {1}").format(words, len(group.places)),
        )

    def _passes(self, mention: Annotation) -> bool:
        if not self._query or self._layer is None:
            return True
        words = mention.text_in(self._layer.article.text)
        if words not in self._passed:
            self._passed[words] = matches(self._query, words)
        return self._passed[words]

    def _words_key(self, mention: Annotation) -> str:
        assert self._layer is not None
        return exact_key(mention.text_in(self._layer.article.text)).strip()
