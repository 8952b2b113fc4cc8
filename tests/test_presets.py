"""The tagsets that come with the program are complete, and files are refused with a reason."""

from itertools import chain
from pathlib import Path

import pytest

from annotator.formats.tagset_files import read_tagset
from annotator.model.annotation import Kind
from annotator.model.tagset import Tagset
from annotator.model.tagset_rules import LABEL_KINDS
from annotator.model.tagset_toml import TagsetError, tagset_to_toml
from annotator.presets import preset, preset_names
from annotator.project import named_tagset
from annotator.resources import resource

NAMES = ["vietnamese-news", "ace-2005", "conll-2003", "ontonotes-5", "vlsp-2018"]


def test_the_default_comes_first() -> None:
    assert preset_names() == NAMES
    assert preset() == preset("vietnamese-news")


@pytest.mark.parametrize("name", NAMES)
def test_everything_has_a_name_in_both_languages_and_labels_a_guideline(name: str) -> None:
    tagset = preset(name)
    labels = [label for kind in LABEL_KINDS for label in tagset.labels(kind)]
    roles = [role for event in tagset.events for role in event.roles]
    for each in chain(labels, roles, tagset.attributes):
        assert each.names.get("en"), each
        assert each.names.get("vi"), each
    assert all(len(label.guideline) > 20 for label in labels)


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_as_the_program_writes_it_below_its_comment(name: str) -> None:
    text = resource(f"tagsets/{name}.toml").read_text(encoding="utf-8")
    comment, _, rest = text.partition("\n\n")
    assert all(line.startswith("#") for line in comment.splitlines())
    assert rest == tagset_to_toml(preset(name))


def test_the_default_has_a_key_for_every_label() -> None:
    tagset = preset()
    assert [each.label for each in tagset.entities] == (
        [
            "PER",
            "ORG",
            "LOC",
            "GPE",
            "TITLE",
            "TIME",
            "MONEY",
            "QUANTITY",
            "LAW",
            "EVENT-NAME",
            "MISC",
        ]
    )
    assert [each.shortcut for each in tagset.entities] == [*"1234567890", "X"]
    keys = [label.shortcut for kind in LABEL_KINDS for label in tagset.labels(kind)]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    assert all(event.roles for event in tagset.events)


def test_ace_is_whole() -> None:
    tagset = preset("ace-2005")
    above = [event for event in tagset.events if not event.parent]
    below = [event for event in tagset.events if event.parent]
    assert [each.label for each in above] == (
        [
            "Life",
            "Movement",
            "Transaction",
            "Business",
            "Conflict",
            "Contact",
            "Personnel",
            "Justice",
        ]
    )
    assert len(below) == 33
    assert all(event.roles for event in below)
    assert {event.parent for event in below} == {each.label for each in above}
    assert {"PER", "ORG", "GPE", "LOC", "FAC", "VEH", "WEA"} <= _labels(tagset, Kind.ENTITY)


def test_ontonotes_has_eighteen_types() -> None:
    assert len(preset("ontonotes-5").entities) == 18


def test_what_ace_calls_values_says_so() -> None:
    values = [each for each in preset("ace-2005").entities if "In ACE a value" in each.guideline]
    assert [each.label for each in values] == [
        "TIME", "VALUE", "NUMERIC", "CRIME", "SENTENCE", "JOB-TITLE", "CONTACT-INFO",
    ]  # fmt: skip
    assert len(preset("ace-2005").entities) - len(values) == 7


def test_a_name_nobody_gave_is_refused_with_those_there_are() -> None:
    with pytest.raises(TagsetError, match="no tagset called klingon; there are vietnamese-news"):
        named_tagset("klingon")


def test_a_preset_comes_before_a_file_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ace-2005").mkdir()
    assert named_tagset("ace-2005") == preset("ace-2005")


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "my.toml"
    path.write_bytes("\ufeff[[entity]]\nlabel = 'Đ'\n".encode())
    assert _labels(named_tagset(str(path)), Kind.ENTITY) == {"Đ"}
    assert _labels(named_tagset("conll-2003"), Kind.ENTITY) == {"PER", "LOC", "ORG", "MISC"}


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b"name = '\xe9'")
    for path, reason in [
        (latin, "not UTF-8"),
        (tmp_path, "directory"),
        (tmp_path / "no.toml", "No"),
    ]:
        with pytest.raises(TagsetError, match=reason) as caught:
            read_tagset(path)
        assert caught.value.where == str(path)


def _labels(tagset: Tagset, kind: Kind) -> set[str]:
    return {each.label for each in tagset.labels(kind)}
