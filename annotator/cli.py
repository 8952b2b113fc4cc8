"""The command line: `annotator`. What each command needs is imported when it runs."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli_agreement import agreement
from annotator.cli_program import (
    STANDARD_OUTPUT,
    Place,
    Program,
    error_json,
    of_status,
    opening,
    output,
    print_data,
    print_json,
    print_line,
    report_json,
    tell_progress,
    who,
)
from annotator.cli_search import search
from annotator.cli_statistics import check_reviewers, stats
from annotator.ending import DONE, NOTHING, PARTLY, say, say_error
from annotator.model.message import AnnotatorError

if TYPE_CHECKING:
    from annotator.formats.format import Parcel
    from annotator.model.tagset import Tagset
    from annotator.project import Project

_BY_ENDING = "by the ending of OUT, else jsonl"

_project = click.argument("project", type=Place())
_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON value.")


@click.group(
    cls=Program, invoke_without_command=True, subcommand_metavar="[PROJECT | COMMAND [ARGS]...]"
)
@click.version_option(package_name="annotator", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context) -> int:
    """Annotate entities, events and relations in text.

    Without a command, opens the window on PROJECT, else on the last one. A project that is called
    like a command is opened as ./NAME.
    """
    return DONE if context.invoked_subcommand else _open_window(None)


@click.command("PROJECT")
@_project
def _window(project: Path) -> int:
    """Open the window on PROJECT."""
    if not project.exists():
        raise AnnotatorError(
            "There is no such project, and no such command. Make a project with annotator new, "
            "or see all commands with annotator --help.",
            where=str(project),
        )
    return _open_window(project)


main.nameless = _window
main.add_command(agreement)
main.add_command(search)
main.add_command(stats)


def _open_window(project: Path | None) -> int:
    from annotator.ui.app import run

    return run(project)


@main.command()
@_project
@click.option(
    "--tagset",
    default="",
    metavar="NAME|FILE",
    help="A preset's name, or a file with a tagset; - is standard input.",
)
def new(project: Path, tagset: str) -> int:
    """Make a project without articles.

    Presets of tagsets: vietnamese-news (the default), vlsp-2018, conll-2003, ontonotes-5, ace-2005.
    """
    from annotator.presets import DEFAULT_PRESET
    from annotator.project import Project, named_tagset

    Project.create(project, named_tagset(tagset or DEFAULT_PRESET)).close()
    say("Made {0}.", project)
    return DONE


@main.command("import")
@_project
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=Place())
@click.option("--format", default="auto", metavar="NAME", help="Found by itself when left out.")
@click.option("--reviewer", default="", metavar="NAME", help="Whose the layers become.")
@_json
def import_(
    project: Path, paths: tuple[Path, ...], format: str, reviewer: str, as_json: bool
) -> int:
    """Add what files and folders hold; - is standard input.

    What is there already is left as it is.
    """
    from annotator.formats.reading import assigned_to, read

    if reviewer and not reviewer.strip():
        raise AnnotatorError("A layer needs the name of its reviewer.", where="--reviewer")
    by = reviewer or who()
    found = (each for path in paths for each in read(path, format, by))
    with opening(project, for_writing=True) as opened:
        report = opened.add(
            assigned_to(reviewer, found) if reviewer else found,
            by=by,
            progress=tell_progress,
        )
    for error in (*report.refused, *report.remarks):
        say_error(error)
    say(
        "Articles added: {0}; layers added: {1}; there already: {2}; refused: {3}.",
        report.added, report.layers, report.unchanged, len(report.refused),
    )  # fmt: skip
    status = DONE
    if report.refused or report.remarks:
        status = PARTLY if report.added or report.layers or report.unchanged else NOTHING
    if not as_json:
        return status
    counts = {"added": report.added, "unchanged": report.unchanged, "layers": report.layers}
    errors = {
        name: [error_json(error) for error in listed]
        for name, listed in (("refused", report.refused), ("remarks", report.remarks))
    }
    return report_json({**counts, **errors}, status)


@main.command()
@_project
@click.argument("out", type=Place())
@click.option("--format", metavar="NAME", show_default=_BY_ENDING)
@click.option(
    "--reviewer",
    "reviewers",
    multiple=True,
    metavar="NAME",
    help="Only layers of NAME; repeatable.",
)
@of_status
@click.option("--curated", is_flag=True, help="Only curated layers.")
@_json
def export(
    project: Path,
    out: Path,
    format: str | None,
    reviewers: tuple[str, ...],
    statuses: tuple[str, ...],
    curated: bool,
    as_json: bool,
) -> int:
    """Write articles and layers to OUT; - is standard output."""
    from annotator.formats.endings import format_for
    from annotator.model.article import Status

    with opening(project) as opened:
        check_reviewers(opened, reviewers)
        parcels = opened.parcels(reviewers, [Status(status) for status in statuses], curated)
        return _write(
            parcels, out, format or format_for(out, "--format"), [], as_json, opened.tagset
        )


@main.command()
@click.argument("source", metavar="IN", type=Place())
@click.argument("out", type=Place())
@click.option(
    "--from", "from_", default="auto", metavar="NAME", help="Found by itself if left out."
)
@click.option("--to", metavar="NAME", show_default=_BY_ENDING)
@_json
def convert(source: Path, out: Path, from_: str, to: str | None, as_json: bool) -> int:
    """Write what IN holds to OUT in another format, without a project."""
    from annotator.formats.endings import format_for
    from annotator.formats.reading import read
    from annotator.model.tagset import Tagset

    refused: list[AnnotatorError] = []

    def good() -> "Iterator[Parcel]":
        empty = True
        for each in read(source, from_):
            if isinstance(each, AnnotatorError):
                say_error(each)
                refused.append(each)
            else:
                empty = False
                yield each
        if empty:
            raise AnnotatorError("There is nothing to convert.", where=str(source))

    return _write(good(), out, to or format_for(out, "--to"), refused, as_json, Tagset())


@main.command()
@_json
def formats(as_json: bool) -> int:
    """List the formats: extensions, whether read and written, what each can't carry."""
    from annotator.formats.registry import formats

    if as_json:
        print_json(
            [
                {
                    "name": each.name,
                    "summary": str(each.summary),
                    "extensions": list(each.extensions),
                    "reads": each.reads,
                    "writes": each.writes,
                    "cannot_carry": [str(what) for what in each.cannot_carry],
                    "needs": list(each.modules),
                    "missing": list(each.missing),
                }
                for each in formats()
            ]
        )
        return DONE
    for each in formats():
        does = " and ".join(["reads"] * each.reads + ["writes"] * each.writes)
        print_line(f"{each.name}  {', '.join(each.extensions)}  {does}  {each.summary}")
        if each.missing:
            print_line(f"    to add it: pip install 'annotator[{each.extra}]'")
        if each.cannot_carry:
            print_line(f"    can't carry: {', '.join(map(str, each.cannot_carry))}")
    return DONE


