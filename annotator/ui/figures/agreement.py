"""How far reviewers agree, as pages of tables, in the words of the window."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from annotator.measure.agreement.figures import Agreed, Agreement, Measure, PairFigures
from annotator.model.annotation import Kind
from annotator.ui.figures.content import Cell, Content, Table, View
from annotator.ui.panels.label_list import kind_name

_DIGITS = 4
"""Of shares, as they are copied and saved."""

_MOST_ARTICLES = 1000
"""Articles that are listed."""

_MAIN = (
    (Measure.EXACT, Kind.ENTITY),
    (Measure.TRIGGER_CLASSIFIED, Kind.EVENT),
    (Measure.WITHOUT_TRIGGER, Kind.EVENT),
    (Measure.ARGUMENT_CLASSIFIED, Kind.EVENT),
    (Measure.EXACT, Kind.RELATION),
    (Measure.EXACT, Kind.CLUSTER),
    (Measure.EXACT, Kind.DOCUMENT),
)
"""What has a row of its own in the table of labels."""

_LOOSER = {
    (Measure.EXACT, Kind.ENTITY): Measure.OVERLAP,
    (Measure.TRIGGER_CLASSIFIED, Kind.EVENT): Measure.TRIGGER_IDENTIFIED,
    (Measure.ARGUMENT_CLASSIFIED, Kind.EVENT): Measure.ARGUMENT_IDENTIFIED,
    (Measure.EXACT, Kind.RELATION): Measure.ENDS,
    (Measure.EXACT, Kind.CLUSTER): Measure.B_CUBED,
}
"""By what it is compared less strictly."""


def contents(agreement: Agreement) -> list[Content]:
    """Return the pages, in the order of their tabs."""
    return [
        _pairs(agreement),
        _labels(agreement),
        _confused(agreement),
        _attributes(agreement),
        _articles(agreement),
    ]


def _pairs(agreement: Agreement) -> Content:
    beyond = _tr("Kappa, alpha") if len(agreement.pairs) > 1 else _tr("Kappa")
    columns = [
        (head, measure, kind)
        for head, measure, kind in (
            (_tr("Mentions"), Measure.EXACT, Kind.ENTITY),
            (_tr("Overlapping"), Measure.OVERLAP, Kind.ENTITY),
            (_tr("Places"), Measure.PLACE, Kind.ENTITY),
            (beyond, Measure.SYLLABLES, Kind.ENTITY),
            (_tr("Triggers"), Measure.TRIGGER_CLASSIFIED, Kind.EVENT),
            (_tr("Arguments"), Measure.ARGUMENT_CLASSIFIED, Kind.EVENT),
            (_tr("Relations"), Measure.EXACT, Kind.RELATION),
            (_tr("Clusters"), Measure.B_CUBED, Kind.CLUSTER),
            (_tr("Document labels"), Measure.EXACT, Kind.DOCUMENT),
        )
        if agreement.together.figure(measure, kind)
    ]
    rows: list[Sequence[Cell]] = [
        (
            _name(pair),
            pair.articles,
            *(_share(_main(agreement, pair, measure, kind)) for _, measure, kind in columns),
        )
        for pair in _with_sum(agreement)
    ]
    heads = (*(_tr("Reviewers"), _tr("Articles")), *(head for head, *_ in columns))
    remark = _tr(
        "F1: the share of what the one has that the other has, too: 1 is all, 0 nothing. Mentions "
        "need the same place and label, overlapping ones the label and a character in common, "
        "places no label. Kappa (of two) and alpha (of all) go by the labels of syllables, and "
        "take off what chance would give: from 0.8 on they are held to be reliable, from 0.67 on "
        "tentatively so. A dash: not defined."
    )
    return Content(_tr("Pairs"), "", {"": View(Table(heads, rows), None, remark)}, "")


def _labels(agreement: Agreement) -> Content:
    alphas = {each.label: each.alpha for each in agreement.alphas}

    def view(pair: PairFigures) -> View:
        rows = [_row(pair, each, alphas) for each in pair.figures if _is_main(each)]
        heads = (
            *(_tr("Label"), _tr("What"), _tr("Both"), *_only(pair), "F1", _tr("F1, looser")),
            _tr("Kappa") if pair.one else _tr("Alpha"),
        )
        return View(Table(heads, rows), None, remark)

    remark = _tr(
        "Looser: mentions that overlap, a trigger's words, what fills a role whichever, the ends "
        "of a relation, and of clusters B³: how much of its cluster a mention has by both."
    )
    return _by_pair(_tr("Labels"), agreement, view, _tr("Nothing is annotated in these articles."))


def _row(pair: PairFigures, each: Agreed, alphas: dict[str, float | None]) -> Sequence[Cell]:
    key = each.measure, each.kind
    looser = _LOOSER.get(key)
    loose = pair.figure(looser, each.kind, each.label) if looser else None
    beyond = each.kappa
    if each.kind is Kind.ENTITY:
        syllables = pair.figure(Measure.SYLLABLES, each.kind, each.label)
        beyond = syllables.kappa if syllables and pair.one else alphas.get(each.label)
    return (
        each.label or _tr("All"),
        _what(*key),
        each.both,
        *((each.only_one, each.only_other) if pair.one else (each.only_one + each.only_other,)),
        *(_share(each.f1), _share(_f1(loose)), _share(beyond)),
    )


def _confused(agreement: Agreement) -> Content:
    def view(pair: PairFigures) -> View | None:
        rows = [
            (each.one, each.other, each.mentions)
            for each in pair.confused
            if each.one != each.other
        ]
        heads = (*_by(pair), _tr("Mentions"))
        return View(Table(heads, rows), None, remark) if rows else None

    remark = _tr("Mentions at the same place that the two gave different labels.")
    empty = _tr("Wherever two tagged the same place, they gave it the same label.")
    return _by_pair(_tr("Confused labels"), agreement, view, empty)


def _attributes(agreement: Agreement) -> Content:
    def view(pair: PairFigures) -> View | None:
        rows = [
            (
                *(each.attribute, each.label, kind_name(each.kind)),
                *(each.annotations, each.same, _share(each.share)),
                *([_share(each.kappa)] if pair.one else []),
            )
            for each in pair.attributes
        ]
        heads = (
            *(_tr("Attribute"), _tr("Label"), _tr("Kind"), _tr("Both"), _tr("Same value")),
            *(_tr("Share"), *([_tr("Kappa")] if pair.one else [])),
        )
        return View(Table(heads, rows), None, remark) if rows else None

    remark = _tr("Of annotations that both have: how many have the same value.")
    empty = _tr("No annotation that two have in common has an attribute.")
    return _by_pair(_tr("Attributes"), agreement, view, empty)


def _articles(agreement: Agreement) -> Content:
    found = agreement.articles[:_MOST_ARTICLES]
    rows = [
        (
            each.title,
            ", ".join(each.reviewers),
            *(each.different, each.same, _share(each.f1)),
        )
        for each in found
    ]
    heads = (*(_tr("Article"), _tr("Reviewers"), _tr("Different"), _tr("Same"), "F1"),)
    remark = _tr(
        "Annotations that one of two has, and that both have, summed over all pairs. Enter opens "
        "the article."
    )
    if len(found) < len(agreement.articles):
        shown = _tr("Shown are the first {0} of {1} articles.")
        remark += " " + shown.format(len(found), len(agreement.articles))
    table = Table(heads, rows, articles=[each.id for each in found])
    return Content(_tr("Articles"), "", {"": View(table, None, remark)}, "")


def _by_pair(
    title: str, agreement: Agreement, view: Callable[[PairFigures], View | None], empty: str
) -> Content:
    """Return a page with a view for each pair that has one; all pairs together come first."""
    views = {_name(pair): made for pair in _with_sum(agreement) if (made := view(pair))}
    return Content(title, _tr("Reviewers"), views, empty)


def _with_sum(agreement: Agreement) -> Iterator[PairFigures]:
    if len(agreement.pairs) > 1:
        yield agreement.together
    yield from agreement.pairs


def _is_main(each: Agreed) -> bool:
    return (each.measure, each.kind) in _MAIN


def _what(measure: Measure, kind: Kind) -> str:
    match measure, kind:
        case Measure.TRIGGER_CLASSIFIED, _:
            return _tr("Trigger")
        case Measure.WITHOUT_TRIGGER, _:
            return _tr("Event without trigger")
        case Measure.ARGUMENT_CLASSIFIED, _:
            return _tr("Arguments")
        case _, Kind.ENTITY:
            return _tr("Mention")
        case _:
            return kind_name(kind)


def _name(pair: PairFigures) -> str:
    return f"{pair.one} – {pair.other}" if pair.one else _tr("All pairs")


def _only(pair: PairFigures) -> Sequence[str]:
    if not pair.one:
        return (_tr("One alone"),)
    return [_tr("Only {0}").format(name) for name in (pair.one, pair.other)]


def _by(pair: PairFigures) -> Sequence[str]:
    if not pair.one:
        return _tr("Label by the one"), _tr("Label by the other")
    return [_tr("Label by {0}").format(name) for name in (pair.one, pair.other)]


def _f1(figure: Agreed | None) -> float | None:
    return figure.f1 if figure else None


def _main(agreement: Agreement, pair: PairFigures, measure: Measure, kind: Kind) -> float | None:
    """Return what a pair is known by: of syllables kappa, and all pairs by alpha; else F1."""
    figure = pair.figure(measure, kind)
    if measure is not Measure.SYLLABLES:
        return _f1(figure)
    return figure.kappa if figure and pair.one else agreement.alpha


def _share(value: float | None) -> float | None:
    return None if value is None else round(float(value), _DIGITS)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Figures", text)
