"""Files that are no DocBin, or a hostile one, are told in a sentence and want no memory."""

import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.formats.spacy import bin as spacy_bin
from annotator.formats.spacy import raw as spacy_raw
from annotator.model.message import AnnotatorError
from tests.formats.round_trip import folder

pytest.importorskip("spacy")

import srsly
from spacy.tokens import Span

from tests.formats.test_spacy import group, made, message, ours, saved, shown, span

NO_DOCBIN = ": This is no DocBin of spaCy, or it is not whole."
CHANGES: list[tuple[dict[str, Any], str]] = [
    ({"attrs": []}, NO_DOCBIN),
    ({"attrs": ["ORTH"]}, NO_DOCBIN),
    ({"attrs": 7}, NO_DOCBIN),
    ({"attrs": [10**18] * 13}, NO_DOCBIN),
    ({"tokens": b"123"}, NO_DOCBIN),
    ({"tokens": "text"}, NO_DOCBIN),
    ({"spaces": b""}, NO_DOCBIN),
    ({"lengths": struct.pack("=ii", -2, 4)}, NO_DOCBIN),
    ({"lengths": b"123"}, NO_DOCBIN),
    ({"lengths": struct.pack("=i", 10**9)}, NO_DOCBIN),
    ({"strings": [1]}, NO_DOCBIN),
    ({"strings": "abc"}, NO_DOCBIN),
    ({"strings": []}, ":1: This is no DocBin"),
    ({"cats": [{}, {}]}, NO_DOCBIN),
    ({"cats": [{"a": {"b": 1}}]}, NO_DOCBIN),
    ({"cats": [{"a": float("nan"), "": 1, "b": "x", "c": None, "d": -1}]}, ":1: Categories"),
    ({"flags": [[]]}, NO_DOCBIN),
    ({"flags": [{"has_unknown_spaces": [1]}]}, NO_DOCBIN),
    ({"span_groups": [b"\xc1"]}, ":1: This is no DocBin"),
    ({"span_groups": [srsly.msgpack_dumps({"a": 1})]}, ":1: This is no DocBin"),
    ({"span_groups": [srsly.msgpack_dumps({group(b"short"): ["sc"]})]}, ":1: This is no DocBin"),
    ({"span_groups": [srsly.msgpack_dumps({group(*(span(a, b) for a, b in [
        (0, 3), (-1, 1), (1, 1), (1, 0), (2**31 - 1, -(2**31)),
    ])): ["sc"]})]}, ":1: Spans outside their document, left out: 5; the first is 0–3"),
    ({"user_data": [b"\x81"]}, ":1: This is no DocBin"),
    ({"user_data": [b"\x81\x81\x01\x02\x03"]}, ":1: This is no DocBin"),
    ({"user_data": [srsly.msgpack_dumps({"a": {"nd": True}, ("b",): 1})]}, ":1: Documents"),
    ({"more": {"a": [1, {"b": 2}]}}, "a 'một hai '"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "sentence"), CHANGES, ids=lambda value: str(value)[:40])
def test_parts_that_are_wrong(tmp_path: Path, change: dict[str, Any], sentence: str) -> None:
    path = saved(tmp_path / "a.spacy", made("một", "hai"))
    path.write_bytes(zlib.compress(srsly.msgpack_dumps({**message(path), **change})))
    assert any(each.startswith(sentence) for each in shown(path)), shown(path)


