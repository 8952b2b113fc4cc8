"""What may be chosen from a list to fill a role: what fits first, the nearest first."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from annotator.model.annotation import FROM, Annotation, Kind
from annotator.model.layer import Layer
from annotator.model.tagset import Tagset
from annotator.ui.editor import Filling
from annotator.ui.panels.naming import Names, words_of
from annotator.ui.panels.rows import Row


def candidate_rows(names: Names, layer: Layer, filling: Filling) -> Iterator[Row]:
    """Return the mentions and events of the article under "fits" and "does not fit".

    Left out are the annotation that is filled itself, and what fills the same role already.
    """
    source = layer[filling.source]
    taken = {link.target for link in source.links if link.role == filling.role} | {source.id}
    found = [each for each in placed(layer) if each.id not in taken]
    start = _start(layer, source)
    found.sort(key=lambda each: abs(each.start - start) if each.fragments else 0)
    fits: dict[tuple[Kind, str], bool] = {}
    """Whether what has a label may fill the role: of ten thousand there are some ten."""

    def fit(each: Annotation) -> bool:
        known = fits.get((each.kind, each.label))
        if known is None:
            known = may_fill(names.tagset, layer, filling, each)
            fits[each.kind, each.label] = known
        return known

    return rows_by_fit(names, layer, found, fit)


def placed(layer: Layer) -> list[Annotation]:
    """Return the mentions and events of a layer: what can be linked to."""
    return [each for each in layer if each.kind in (Kind.ENTITY, Kind.EVENT)]


def rows_by_fit(
    names: Names, layer: Layer, found: list[Annotation], fits: Callable[[Annotation], bool]
) -> Iterator[Row]:
    """Yield rows for `found` under a heading for those that fit and one for the others."""
    good = [each for each in found if fits(each)]
    kept = {each.id for each in good}
    others = [each for each in found if each.id not in kept]
    headings = (
        QCoreApplication.translate("Candidates", "Fits"),
        QCoreApplication.translate("Candidates", "Does not fit"),
    )
    for heading, group in zip(headings, (good, others), strict=True):
        if group:
            yield Row(key=(heading,), text=heading, heading=True)
            yield from (annotation_row(names, layer, each) for each in group)


def annotation_row(names: Names, layer: Layer, annotation: Annotation) -> Row:
    """Return the row of a mention or event in a list to choose from."""
    return Row(
        key=annotation.id,
        text=words_of(layer, annotation),
        detail=names.of(annotation),
        color=names.color(annotation.kind, annotation.label),
        icon="events" if annotation.kind is Kind.EVENT else "",
    )


def may_fill(tagset: Tagset, layer: Layer, filling: Filling, target: Annotation) -> bool:
    """Return whether the tagset lets `target` fill what is being filled."""
    source = layer[filling.source]
    match filling.kind:
        case Kind.EVENT:
            declared = tagset.event(source.label)
            role = declared.role(filling.role) if declared else None
            return role is not None and tagset.may_fill(target.label, role.fillers)
        case Kind.RELATION:
            relation = tagset.relation(filling.label or source.label)
            if relation is None:
                return False
            ends = relation.sources if filling.role == FROM else relation.targets
            return tagset.may_fill(target.label, ends)
        case _:
            members = [layer[id] for id in source.targets()] or [source]
            return any((m.kind, m.label) == (target.kind, target.label) for m in members)


def best_filler(tagset: Tagset, layer: Layer, filling: Filling, ids: Sequence[str]) -> str:
    """Return which of the annotations `ids` fills best what is being filled: the first that may."""
    others = [id for id in ids if id != filling.source]
    fitting = [id for id in others if may_fill(tagset, layer, filling, layer[id])]
    return next(iter((*fitting, *others)), ids[0])


def _start(layer: Layer, source: Annotation) -> int:
    near = [source, *(layer[id] for id in source.targets())]
    return next((each.start for each in near if each.fragments), 0)
