"""An edit made in the tables: every change checked against what stands there."""

from collections.abc import Callable
from dataclasses import dataclass, field

from annotator.model.annotation import Annotation, Kind
from annotator.model.article import Status
from annotator.model.change import Change, Edit, Subject
from annotator.model.layer import check_annotation
from annotator.model.tagset import Tagset
from annotator.store.articles import find_article, read_metadata, set_metadata
from annotator.store.database import Database, Step, unheard
from annotator.store.failures import ProjectError
from annotator.store.layers import (
    LayerRow,
    layer_row,
    read_annotation,
    remove_annotation,
    write_annotation,
)
from annotator.store.suggestions import make_refusal
from annotator.store.tagsets import read_tagset, write_tagset

_AT_ONCE = 50
"""Changes between two calls of a Step."""


def make(db: Database, edit: Edit, step: Step = unheard) -> Edit:
    """Make the changes of `edit` in the tables, within the caller's transaction.

    Looks at the rows it changes and those linked with them, not at whole layers. Returns the edit
    as it is to be recorded: a status that was never set is None before, so that undo takes the
    layer away again. Raises ProjectError where the present is not what a change expects, a layer is
    locked or a link would lead nowhere, and LayerError where an annotation breaks a rule by itself.
    """
    return _Making(db).make(edit, step)


@dataclass(slots=True)
class _TouchedLayer:
    number: int
    name: tuple[str, str]
    """(title of the article, reviewer), for sentences."""
    characters: int
    status: Status | None
    curated: bool
    linking: set[str] = field(default_factory=set[str])
    """Ids of the annotations with links that were added or altered."""
    gone: set[str] = field(default_factory=set[str])
    counts: dict[Kind | None, int] = field(default_factory=dict[Kind | None, int])
    """How many annotations there are more than before, of each kind and (None) in all."""

    def count(self, annotation: Annotation | None, by: int) -> None:
        if annotation:
            for key in (None, annotation.kind):
                self.counts[key] = self.counts.get(key, 0) + by


