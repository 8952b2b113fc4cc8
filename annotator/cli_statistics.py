"""The command `stats`: what is in a project, as tables to read or as one JSON value."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli_program import Place, opening, print_json, print_line
from annotator.ending import shown
from annotator.model.message import AnnotatorError

if TYPE_CHECKING:
    from annotator.measure.figures import Figures, Lengths
    from annotator.project import Project


@click.command()
@click.argument("project", type=Place())
@click.option("--by", "reviewers", multiple=True, metavar="REVIEWER", help="Repeatable.")
@click.option("--label", "labels", multiple=True, metavar="LABEL", help="Repeatable.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON value.")
def stats(project: Path, reviewers: tuple[str, ...], labels: tuple[str, ...], as_json: bool) -> int:
    """Count articles, layers and annotations, and what can be said of them.

    With --by what these reviewers did, with --label annotations with these labels; the first lines,
    up to the journal's entries, are of the whole project.
    """
    from annotator.measure.figures import Scope

    with opening(project) as opened:
        check_reviewers(opened, reviewers)
        check_labels(opened, labels)
        scope = Scope(frozenset(reviewers), frozenset(labels))
        counts, figures = opened.statistics(scope, _progress, lambda: False)
        counts |= _compared(opened)
    if as_json:
        print_json({**counts, **figures_json(figures)})
        return 0
    _print_counts(counts)
    _print_figures(figures)
    return 0


def figures_json(figures: "Figures") -> dict[str, Any]:
    """Return the figures as JSON: counts by length become lists of objects, the shortest first."""
    data = asdict(figures)
    for name in ("mention_lengths", "article_lengths"):
        counts = data[name]["counts"]
        data[name]["counts"] = [{"syllables": n, "count": count} for n, count in counts.items()]
    for each in data["labels"]:
        each["strings"] = [{"text": text, "count": count} for text, count in each["strings"]]
    for each in data["co_occurrence"]:
        for end in ("one", "other"):
            kind, label = each[end]
            each[end] = {"kind": kind, "label": label}
    return data


def _compared(opened: "Project") -> dict[str, dict[str, int]]:
    """Return counts with and without suggestions; none where no articles do without."""
    from annotator.suggest.bias import Layered, compared

    share = float(opened.suggestions.settings().get("control") or 0)
    return (
        compared((Layered(*each) for each in opened.suggestions.by_layer()), share) if share else {}
    )


def check_reviewers(opened: "Project", reviewers: Iterable[str]) -> None:
    """Raise AnnotatorError where one of `reviewers` has no layer in the project."""
    known = opened.reviewers()
    for name in set(reviewers).difference(known):
        if not known:
            raise AnnotatorError("{0} has no layer here: nobody has one yet.", name)
        raise AnnotatorError("{0} has no layer here; these have: {1}.", name, ", ".join(known))


def check_labels(opened: "Project", labels: Iterable[str]) -> None:
    """Raise AnnotatorError where no annotation has one of `labels`."""
    used = sorted({label for _, label in opened.labels_in_use()})
    for label in set(labels).difference(used):
        if not used:
            raise AnnotatorError("No annotation has the label {0}: there are none yet.", label)
        raise AnnotatorError(
            "No annotation has the label {0}; in use are: {1}.", label, ", ".join(used)
        )


def _print_counts(counts: Mapping[str, int | dict[str, int]]) -> None:
    for name, value in counts.items():
        if isinstance(value, dict):
            print_line(name.replace("_", " "))
            for key, number in value.items():
                print_line(f"    {shown(key)}  {number}")
        else:
            print_line(f"{name.replace('_', ' ')}  {value}")


def _print_figures(figures: "Figures") -> None:
    print_line(f"syllables  {figures.syllables}")
    print_line(f"mentions  {figures.mentions}")
    print_line(f"mentions per 1000 syllables read  {figures.mentions_per_1000_syllables}")
    print_table(
        "labels",
        ("kind", "label", "annotations", "articles", "per 1000 syllables"),
        (
            (e.kind, e.label, e.annotations, e.articles, e.per_1000_syllables)
            for e in figures.labels
        ),
    )
    print_table(
        "reviewers",
        ("reviewer", "layers", "done", "syllables", "annotations", "mentions per 1000 syllables"),
        (
            (
                e.reviewer,
                e.layers,
                e.done,
                e.syllables,
                e.annotations,
                e.mentions_per_1000_syllables,
            )
            for e in figures.reviewers
        ),
    )
    _print_lengths("lengths of mentions, in syllables", figures.mention_lengths)
    _print_lengths("lengths of articles, in syllables", figures.article_lengths)
    print_table(
        "most frequent strings",
        ("label", "count", "text"),
        ((e.label, n, text) for e in figures.labels for text, n in e.strings[:5]),
    )
    print_table(
        "labels in the same sentence",
        ("label", "label", "sentences"),
        ((e.one.label, e.other.label, e.sentences) for e in figures.co_occurrence[:20]),
    )
    print_table(
        "roles of events",
        ("event", "role", "filled", "empty"),
        ((e.label, r.role, r.filled, r.empty) for e in figures.events for r in e.roles),
    )
    print_table(
        "progress by day",
        ("day", "reviewer", "edits", "added", "removed", "layers set to done"),
        ((e.day, e.reviewer, e.edits, e.added, e.removed, e.done) for e in figures.progress),
    )


def _print_lengths(title: str, lengths: "Lengths") -> None:
    shortest, longest = min(lengths.counts, default=0), max(lengths.counts, default=0)
    print_line(f"{title}  {shortest} to {longest}, mean {lengths.mean}, median {lengths.median:g}")


def print_table(title: str, heads: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    """Print a table in columns, numbers at the right; nothing where there are no rows."""
    listed = list(rows)
    lines = [tuple(shown(str(cell)) for cell in row) for row in listed]
    if not lines:
        return
    print_line(title)
    widths = [max(map(len, column)) for column in zip(heads, *lines, strict=True)]
    right = [isinstance(cell, int | float) for cell in listed[0]]
    for line in (heads, *lines):
        cells = (
            cell.rjust(width) if numeric else cell.ljust(width)
            for cell, width, numeric in zip(line, widths, right, strict=True)
        )
        print_line(f"    {'  '.join(cells)}".rstrip())


def _progress(done: int, total: int, _message: str) -> None:
    if done % 1000 == 0 and sys.stderr and sys.stderr.isatty():
        click.echo(f"{done} / {total}", err=True)
