"""The examples in docs/FORMATS.md are what the program reads and writes."""

import json
import re
from pathlib import Path

import jsonschema

from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.model.tagset_toml import tagset_from_toml, tagset_to_toml
from annotator.resources import resource

DOCUMENT = (Path(__file__).parents[2] / "docs" / "FORMATS.md").read_text(encoding="utf-8")


def example(language: str) -> str:
    """Return the one block of `language` in the document."""
    (block,) = re.findall(rf"```{language}\n(.*?)```", DOCUMENT, re.DOTALL)
    return block


def test_the_line_is_read_and_written_as_it_stands(tmp_path: Path) -> None:
    value = json.loads(example("json"))
    schema = json.loads(resource("jsonl.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(value)
    path = tmp_path / "a.jsonl"
    path.write_text(re.sub(r"\n +", " ", example("json")), encoding="utf-8")
    (parcel,) = read(path)
    assert isinstance(parcel, Parcel)
    write([parcel], tmp_path / "b.jsonl")
    compact = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    assert (tmp_path / "b.jsonl").read_text(encoding="utf-8") == f"{compact}\n"


def test_the_tagset_is_read_whole() -> None:
    tagset = tagset_from_toml(example("toml"))
    assert tagset_from_toml(tagset_to_toml(tagset)) == tagset
    assert tagset.with_ancestors("PARTY") == {"PARTY", "ORG"}
    assert tagset.events[0].roles[0].max == 3
    assert tagset.attributes[0].default == "unspecified"


def test_every_key_of_a_line_is_explained() -> None:
    explained = set(re.findall(r"`(\w+)`", DOCUMENT.split("### jsonl")[1].split("## The tag")[0]))
    schema = json.loads(resource("jsonl.schema.json").read_text(encoding="utf-8"))
    keys = set(schema["properties"])
    for kind in ("entity", "event", "relation", "cluster", "document"):
        keys |= set(schema["$defs"][kind]["properties"])
    assert keys - explained == set()
