"""What the command line tells: tagsets, formats, statistics, checks, help."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands import Done


def test_the_tagset_is_printed_and_replaced(annotator: Callable[..., Done], project: Path) -> None:
    printed = annotator("tagset", str(project))
    assert printed.status == 0
    assert annotator("tagset", str(project), "--json").out == (
        json.dumps(tomllib.loads(printed.out), ensure_ascii=False, indent=2) + "\n"
    )
    Path("own.toml").write_text('[[entity]]\nlabel = "LOC"\n[[event]]\nlabel = "Meeting"\n')
    done = annotator("tagset", str(project), "--set", "own.toml")
    assert done.status == 1
    assert done.err == "The label MISC (entity) is in use, but not in the tagset.\n"
    assert 'label = "LOC"' in annotator("tagset", str(project)).out
    again = annotator("tagset", str(project), "--set", "own.toml")
    assert (again.status, again.err) == (0, "The project has this tagset already.\n")
    Path("bad.toml").write_text("[[entity]")
    assert annotator("tagset", str(project), "--set", "bad.toml").status == 2
    assert annotator("tagset", str(project), "--set", "missing.toml").status == 2


def test_tagsets_of_formats_are_read_and_printed(
    annotator: Callable[..., Done], project: Path
) -> None:
    Path("annotation.conf").write_text("[entities]\nLOC\nMISC\n[events]\nMeeting\tWho-Arg+:LOC\n")
    assert annotator("tagset", str(project), "--set", "annotation.conf").status == 0
    printed = annotator("tagset", str(project))
    assert 'label = "Meeting"' in printed.out
    as_brat = annotator("tagset", str(project), "--format", "brat")
    assert "[events]\nMeeting\tWho+:LOC\n" in as_brat.out
    refused = annotator("tagset", str(project), "--format", "text")
    assert (refused.status, refused.err) == (2, "The format text has no file with a tagset.\n")
    assert annotator("new", "brat.anno", "--tagset", "annotation.conf").status == 0
    assert annotator("tagset", "brat.anno").out == printed.out


def test_presets_by_name_and_by_file(annotator: Callable[..., Done]) -> None:
    assert annotator("new", "a.anno", "--tagset", "conll-2003").status == 0
    Path("own.toml").write_text('name = "Mine"\n')
    assert annotator("new", "b.anno", "--tagset", "own.toml").status == 0
    assert 'name = "Mine"' in annotator("tagset", "b.anno").out
    done = annotator("new", "c.anno", "--tagset", "nope")
    assert done.status == 2
    assert "There is no tagset called nope" in done.err
    assert not Path("c.anno").exists()
    assert annotator("new", "a.anno").status == 2


def test_statistics(annotator: Callable[..., Done], project: Path) -> None:
    counts: dict[str, Any] = json.loads(annotator("stats", str(project), "--json").out)
    assert counts["articles"] == 2
    assert counts["annotations_by_label"] == {"LOC": 2, "MISC": 2, "Meeting": 2}
    shown = annotator("stats", str(project)).out
    assert "articles  2\n" in shown
    assert "    Meeting  2\n" in shown


def test_check_names_what_it_finds(annotator: Callable[..., Done], project: Path) -> None:
    import sqlite3

    assert annotator("check", str(project)).err == f"{project}: problems found: 0.\n"
    database = sqlite3.connect(project)
    database.execute("UPDATE annotations SET label = 'X' WHERE id = 'T1'")
    database.commit()
    database.close()
    done = annotator("check", str(project), "--json")
    assert done.status == 1
    assert [each["where"] for each in json.loads(done.out)] == ["a, lan", "a, mai"]
    assert done.err.startswith("a, lan: The annotations are not those that the journal tells of.")


def test_help_says_how_a_tagset_is_replaced(annotator: Callable[..., Done]) -> None:
    assert "Print the tagset, or replace it with --set FILE.\n" in annotator("--help").out


def test_formats_are_listed(annotator: Callable[..., Done]) -> None:
    listed = json.loads(annotator("formats", "--json").out)
    does = {each["name"]: (each["reads"], each["writes"]) for each in listed}
    assert does["jsonl"] == does["text"] == (True, True)
    assert all(each["summary"] for each in listed)
    assert "\njsonl  .jsonl  reads and writes  " in f"\n{annotator('formats').out}"


def test_statistics_of_reviewers_and_labels(annotator: Callable[..., Done], project: Path) -> None:
    counts: dict[str, Any] = json.loads(annotator("stats", str(project), "--json").out)
    assert {each["label"]: each["annotations"] for each in counts["labels"]} == (
        counts["annotations_by_label"]
    )
    assert {each["reviewer"]: each["annotations"] for each in counts["reviewers"]} == (
        counts["annotations_by_reviewer"]
    )
    done = annotator("stats", str(project), "--by", "lan", "--label", "LOC", "--json")
    lan: dict[str, Any] = json.loads(done.out)
    assert [each["reviewer"] for each in lan["reviewers"]] == ["lan"]
    assert [(each["kind"], each["label"]) for each in lan["labels"]] == [("entity", "LOC")]
    assert lan["annotations"] == counts["annotations"]
    assert sum(each["count"] for each in lan["mention_lengths"]["counts"]) == lan["mentions"] == 1
    shown = annotator("stats", str(project)).out
    assert "mentions per 1000 syllables read  " in shown
    assert "roles of events\n" in shown


def test_statistics_of_who_and_what_is_not_there(
    annotator: Callable[..., Done], project: Path
) -> None:
    done = annotator("stats", str(project), "--by", "nobody")
    assert (done.status, done.out) == (2, "")
    assert "nobody has no layer here; these have: lan, mai." in done.err
    done = annotator("stats", str(project), "--label", "NOPE")
    assert (done.status, done.out) == (2, "")
    assert "No annotation has the label NOPE; in use are: LOC, MISC, Meeting." in done.err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("stats", "new.anno", "--by", "lan"), "lan has no layer here: nobody has one yet.\n"),
        (("stats", "new.anno", "--label", "PER"),
         "No annotation has the label PER: there are none yet.\n"),
        (("export", "new.anno", "-", "--reviewer", "lan"),
         "lan has no layer here: nobody has one yet.\n"),
    ],
)  # fmt: skip
def test_what_is_asked_of_a_project_without_annotations(
    annotator: Callable[..., Done], command: tuple[str, ...], said: str
) -> None:
    annotator("new", "new.anno")
    done = annotator(*command)
    assert (done.status, done.out, done.err) == (2, "", said)