@main.command()
@_project
@click.option(
    "--set",
    "file",
    metavar="FILE",
    type=Place(),
    help="A TOML file, or brat's annotation.conf; - is standard input.",
)
@click.option("--format", metavar="NAME", show_default="toml", help="Print as NAME.")
@_json
def tagset(project: Path, file: Path | None, format: str | None, as_json: bool) -> int:
    """Print the tagset, or replace it with --set FILE."""
    from annotator.formats.tagset_files import TOML, tagset_text
    from annotator.model.tagset_toml import tagset_to_toml
    from annotator.model.toml_text import parsed

    if format is not None and (file or as_json):
        raise AnnotatorError("With --set or --json no tagset is printed: leave out --format.")
    with opening(project, for_writing=file is not None) as opened:
        status = _set_tagset(opened, file) if file else DONE
        tagset = opened.tagset
    if as_json:
        value = parsed(tagset_to_toml(tagset))
        if file:
            return report_json(value, status)
        print_json(value)
    elif file is None:
        print_data(tagset_text(tagset, TOML if format is None else format))
    return status


@main.command()
@_project
@_json
def check(project: Path, as_json: bool) -> int:
    """Look for damage: in the file, the layers, the journal."""
    with opening(project) as opened:
        findings = opened.check()
    for finding in findings:
        sentence, where = finding
        say_error(AnnotatorError(sentence.template, *sentence.values, where=where))
    say("{0}: problems found: {1}.", project, len(findings))
    if as_json:
        print_json([{"where": each.where, "message": str(each.message)} for each in findings])
    return PARTLY if findings else DONE


