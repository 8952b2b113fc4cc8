"""The command that finds in a project."""

import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli_program import Place, opening, output, print_json_list, print_line
from annotator.ending import say, shown
from annotator.model.message import AnnotatorError

if TYPE_CHECKING:
    from annotator.search.hits import Hit

_ORDERS = ("article", "left", "hit", "right", "label")


@click.command()
@click.argument("project", type=Place())
@click.argument("query")
@click.option(
    "--sort", default="article", type=click.Choice(_ORDERS), show_default=True,
    help="By the words before the hit, by the hit, by those after it.",
)  # fmt: skip
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Stop after N hits.")
@click.option(
    "--csv", "table", metavar="FILE", type=Place(), help="Write a table; - is standard output."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON value.")
def search(
    project: Path, query: str, sort: Any, limit: int | None, table: Path | None, as_json: bool
) -> int:
    """Find words, or annotations, in all articles.

    QUERY is words as they stand in the text, /a regular expression/, or conditions such as
    entity:ORG, event:Meeting role:Place=Hà_Nội, entity:LOC inside event:Visit, text~"Bộ .*",
    by:lan, status:done, joined by and, or, not and brackets.
    """
    from annotator.formats.hit_table import write_hits
    from annotator.search.hits import in_order
    from annotator.search.parsing import parse
    from annotator.search.unknown import unknown

    if table and as_json:
        raise AnnotatorError("The hits go to a table or to standard output: leave out --json.")
    condition = parse(query)
    with opening(project) as opened:
        found = opened.search(condition, lambda _done, _total, _title: None, lambda: False)
        hits = in_order(islice(found, limit and min(limit, sys.maxsize)), sort)
        reasons = [] if hits else unknown(condition, opened.tagset)
    if table:
        write_hits(hits, output(table))
    elif as_json:
        print_json_list(map(_object, hits))
    else:
        for hit in hits:
            print_line(_line(hit))
    say("Hits: {0}.", len(hits))
    for reason in reasons:
        say(reason.template, *reason.values)
    return 0


def _line(hit: "Hit") -> str:
    place = f"{hit.article}:{hit.fragments[0].start}" if hit.fragments else hit.article
    named = f"  {hit.label} {hit.annotation} ({hit.reviewer})" if hit.kind else ""
    return shown(f"{place}  {hit.left[-40:]:>40}[{hit.words}]{hit.right[:40]}{named}")


def _object(hit: "Hit") -> dict[str, object]:
    found: dict[str, object] = {
        "article": hit.article,
        "title": hit.title,
        "fragments": hit.fragments,
        "left": hit.left,
        "text": hit.words,
        "right": hit.right,
    }
    if hit.kind:
        found |= {
            "reviewer": hit.reviewer,
            "id": hit.annotation,
            "kind": hit.kind.value,
            "label": hit.label,
        }
    return found