class _Making:
    def __init__(self, db: Database) -> None:
        self._db = db
        self._layers: dict[tuple[str, str], _TouchedLayer] = {}

    def make(self, edit: Edit, step: Step) -> Edit:
        made: dict[Subject, Callable[[Change], Change]] = {
            Subject.ANNOTATION: self._annotation,
            Subject.STATUS: self._status,
            Subject.CURATED: self._curated,
            Subject.METADATA: self._metadata,
            Subject.ARTICLE: self._article,
            Subject.TAGSET: self._tagset,
            Subject.REFUSAL: lambda change: make_refusal(self._db, change),
        }
        changes: list[Change] = []
        for number, change in enumerate(edit.changes):
            if number % _AT_ONCE == 0:
                step(number, len(edit.changes))
            changes.append(made[change.address.subject](change))
        for layer in self._layers.values():
            self._check_links(layer)
            self._finish(layer)
        return Edit(edit.title, tuple(changes), edit.gesture)

    def _annotation(self, change: Change) -> Change:
        layer = self._unlocked(change)
        id, after = change.address.key, change.after
        before = read_annotation(self._db, layer.number, id)
        if before != change.before:
            raise ProjectError(
                "{0} of {2} in “{1}” is no longer as it was: it was changed since.", id, *layer.name
            )
        layer.count(before, -1)
        if isinstance(after, Annotation):
            check_annotation(after, layer.characters)
            write_annotation(self._db, layer.number, after, before)
            layer.count(after, 1)
            (layer.linking.add if after.links else layer.linking.discard)(id)
            layer.gone.discard(id)
        else:
            remove_annotation(self._db, layer.number, id)
            layer.gone.add(id)
            layer.linking.discard(id)
        return change

    def _status(self, change: Change) -> Change:
        layer = self._layer(change)
        if (layer.status or Status.NEW) != (change.before or Status.NEW):
            raise ProjectError(
                "The status of {1} on “{0}” is no longer as it was: it was changed since.",
                *layer.name,
            )
        after = Status(str(change.after)) if change.after else None
        recorded = Change(change.address, layer.status, after)
        layer.status = after
        self._db.execute(
            "UPDATE layers SET status = ? WHERE number = ?",
            (after.value if after else None, layer.number),
        )
        return recorded

    def _curated(self, change: Change) -> Change:
        layer = self._unlocked(change)
        if layer.curated != bool(change.before):
            raise ProjectError("The layer of {1} on “{0}” was changed since.", *layer.name)
        if change.after and (other := self._curated_beside(layer.number)):
            raise ProjectError(
                "Only one layer on “{0}” can be the curated one: that of {2} is, not that of {1}.",
                *layer.name, other,
            )  # fmt: skip
        layer.curated = bool(change.after)
        self._db.execute(
            "UPDATE layers SET curated = ? WHERE number = ?", (layer.curated, layer.number)
        )
        return change

    def _curated_beside(self, layer: int) -> str | None:
        """Return whose layer beside the one numbered `layer` is the curated one, or None."""
        row = self._db.execute(
            "SELECT reviewer FROM layers WHERE curated AND number != :layer"
            " AND article = (SELECT article FROM layers WHERE number = :layer)",
            {"layer": layer},
        ).fetchone()
        return row[0] if row else None

    def _metadata(self, change: Change) -> Change:
        address = change.address
        number, article = find_article(self._db, address.article)
        if read_metadata(self._db, number).get(address.key) != change.before:
            raise ProjectError(
                "{0} of “{1}” is no longer as it was: it was changed since.",
                address.key,
                article.title,
            )
        assert not isinstance(change.after, Annotation | Tagset)
        set_metadata(self._db, address.article, address.key, change.after)
        return change

    def _article(self, change: Change) -> Change:
        id = change.address.article
        done = self._db.execute(
            "UPDATE articles SET listed = ? WHERE id = ? AND coalesce(listed, 0) = ?",
            (int(bool(change.after)), id, int(bool(change.before))),
        )
        if done.rowcount != 1:
            if change.before:
                raise ProjectError("The article {0} is no longer in the list.", id)
            raise ProjectError("The article {0} is not in the project, or in the list already.", id)
        return change

    def _tagset(self, change: Change) -> Change:
        if read_tagset(self._db) != change.before:
            raise ProjectError("The tagset is no longer as it was: it was changed since.")
        if not isinstance(change.after, Tagset):
            raise ProjectError("A project can't be without a tagset.")
        write_tagset(self._db, change.after)
        return change

    def _unlocked(self, change: Change) -> _TouchedLayer:
        layer = self._layer(change)
        if layer.status is Status.LOCKED:
            raise ProjectError(
                "The layer of {1} on “{0}” is locked. Set another status to change it.", *layer.name
            )
        return layer

    def _layer(self, change: Change) -> _TouchedLayer:
        key = (change.address.article, change.address.reviewer)
        if key not in self._layers:
            self._layers[key] = self._find_or_add(*key)
        return self._layers[key]

    def _find_or_add(self, id: str, reviewer: str) -> _TouchedLayer:
        found = self._db.execute(
            """
            SELECT articles.number, title, characters, layers.number, status, curated
            FROM articles LEFT JOIN layers ON article = articles.number AND reviewer = ?
            WHERE id = ?
            """,
            (reviewer, id),
        ).fetchone()
        if found is None:
            raise ProjectError("There is no article {0} in the project.", id)
        if not reviewer:
            raise ProjectError("A layer needs the name of its reviewer.")
        number, title, characters, *columns = found
        if columns[0]:
            row = layer_row(*columns)
        else:
            added = self._db.insert("layers", "article, reviewer", [(number, reviewer)])
            row = LayerRow(added, None, curated=False)
        name = (title, reviewer)
        return _TouchedLayer(row.number, name, characters, row.status, row.curated)

    def _check_links(self, layer: _TouchedLayer) -> None:
        for id in layer.linking:
            dangling = self._db.execute(
                """
                SELECT links.target FROM links
                LEFT JOIN annotations AS there
                    ON there.layer = links.layer AND there.id = links.target
                WHERE links.layer = ? AND links.source = ?
                    AND (there.id IS NULL OR links.target = links.source)
                """,
                (layer.number, id),
            ).fetchone()
            if dangling:
                raise ProjectError(
                    "{0} of {3} in “{2}” links to {1}, which it can't.", id, *dangling, *layer.name
                )
        for id in layer.gone:
            source = self._db.execute(
                "SELECT source FROM links WHERE layer = ? AND target = ?", (layer.number, id)
            ).fetchone()
            if source:
                raise ProjectError(
                    "{1} of {3} in “{2}” still links to {0}, so it can't be removed alone.",
                    id, *source, *layer.name,
                )  # fmt: skip

    def _finish(self, layer: _TouchedLayer) -> None:
        self._db.execute(
            "UPDATE layers SET annotations = annotations + ?, entities = entities + ?,"
            " events = events + ? WHERE number = ?",
            (
                layer.counts.get(None, 0),
                layer.counts.get(Kind.ENTITY, 0),
                layer.counts.get(Kind.EVENT, 0),
                layer.number,
            ),
        )
        if layer.counts.get(None, 0) > 0:
            return
        self._db.execute(
            "DELETE FROM layers"
            " WHERE number = ? AND status IS NULL AND annotations = 0 AND NOT curated",
            (layer.number,),
        )