@main.command()
@_project
@click.argument("out", metavar="OUT.png", type=Place())
@click.option("--article", metavar="ID", help="The first one when left out.")
@click.option("--size", default="1280x800", metavar="WxH", show_default=True, help="In pixels.")
@click.option("--theme", default="light", type=click.Choice(["light", "dark"]), show_default=True)
@click.option("--language", default="en", type=click.Choice(["en", "vi"]), show_default=True)
def screenshot(
    project: Path, out: Path, article: str | None, size: str, theme: Any, language: Any
) -> int:
    """Write a picture of the window on PROJECT; needs no display."""
    pixels = _size(size)
    if out.suffix.lower() != ".png":
        raise AnnotatorError("The picture is a PNG: end its name in .png.", where=str(out))
    from annotator.ui.app import screenshot

    screenshot(project, out, article, pixels, theme, language)
    return DONE


def _write(
    parcels: "Iterable[Parcel]",
    out: Path,
    format: str,
    refused: list[AnnotatorError],
    as_json: bool,
    tagset: "Tagset",
) -> int:
    """Write `parcels`, say what was written and what was lost, and return the exit status.

    `refused` may grow while `parcels` are read.
    """
    from annotator.formats.writing import write

    to_output = out == STANDARD_OUTPUT
    if to_output and as_json:
        raise AnnotatorError("Standard output takes the export or the report: leave out --json.")
    target = output(out)
    articles: set[str] = set()
    layers = 0

    def counted() -> "Iterator[Parcel]":
        nonlocal layers
        for parcel in parcels:
            articles.add(parcel.article.id)
            layers += len(parcel.layers)
            yield parcel

    losses = write(counted(), target, format, tagset)
    if to_output:
        sys.stdout.buffer.flush()
    say("Articles written: {0}; layers written: {1}.", len(articles), layers)
    for what, count in losses.items():
        say("Not carried by {0}: {1} {2}.", format, count, what)
    status = PARTLY if losses or refused else DONE
    if not as_json:
        return status
    report = {
        "articles": len(articles),
        "layers": layers,
        "lost": [{"what": str(what), "count": n} for what, n in losses.items()],
        "refused": [error_json(error) for error in refused],
    }
    return report_json(report, status)


def _set_tagset(project: "Project", file: Path) -> int:
    """Replace the tagset by that in `file`; name the labels in use that it does not have."""
    from annotator.formats.tagset_files import read_tagset
    from annotator.model.edits import set_tagset

    old, new = project.tagset, read_tagset(file)
    if old == new:
        say("The project has this tagset already.")
        return DONE
    project.commit(set_tagset(old, new), who())
    unknown = [
        (kind, label) for kind, label in project.labels_in_use() if not new.find(kind, label)
    ]
    for kind, label in unknown:
        say("The label {0} ({1}) is in use, but not in the tagset.", label, kind)
    return PARTLY if unknown else DONE


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if (
        (width + height).isascii()
        and width.isdecimal()
        and height.isdecimal()
        and 0 < int(width) < 8193
        and 0 < int(height) < 8193
    ):
        return int(width), int(height)
    raise AnnotatorError("The size {0} is not of the form 1280x800.", text)
