"""The command `agreement`: how far reviewers agree, as tables to read or as one JSON value."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli_program import (
    Place,
    of_status,
    opening,
    print_json,
    print_line,
    tell_progress,
)
from annotator.cli_statistics import check_labels, check_reviewers, print_table
from annotator.ending import DONE, PARTLY, say, shown
from annotator.model.message import AnnotatorError

if TYPE_CHECKING:
    from annotator.measure.agreement.figures import Agreement, Confused, PairFigures

_MOST_ARTICLES = 20


@click.command()
@click.argument("project", type=Place())
@click.option("--by", "reviewers", multiple=True, metavar="REVIEWER", help="Repeatable.")
@click.option("--label", "labels", multiple=True, metavar="LABEL", help="Repeatable.")
@of_status
@click.option("--json", "as_json", is_flag=True, help="Print one JSON value.")
def agreement(
    project: Path,
    reviewers: tuple[str, ...],
    labels: tuple[str, ...],
    statuses: tuple[str, ...],
    as_json: bool,
) -> int:
    """Compare reviewers by two, over the articles that both have read, and all of them together.

    Compared are layers that are not new, or have annotations; with --status those alone. Curated
    layers are left out, unless their reviewer is named with --by.
    """
    from annotator.measure.agreement.figures import Compared

    with opening(project) as opened:
        check_reviewers(opened, reviewers)
        check_labels(opened, labels)
        scope = Compared(frozenset(reviewers), frozenset(labels), frozenset(statuses))
        found = opened.agreement(scope, tell_progress, lambda: False)
    if reason := found.why_nothing(scope):
        raise AnnotatorError(reason.template, *reason.values, where=str(project))
    if as_json:
        print_json(asdict(found))
    else:
        _print(found)
    paired = {name for pair in found.pairs for name in (pair.one, pair.other)}
    left_out = sorted(set(reviewers) - paired)
    for name in left_out:
        say("{0} has read no article that another one has read, and is not compared.", name)
    return PARTLY if left_out else DONE


def _print(found: "Agreement") -> None:
    print_line(f"articles that two or more have read  {found.compared}")
    print_line(f"articles that one alone has read  {found.alone}")
    print_table(
        "Krippendorff's alpha of mentions, on syllables",
        ("label", "syllables", "alpha"),
        ((each.label or "(all)", each.syllables, _share(each.alpha)) for each in found.alphas),
    )
    pairs = list(found.pairs)
    if len(pairs) > 1:
        pairs.append(found.together)
    for pair in pairs:
        _print_pair(pair)
    print_table(
        "articles, by their differences",
        ("article", "same", "different", "F1", "title"),
        (
            (each.id, each.same, each.different, _share(each.f1), each.title)
            for each in found.articles[:_MOST_ARTICLES]
        ),
    )


def _differing(pair: "PairFigures") -> "Iterable[Confused]":
    return (each for each in pair.confused if each.one != each.other)


def _share(value: float | None) -> str:
    """Return a figure as it is read; a dash where it is not defined; 1.00 is nothing but 1."""
    if value is None:
        return "–"
    return "0.99" if 0.99 < value < 1 else f"{value:.2f}"


def _print_pair(pair: "PairFigures") -> None:
    named = f"{pair.one} and {pair.other}" if pair.one else "all pairs"
    only = [shown(f"only {name}") for name in (pair.one or "one", pair.other or "other")]
    print_line(f"{shown(named)}: articles {pair.articles}, syllables {pair.syllables}")
    print_table(
        "what both have, what one alone has",
        ("kind", "compared by", "label", "both", *only, "F1", "kappa"),
        (
            (
                *(each.kind, each.measure, each.label or "(all)"),
                *(each.both, each.only_one, each.only_other),
                *(_share(each.f1), _share(each.kappa)),
            )
            for each in pair.figures
        ),
    )
    print_table(
        "labels of mentions at the same place",
        ("label", "label", "mentions"),
        ((each.one, each.other, each.mentions) for each in _differing(pair)),
    )
    print_table(
        "attributes",
        ("label", "attribute", "annotations", "same", "share", "kappa"),
        (
            (
                *(each.label, each.attribute, each.annotations, each.same),
                *(_share(each.share), _share(each.kappa)),
            )
            for each in pair.attributes
        ),
    )
