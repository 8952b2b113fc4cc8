"""Figures as pages of tables and pictures, in the words of the window."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import count

from PySide6.QtCore import QCoreApplication, QLocale

from annotator.measure.figures import DayFigures, Figures, LabelFigures, LabelKey, Lengths
from annotator.model.palette import LabelColor, Tint, color_of, colors_of_series
from annotator.model.tagset import Tagset
from annotator.ui import theme
from annotator.ui.figures.content import Bars, Columns, Content, Series, Table, View
from annotator.ui.panels.label_list import kind_name
from annotator.ui.theme import Theme

_MOST_COLUMNS = 30
"""Columns that lengths are drawn in."""


def contents(figures: Figures, tagset: Tagset) -> list[Content]:
    """Return the pages, in the order of their tabs."""
    return [
        _labels(figures, tagset),
        _strings(figures, tagset),
        _lengths(figures),
        _together(figures),
        _roles(figures),
        _progress(figures),
    ]


def number(value: float) -> str:
    """Return a number as it is written in the running language."""
    locale = QLocale()
    return locale.toString(value) if isinstance(value, int) else locale.toString(value, "f", 2)


def _labels(figures: Figures, tagset: Tagset) -> Content:
    labels = figures.labels
    names = sorted({name for each in labels for name in each.reviewers})
    several = len(names) > 1
    rows = [
        (
            *(each.label, kind_name(each.kind), each.annotations),
            *(each.reviewers.get(name, 0) for name in names if several),
            *(each.articles, each.per_1000_syllables),
        )
        for each in labels
    ]
    heads = (
        *(_tr("Label"), _tr("Kind"), _tr("Annotations")),
        *(name for name in names if several),
        *(_tr("Articles"), _tr("Per 1,000 syllables read")),
    )
    if several:
        series = [
            Series(name, (tint,), [each.reviewers.get(name, 0) for each in labels])
            for name, tint in _tints_of(names).items()
        ]
    else:
        tints = [_tint_of(each, tagset) for each in labels]
        series = [Series("", tints, [each.annotations for each in labels])]
    view = View(Table(heads, rows), Bars([each.label for each in labels], series))
    return Content(_tr("Labels"), "", {"": view} if labels else {}, _nothing_tagged())


def _strings(figures: Figures, tagset: Tagset) -> Content:
    views: dict[str, View] = {}
    for each in figures.labels:
        if each.strings:
            texts, times = zip(*each.strings, strict=True)
            views[f"{each.label} – {kind_name(each.kind)}"] = View(
                Table((_tr("Text"), _tr("Times")), each.strings),
                Bars(texts, [Series("", (_tint_of(each, tagset),), times)]),
            )
    return Content(_tr("Frequent words"), _tr("Label"), views, _nothing_tagged())


def _lengths(figures: Figures) -> Content:
    views = {
        name: _lengths_view(lengths)
        for name, lengths in (
            (_tr("Mentions"), figures.mention_lengths),
            (_tr("Articles"), figures.article_lengths),
        )
        if lengths.counts
    }
    return Content(_tr("Lengths"), _tr("Of"), views, _tr("There is no article yet."))


def _lengths_view(lengths: Lengths) -> View:
    width = _width(max(lengths.counts))
    counts: Counter[int] = Counter()
    for length, many in lengths.counts.items():
        counts[length - length % width] += many
    places = sorted(counts)
    numbers = [counts[place] for place in places]
    ranges = [place if width == 1 else f"{place}–{place + width - 1}" for place in places]
    remark = _tr("Mean {0}, median {1} syllables.").format(
        number(lengths.mean), number(lengths.median)
    )
    return View(
        Table((_tr("Syllables"), _tr("Count")), list(zip(ranges, numbers, strict=True))),
        Columns(_tr("Syllables"), places, width, [Series("", (_plain_tint(),), numbers)]),
        remark,
    )


def _width(longest: int) -> int:
    """Return the least of 1, 2, 5, 10, 20, 50 … of which a few are enough to reach `longest`."""
    steps = (factor * 10**power for power in count() for factor in (1, 2, 5))
    return next(step for step in steps if longest // step < _MOST_COLUMNS)


def _together(figures: Figures) -> Content:
    pairs = {(pair.one, pair.other): pair.sentences for pair in figures.co_occurrence}
    used = {key for pair in pairs for key in pair}
    order = [LabelKey(each.kind, each.label) for each in figures.labels]
    keys = [key for key in order if key in used] + sorted(used.difference(order))
    same_name = Counter(key.label for key in keys)
    names = [
        key.label if same_name[key.label] == 1 else f"{key.label} – {kind_name(key.kind)}"
        for key in keys
    ]
    rows = [
        (name, *(pairs.get((min(one, other), max(one, other)), 0) for other in keys))
        for name, one in zip(names, keys, strict=True)
    ]
    remark = _tr(
        "In how many sentences both labels stand; a label with itself: sentences that have it "
        "more than once."
    )
    view = View(Table((_tr("Label"), *names), rows, heat=True), None, remark)
    empty = _tr("No sentence has two annotations yet.")
    return Content(_tr("Together"), "", {"": view} if keys else {}, empty)


def _roles(figures: Figures) -> Content:
    rows = [
        (
            *(event.label, role.role, role.filled, role.empty, role.arguments),
            _tr("yes") if role.required else "",
        )
        for event in figures.events
        for role in event.roles
    ]
    heads = (
        *(_tr("Event"), _tr("Role"), _tr("Filled"), _tr("Empty")),
        *(_tr("Arguments"), _tr("Required")),
    )
    colors = theme.colors()
    empty = Tint(colors.raised, colors.text, colors.edge)
    bars = Bars(
        [f"{event} · {role}" for event, role, *_ in rows],
        [
            Series(_tr("Filled"), (_plain_tint(),), [row[2] for row in rows]),
            Series(_tr("Empty"), (empty,), [row[3] for row in rows]),
        ],
    )
    views = {"": View(Table(heads, rows), bars)} if rows else {}
    return Content(_tr("Roles"), "", views, _tr("No event with roles is annotated yet."))


def _progress(figures: Figures) -> Content:
    days = figures.progress
    heads = (
        *(_tr("Day"), _tr("Reviewer"), _tr("Edits")),
        *(_tr("Added"), _tr("Removed"), _tr("Set to done")),
    )
    rows = [(e.day, e.reviewer, e.edits, e.added, e.removed, e.done) for e in days]
    table = Table(heads, rows)
    views = {
        _tr("Edits"): View(table, _days(days, {(e.day, e.reviewer): e.edits for e in days})),
        _tr("Added"): View(table, _days(days, {(e.day, e.reviewer): e.added for e in days})),
        _tr("Removed"): View(table, _days(days, {(e.day, e.reviewer): e.removed for e in days})),
        _tr("Set to done"): View(table, _days(days, {(e.day, e.reviewer): e.done for e in days})),
    }
    empty = _tr("Nothing was edited yet.")
    return Content(_tr("Progress"), _tr("Draw"), views if days else {}, empty)


def _days(days: Iterable[DayFigures], values: Mapping[tuple[str, str], int]) -> Columns:
    named = sorted({each.day for each in days})
    names = sorted({reviewer for _, reviewer in values})
    series = [
        Series(name, (tint,), [values.get((day, name), 0) for day in named])
        for name, tint in _tints_of(names).items()
    ]
    places = [date.fromisoformat(day).toordinal() for day in named]
    return Columns(_tr("Day"), places, 1, series, days=True)


def _tints_of(reviewers: list[str]) -> dict[str, Tint]:
    colors = colors_of_series(len(reviewers))
    return {name: _worn(color) for name, color in zip(reviewers, colors, strict=True)}


def _tint_of(label: LabelFigures, tagset: Tagset) -> Tint:
    return _worn(color_of(tagset, label.kind, label.label))


def _worn(color: LabelColor) -> Tint:
    return color.dark if theme.theme() is Theme.DARK else color.light


def _plain_tint() -> Tint:
    colors = theme.colors()
    return Tint(colors.accent, colors.on_accent, colors.accent)


def _nothing_tagged() -> str:
    return _tr("Nothing is annotated yet. Tag words in an article, and their figures stand here.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Figures", text)