DEEP = b"\x91" * 100_000
WHOLE = b"\x89\xa7version\xa30.1"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", NO_DOCBIN),
        (b"no zlib", NO_DOCBIN),
        (zlib.compress(b""), NO_DOCBIN),
        (zlib.compress(WHOLE)[:-6], NO_DOCBIN),
        (zlib.compress(b"\x81\xa4more" + DEEP), NO_DOCBIN),
        (zlib.compress(b"\x81\xa5attrs" + DEEP), NO_DOCBIN),
        (zlib.compress(b"\x81\xa4cats\xdd\xff\xff\xff\xff"), NO_DOCBIN),
        (zlib.compress(b"\xdf\xff\xff\xff\xff"), NO_DOCBIN),
        (
            zlib.compress(b"\x81\xa4cats\xdd\x7f\xff\xff\xff" + b"\x80" * (5 << 20)),
            ": This has more",
        ),
        (zlib.compress(b"\x81\xa7strings\xdd\x7f\xff\xff\xff" + b"\xa0" * (5 << 20)), ": This has"),
        (
            zlib.compress(b"\x81\xa7lengths\xc6\x01\x40\x00\x00" + bytes(0x1400000)),
            ": This has more",
        ),
        (zlib.compress(b"\x81\xa6tokens\xc6\x7f\xff\xff\xff" + b"x" * 100), NO_DOCBIN),
        (zlib.compress(b"\x80"), ": There is no document in it."),
        (zlib.compress(srsly.msgpack_dumps({"strings": ["a" * (65 << 20)]})), ": This has more"),
    ],
    ids=range(14),
)
def test_files_that_are_broken_or_want_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, sentence: str
) -> None:
    monkeypatch.setattr(spacy_bin, "MOST_ITEMS", 5000)
    path = tmp_path / "a.spacy"
    path.write_bytes(data)
    (said,) = shown(path)
    assert said.startswith(sentence)


def test_a_bomb_stops_at_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy_bin, "LARGEST", 1 << 20)
    path = tmp_path / "a.spacy"
    path.write_bytes(zlib.compress(b"\x81\xa4more\xc6\x01\x00\x00\x00" + bytes(1 << 24)))
    assert path.stat().st_size < 20_000
    (said,) = shown(path)
    assert said.startswith(": This has more than")


def test_a_word_many_times_is_no_endless_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spacy_raw, "LONGEST", 1000)
    path = saved(tmp_path / "a.spacy", made(*["x" * 100] * 11), made("một"))
    assert [each[:16] for each in shown(path)] == [":1: This has mor", "a-2 'một ' "]
    monkeypatch.setattr(spacy_raw, "MOST_WORDS", 2)
    assert [each[:16] for each in shown(path)] == [":1: This has mor", "a-2 'một ' "]


@pytest.mark.parametrize("limit", ["LONGEST", "MOST_ITEMS"])
def test_user_data_without_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    doc = made("một")
    doc.user_data = {(n, n): n for n in range(300)}
    path = saved(tmp_path / "a.spacy", doc)
    monkeypatch.setattr(spacy_raw, limit, 500)
    assert [each[:16] for each in shown(path)] == [":1: This has mor"]


def test_pickles_are_never_loaded(tmp_path: Path) -> None:
    import pickle

    class Evil:
        def __reduce__(self) -> tuple[Any, ...]:
            return (Path.touch, (tmp_path / "evil",))

    pickled = pickle.dumps(Evil())
    path = saved(tmp_path / "a.spacy", made("một"))
    data = message(path)
    array = {b"nd": True, b"type": "O", b"kind": b"O", b"shape": [1], b"data": pickled}
    data["user_data"] = [srsly.msgpack_dumps({"a": pickled, "b": array})]
    path.write_bytes(zlib.compress(srsly.msgpack_dumps({**data, "c": array})))
    assert shown(path)[0] == "a 'một ' "
    (tmp_path / "b.spacy").write_bytes(pickled)
    assert shown(tmp_path / "b.spacy") == [NO_DOCBIN]
    assert not (tmp_path / "evil").exists()


@pytest.fixture(scope="module")
def valid(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("valid") / "a.spacy"
    doc = ours(path)
    doc.spans["more"] = [Span(doc, 0, 2, "X")]
    doc.user_data["k"] = 1
    return zlib.decompress(saved(path, doc, made("x")).read_bytes())


@given(data=st.data())
@settings(max_examples=150)
def test_anything_is_read_or_refused(valid: bytes, data: st.DataObject) -> None:
    packed = bytearray(valid)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(packed) - 1))
        packed[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    with folder() as place:
        path = place / "a.spacy"
        path.write_bytes(zlib.compress(bytes(packed)))
        for each in read(path, "spacy"):
            assert isinstance(each, Parcel) or str(each).startswith(str(path))
        path.write_bytes(bytes(packed[:300]))
        (said,) = read(path, "spacy")
        assert isinstance(said, AnnotatorError)
