"""What the simulated person is to tag of a corpus, and what is said of the rest."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.tagset_rules import faults
from bench.feasible import ALIEN, BLANK, INSIDE, RENAMED, REPEATED, TOUCHING, TWICE, Feasible
from bench.gold import Gold, GoldError, read_gold, tagset_for
from bench.pieces import LONGEST, pieces


def entity(id: str, label: str, *places: tuple[int, int]) -> Annotation:
    return Annotation(id, Kind.ENTITY, label, tuple(Fragment(*each) for each in places))


def event(id: str, label: str, places: Sequence[tuple[int, int]], *links: Link) -> Annotation:
    return Annotation(id, Kind.EVENT, label, tuple(Fragment(*each) for each in places), links)


def line(id: str, text: str, *mentions: tuple[int, int, str], **more: object) -> str:
    entities = [
        {"id": f"T{start}", "label": label, "fragments": [[start, end]]}
        for start, end, label in mentions
    ]
    made = {"format": "annotator/1", "id": id, "text": text, "reviewer": "lan", "status": "done"}
    return json.dumps({**made, "entities": entities, **more}) + "\n"


def test_what_hands_can_not_make_is_left_out_or_made_as_it_can_be_and_counted() -> None:
    text = "An  họp ở Hue\u0302\u0301."
    feasible = Feasible()
    found = feasible.made(
        text,
        [
            entity("T1", "PER", (0, 2)),
            entity("T2", "PER", (0, 1), (1, 2)),
            entity("T3", "PER", (2, 4)),
            entity("T4", "LOC", (10, 13)),
            event("E1", "Meet", [(4, 7)], *(Link("Who", f"T{n}") for n in (1, 2, 3, 4))),
            event("E2", "Meet", [(4, 7)], Link("After", "E1"), Link("Of", "R1")),
            Annotation("R1", Kind.RELATION, "near", (), (Link("from", "T1"), Link("to", "T4"))),
        ],
    )
    assert found == (
        entity("T1", "PER", (0, 2)),
        event("E1", "Meet", [(4, 7)], Link("Who", "T1")),
        event("E2", "Meet", [(4, 7)], Link("After", "E1")),
    )
    assert feasible.changes() == {BLANK: 1, INSIDE: 1, TOUCHING: 1, TWICE: 1, ALIEN: 3, REPEATED: 1}


def test_what_a_tagset_can_not_hold_is_called_otherwise() -> None:
    feasible = Feasible()
    text = "An họp."
    annotations = feasible.made(
        text,
        [
            entity("T1", "X", (0, 2)),
            entity("T2", " X\n", (0, 2)),
            event("E1", "X", [(3, 6)], Link("a\tb", "T1"), Link("a b", "T2")),
        ],
    )
    assert [each.label for each in annotations] == ["X", "X 2", "X 3"]
    assert [each.role for each in annotations[2].links] == ["a b", "a b 2"]
    assert feasible.changes() == {RENAMED: 4}
    assert not faults(tagset_for([Gold(Article("a", text, {}), annotations)]))


def test_the_curated_layer_of_an_article_counts_wherever_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    text = "An họp."
    path.write_text(
        line("a", text, (0, 2, "LOC"))
        + line("b", text, (3, 6, "LOC"))
        + line("b", text, (0, 2, "PER"), reviewer="minh")
        + line("a", text, (0, 2, "PER"), reviewer="minh", curated=True)
    )
    found = read_gold(path, 5, None)
    assert [(each.article.id, each.annotations) for each in found] == [
        ("a", (entity("T0", "PER", (0, 2)),)),
        ("b", (entity("T3", "LOC", (3, 6)),)),
    ]


def test_what_is_not_read_and_that_nothing_is_there_is_said(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line("a", "An họp.", (0, 2, "PER")) + line("a", "An về.", (0, 2, "PER")) + "{")
    said: list[str] = []
    assert len(read_gold(path, 5, None, said.append)) == 1
    assert [each.partition(" The")[0] for each in said][:1] == [f"not read: {path}:2:"]
    assert len(said) == 2
    path.write_text(line("a", "An họp."))
    with pytest.raises(GoldError, match="no mention and no event was found in 1 article"):
        read_gold(path, 5, None)


def test_one_long_text_is_cut_where_nothing_crosses() -> None:
    text = "An họp.\n" * (LONGEST // 8 + 1)
    mentions = [entity(f"T{at}", "PER", (at, at + 2)) for at in range(0, len(text), 8)]
    across = entity("X", "ORG", (2_996, 3_004))
    far = event("E1", "Meet", [(11, 14)], Link("Who", "T4000"))
    unmarked = event("E2", "Meet", [], Link("Who", "T8000"), Link("Cause", "E3"))
    nowhere = event("E3", "Meet", [])
    found = pieces(Article("a", text, {}), [*mentions, across, far, unmarked, nowhere])
    assert "".join(article.text for article, _ in found) == text
    assert [article.id for article, _ in found[:2]] == ["a#1", "a#2"]
    assert len(found[0][0].text) == 4_008, "an argument joins what lies 4,000 characters apart"
    assert all(3_000 <= len(article.text) < 3_010 for article, _ in found[1:-1])
    assert sum(len(inside) for _, inside in found) == len(mentions) + 4
    for article, inside in found:
        assert {each.text_in(article.text) for each in inside} <= {"An", "họp", "ọp.\nAn h", ""}
        ids = {each.id for each in inside}
        assert all(target in ids for each in inside for target in each.targets())


def test_an_article_stays_whole_where_it_is_not_too_long_or_nothing_parts_it() -> None:
    short = Article("a", "An họp.\n" * 10, {})
    assert pieces(short, []) == [(short, ())]
    long = Article("a", "An họp. " * (LONGEST // 8 + 1), {})
    ((whole, inside),) = pieces(long, [entity("T1", "PER", (8, 10))])
    assert (whole.text, inside) == (long.text, (entity("T1", "PER", (8, 10)),))
