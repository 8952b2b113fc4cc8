"""JSON lines of words with tags come in as articles of a sentence, as columns do."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.format import HEAD, Parcel
from annotator.formats.reading import read
from annotator.formats.registry import formats
from annotator.formats.tags import Scheme, Span, tags
from annotator.model.message import AnnotatorError, Remark
from tests.formats.damage import damaged, damaged_bytes
from tests.formats.round_trip import folder
from tests.formats.test_conll import shown
from tests.formats.test_text_jsonl import read_lines

PHONER = [
    {"words": ["Bệnh_nhân", '"', "669", '"', "ở", "Đà_Nẵng", "."],
     "tags": ["O", "O", "B-PATIENT_ID", "O", "O", "B-LOCATION", "O"]},
    {"words": ["Sở", "Y_tế", "(", "TP", ".", ")"],
     "tags": ["B-ORGANIZATION", "I-ORGANIZATION", "O", "B-LOCATION", "I-LOCATION", "O"]},
]  # fmt: skip


OTHER_TEXT = "The sentence is not made up of its tokens: the text is that of the tokens."


def lines(*values: Any) -> str:
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def in_file(folder: Path, *values: Any, name: str = "train.json") -> list[str]:
    path = folder / name
    path.write_text(lines(*values), encoding="utf-8")
    return [each.replace(f"{folder}/", "") for each in shown(path)]


def test_the_text_is_that_of_the_same_words_in_columns(tmp_path: Path) -> None:
    columns = tmp_path / "train.conll"
    columns.write_text(
        "\n".join(
            "".join(
                f"{word} {tag}\n" for word, tag in zip(line["words"], line["tags"], strict=True)
            )
            for line in PHONER
        )
    )
    (together,) = shown(columns)
    assert in_file(tmp_path, *PHONER) == [
        f"train/{number}: {text}"
        for number, text in enumerate(together.removeprefix("train: ").split("\n"), 1)
    ]
    assert together.endswith("[Sở Y tế ORGANIZATION] ([TP. LOCATION])")


def test_keys_are_those_of_hugging_face_too(tmp_path: Path) -> None:
    of_words = {"tokens": ["Hà", "Nội"], "ner_tags": ["B-LOC", "I-LOC"]}
    assert in_file(tmp_path, of_words, {"words": ["a"], "ner_tags": ["O"]}) == [
        "train/1: [Hà Nội LOC]",
        "train/2: a",
    ]


def test_a_number_as_id_is_one_of_its_file_alone(tmp_path: Path) -> None:
    sentence = {"tokens": ["a"], "ner_tags": ["O"]}
    for name in ("train", "test"):
        found = in_file(
            tmp_path,
            *({"id": id, **sentence} for id in ("0", 1, "báo-7/1", " ", None, True)),
            name=f"{name}.jsonl",
        )
        assert [line.partition(":")[0] for line in found] == [
            f"{name}/0", f"{name}/1", "báo-7/1", f"{name}/4", f"{name}/5", f"{name}/6",
        ]  # fmt: skip


def test_keys_it_does_not_know_are_metadata(tmp_path: Path) -> None:
    line = {"id": "a", "tokens": ["a"], "ner_tags": ["O"], "tags": ["x"], "pos_tags": [7]}
    (found,) = read_lines(tmp_path, lines(line), "token-jsonl")
    assert isinstance(found, Parcel)
    assert found.article.metadata == {"tags": ["x"], "pos_tags": [7]}


def test_a_text_of_these_words_is_the_text(tmp_path: Path) -> None:
    line = {"tokens": ["Hà_Nội", "."], "ner_tags": ["B-LOC", "O"]}
    own, other = "Ở\xa0Hà\u200bNội", "Huế ."
    assert in_file(
        tmp_path,
        {**line, "text": " Hà Nội  .\n"},
        {**line, "text": own},
        {**line, "text": other},
        {**line, "text": 3},
    ) == [
        "train/1:  [Hà Nội LOC]  .\n",
        *(
            text
            for number in (2, 3, 4)
            for text in (
                f"train.json:{number}: {OTHER_TEXT}",
                f"train/{number}: [Hà Nội LOC].",
            )
        ),
    ]
    assert [dict(each.article.metadata) for each in read(tmp_path / "train.json")
            if isinstance(each, Parcel)] == [
        {}, {"text": own}, {"text": other}, {"text": 3},
    ]  # fmt: skip


WRONG = [
    ({"words": ["a"]}, "tags is missing." ),
    ({"ner_tags": ["O"]}, "tokens is missing."),
    ({"words": "a", "tags": ["O"]},
     "words has a value of the wrong type: it must be of type array."),
    ({"words": ["a", 1], "tags": ["O", "O"]},
     "words[1] has a value of the wrong type: it must be of type string."),
    ({"words": ["a", "b"], "tags": ["O", 1]},
     "tags[1] has a value of the wrong type: it must be of type string."),
    ({"words": [], "tags": []}, "words is empty, or has an empty text."),
    ({"words": ["a", ""], "tags": ["O", "O"]}, "words is empty, or has an empty text."),
    ({"words": ["a", "b"], "tags": ["O"]},
     "tags has 1 items, but words has 2: each word needs one tag."),
    ({"tokens": ["a", "b"], "ner_tags": [3, 0]},
     ("ner_tags has numbers, and the file does not say which labels they stand for: write the tags "
     "themselves (B-LOC, I-LOC, O).")),
    (["a"], "The line has a value of the wrong type: it must be of type object."),
]  # fmt: skip


@pytest.mark.parametrize(("line", "said"), WRONG, ids=lambda value: str(value)[:50])
def test_a_line_that_can_not_be_read_is_named_and_the_rest_goes_in(
    line: Any, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines(PHONER[0], line, PHONER[1]))
    first, refused, last = read(path)
    assert isinstance(first, Parcel)
    assert isinstance(last, Parcel)
    assert str(refused).replace("ner_tags is missing", "tags is missing") == f"{path}:2: {said}"


def test_tags_that_are_none_or_follow_from_none_are_told_once_a_file(tmp_path: Path) -> None:
    line = {"words": ["a", "b", "c"], "tags": ["LOC", "I-LOC", "B-PER"]}
    assert in_file(tmp_path, line, line) == [
        "train/1: a [b LOC] [c PER]",
        "train/2: a [b LOC] [c PER]",
        "train.json:1: Values that are no tags, taken for O: 2; the first is LOC.",
        (
            "train.json:1: Tags that do not follow from the one before: 2; the first is I-LOC. "
            "Each is read as the beginning or the end of a mention."
        ),
    ]


@given(st.sampled_from(Scheme), st.integers(1, 6), st.data())
@settings(max_examples=40)
def test_all_schemes_are_read(scheme: Scheme, length: int, data: st.DataObject) -> None:
    spans = [
        Span(start, end, data.draw(st.sampled_from(["A", "B-C", "%"])))
        for start, end in zip(
            *[iter(sorted(data.draw(st.sets(st.integers(0, length)))))] * 2, strict=False
        )
    ]
    words = [f"w{number}" for number in range(length)]
    line = {"words": words, "tags": tags(spans, length, scheme)}
    telling = {"words": ["x"], "tags": tags([Span(0, 1, "A")], 1, scheme)}
    with folder() as place:
        found = read_lines(place, lines(telling, line), "token-jsonl")
    assert not any(isinstance(each, Remark) for each in found)
    parcel = found[1]
    assert isinstance(parcel, Parcel)
    assert [each.text_in(parcel.article.text) for each in parcel.layers[0]] == [
        " ".join(words[first:last]) for first, last, _ in spans
    ]
    assert [each.label for each in parcel.layers[0]] == [label for _, _, label in spans]


RECOGNISED = [
    ("token-jsonl", PHONER[0]),
    ("token-jsonl", {"id": "0", "tokens": ["a"], "ner_tags": [0], "pos_tags": [1]}),
    ("token-jsonl", {"tokens": ["a"], "ner_tags": ["O"], "langs": ["vi"], "spans": []}),
    ("token-jsonl", {"text": "a", "tokens": ["a"], "ner_tags": ["O"]}),
    ("text-jsonl", {"text": "a b", "words": 2, "tags": ["thời sự"]}),
    ("text-jsonl", {"nội dung": "a b", "words": 2, "tags": ["thời sự"]}),
    ("prodigy", {"text": "a", "tokens": [], "spans": [], "ner_tags": []}),
    ("oneie", {"doc_id": "a", "tokens": ["a"], "entity_mentions": []}),
    ("dygie", {"doc_key": "a", "sentences": [["a"]], "ner": [[]], "words": []}),
    ("jsonl", {"format": "annotator/1", "id": "a", "text": "a", "tokens": ["a"], "ner_tags": []}),
]


@pytest.mark.parametrize(("name", "value"), RECOGNISED, ids=lambda value: str(value)[:60])
@pytest.mark.parametrize("as_array", [False, True])
def test_it_is_told_from_other_formats_of_json(name: str, value: Any, as_array: bool) -> None:
    head = json.dumps([value] if as_array else value, ensure_ascii=False).encode()[:HEAD]
    assert [each.name for each in formats() if each.recognizes(head)] == [name]


def test_an_array_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(PHONER, indent=1))
    assert [each.partition(":")[0] for each in shown(path)] == ["a/1", "a/2"]


@given(
    st.binary()
    | st.randoms().map(lambda chance: damaged_bytes(lines(*PHONER).encode(), chance))
    | damaged(PHONER)
)
@settings(max_examples=60)
def test_damage_of_any_kind_is_told(data: bytes) -> None:
    with folder() as place:
        for each in read_lines(place, data, "token-jsonl"):
            assert isinstance(each, Parcel | AnnotatorError)
