"""Texts that disagree with their offsets are found where that is certain; no line is lost."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.brat import places as brat_places
from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.model.message import AnnotatorError
from tests.formats.brat_files import again, content, put, read_one, written
from tests.formats.round_trip import folder

NOT_FOUND = "and nowhere else for certain: it stays there, with a note."
NO_LINE = "This is no line of the format brat: it is kept, and written again, but not shown."


def lines_for(text: str, words: list[str]) -> str:
    """Return `T` lines for `words`, one after another in `text`."""
    lines: list[str] = []
    at = 0
    for number, word in enumerate(words, 1):
        at = text.index(word, at)
        lines.append(f"T{number}\tPER {at} {at + len(word)}\t{word}")
    return "\n".join(lines)


NEWS = "Họp ở Huế 👩 sáng nay .\r\nLan và Nam có mặt .\r\nLan phát biểu .\r\n"
NFD = unicodedata.normalize("NFD", NEWS)
WORDS = ["Huế", "Lan", "Nam", "Lan"]
PLACES = [NEWS.index("Huế"), NEWS.index("Lan"), NEWS.index("Nam"), NEWS.rindex("Lan")]
COUNTED = {
    "crlf": (NEWS, NEWS.replace("\r\n", "\n"), "The offsets count each line end (CR LF) as one"),
    "bom": ("\ufeff" + NEWS, NEWS, "The offsets do not count the byte order mark"),
    "both": ("\ufeff" + NEWS, NEWS.replace("\r\n", "\n"), "The offsets count each line end"),
    "lf": (NEWS.replace("\r", ""), NEWS, "The offsets count each line end (LF) as two"),
    "utf-16": (NEWS, NEWS.replace("👩", "xx"), "The offsets count UTF-16 units"),
    "utf-16, crlf": (NEWS, NEWS.replace("👩", "xx").replace("\r", ""), "The offsets count each"),
    "bytes": (NEWS, NEWS.encode().decode("latin-1"), "The offsets count bytes"),
    "composed": (NFD, NEWS, "The offsets count characters of the text composed"),
    "decomposed": (NEWS, NFD, "The offsets count characters of the text decomposed"),
}


@pytest.mark.parametrize("way", COUNTED)
def test_a_file_may_count_offsets_in_another_way(tmp_path: Path, way: str) -> None:
    text, counted, remark = COUNTED[way]
    words = [unicodedata.normalize("NFD", each) if counted is NFD else each for each in WORDS]
    as_counted = [each.encode().decode("latin-1") if way == "bytes" else each for each in words]
    lines = lines_for(counted, as_counted)
    for one, other in zip(as_counted, words, strict=True):
        lines = lines.replace(f"\t{one}", f"\t{other}")
    found = read_one(put(tmp_path / "in", text, lines))
    assert found.article.text == text
    shown = [unicodedata.normalize("NFC", each) for each in found.shown().values()]
    assert shown == [f"PER {word}" for word in WORDS]
    places = [text.index("Hu"), text.index("Lan"), text.index("Nam"), text.rindex("Lan")]
    assert [found.layer[f"T{n}"].start for n in (1, 2, 3, 4)] == places
    assert found.remarks[0].startswith(f"a.ann: {remark}")
    assert len(found.remarks) == 1 + (way in ("both", "utf-16, crlf"))
    rewritten = again(tmp_path / "in")
    if way in ("crlf", "bom", "both"):
        assert rewritten == lines.split("\n")
    else:
        assert read_one(tmp_path / "in-again").spans("T4") == found.spans("T4")
        kept = ["a.ann: " + COUNTED["crlf"][2]] if "crlf" in way else []
        remarks = read_one(tmp_path / "in-again").remarks
        assert [each[: len(kept[0])] for each in remarks] == kept if kept else remarks == []


TALK = "Nam nói . Lan nói . Bà Hà nói . Nam đi . Lan đi ."


@pytest.mark.parametrize(
    ("line", "spans"),
    [
        ("T1\tPER 0 3\tLan", None),  # two of them
        ("T1\tPER 9 12\tLan", [(10, 13)]),  # two, one of them where it should be
        ("T1\tPER 9 13\tLan", [(10, 13)]),  # offsets with the space before
        ("T1\tPER 10 14\tLan", [(10, 13)]),  # and after
        ("T1\tPER 10 13\tLan ", [(10, 13)]),  # no disagreement
        ("T1\tPER 0 6\tBà  Hà", [(20, 25)]),  # once, but for spaces
        ("T1\tPER 5000 5005\tBà Hà", [(20, 25)]),
        ("T1\tPER -7 2\tBà Hà", [(20, 25)]),
        ("T1\tPER 25 20\tBà Hà", [(20, 25)]),
        ("T1\tPER 5 5\tBà Hà", [(20, 25)]),
        ("T1\tPER 100000000000000000 100000000000000005\tBà Hà", [(20, 25)]),
        ("T1\tPER 22 24;28 31\tBà nói", [(20, 22), (26, 29)]),
        ("T1\tPER 21 23;27 30\tHà nói", None),
        ("T1\tPER 21 23;24 26\tBà Hà", [(20, 22), (23, 25)]),
        ("T1\tPER 20 22;23 25\tBàHà", [(20, 22), (23, 25)]),
        ("T1\tPER 23 25;20 22\tHà Bà", [(20, 22), (23, 25)]),
        ("T1\tPER 20 24;22 25\tBà H Hà", [(20, 25)]),
        ("T1\tPER 20 25", [(20, 25)]),
        ("T1\tPER 20 25\t", [(20, 25)]),
        ("T1\tPER 20 25\tBà Hà\tmột lời bàn", [(20, 25)]),
    ],
)
def test_a_stretch_is_where_its_text_is_for_certain(
    tmp_path: Path, line: str, spans: list[tuple[int, int]] | None
) -> None:
    found = read_one(put(tmp_path / "in", TALK, line))
    stated = line.split("\t")[2] if line.count("\t") > 1 else ""
    if spans:
        assert found.spans("T1") == spans
        assert found.layer["T1"].note == ""
    else:
        assert found.layer["T1"].note == f".ann: “{stated}”"
        assert found.remarks[0].endswith("nowhere else for certain: it stays there, with a note.")
        assert again(tmp_path / "in") == [line]


def test_what_moved_is_told_with_the_places(tmp_path: Path) -> None:
    folder = put(tmp_path / "in", TALK, "T1\tPER 9 12\tLan\nT2\tPER 0 3;4 7\tBà Hà nói ai")
    assert read_one(folder).remarks == [
        "a.ann:1: “Lan” does not stand at its offsets 9–12, but at 10–13: it was moved there.",
        f"a.ann:2: “Bà Hà nói ai” does not stand at its offsets 0–3, 4–7, {NOT_FOUND}",
    ]
    assert again(folder) == ["T1\tPER 10 13\tLan", "T2\tPER 0 3;4 7\tBà Hà nói ai"]
    again_read = read_one(folder.with_name("in-again"))
    assert again_read.shown() == read_one(folder).shown()


def test_what_moved_as_far_as_its_neighbour_is_found(tmp_path: Path) -> None:
    text = "xx " * 30 + "Bà Hà nói . " + "xx . " * 30 + "Lan xx đi ."
    at = text.index("Hà")
    lines = f"T1\tA {at - 3} {at - 1}\tHà\nT2\tA {at + 11} {at + 13}\txx"
    assert read_one(put(tmp_path / "in", text, lines)).spans("T2") == [(at + 14, at + 16)]
    alone = read_one(put(tmp_path / "alone", text, lines.split("\n")[1]))
    assert alone.layer["T2"].note == ".ann: “xx”"


def test_a_line_break_in_a_text_splits_it(tmp_path: Path) -> None:
    text = "Ban chỉ đạo\r\nphòng chống dịch\n\nquốc gia họp ."
    end = text.index(" họp")
    lines = (
        f"T1\tORG 0 {end}\tBan chỉ đạo\nphòng chống dịch\n\nquốc gia\n"
        f"T2\tORG 4 {text.index('quốc') - 2}\tchỉ đạo phòng chống dịch\n"
        "T3\tX 11 13\t \n"
        f"T4\tMeet {end + 1} {end + 4}\thọp\nE1\tMeet:T4 Who:T1"
    )
    found = read_one(put(tmp_path / "in", text, lines))
    assert found.shown()["T1"] == "ORG Ban chỉ đạo phòng chống dịch quốc gia"
    assert found.spans("T2") == [(4, 11), (13, 29)]
    assert found.spans("T3") == [(11, 13)]
    assert found.shown()["E1"] == "Meet họp Who:T1"
    assert found.remarks == [
        "a.ann:1: T1 goes over a line break: it was split there, as brat does.",
        "a.ann:5: T2 goes over a line break: it was split there, as brat does.",
    ]
    rewritten = again(tmp_path / "in")
    assert rewritten[0] == "T1\tORG 0 11;13 29;31 39\tBan chỉ đạo phòng chống dịch quốc gia"
    assert read_one(tmp_path / "in-again").remarks == []


def test_a_text_with_a_line_break_that_is_not_there_either(tmp_path: Path) -> None:
    found = read_one(
        put(tmp_path / "in", "Lan\nNam đi .", "T1\tA 4 7\tNam\nđi\nT2\tB 0 3\tLan\nNam")
    )
    assert found.shown() == {"T1": "A Nam", "T2": "B Lan"}
    assert found.article.metadata["brat"] == {"lines": ["đi", "Nam"]}
    assert found.remarks == [f"a.ann:2: {NO_LINE}", f"a.ann:4: {NO_LINE}"]
    assert again(tmp_path / "in")[:2] == ["đi", "Nam"]


def test_files_may_begin_with_a_mark_and_end_lines_otherwise(tmp_path: Path) -> None:
    text, lines = "Lan và Nam", "T1\tPER 0 3\tLan\nT2\tPER 7 10\tNam\nR1\tX Arg1:T1 Arg2:T2\t\n"
    plain = read_one(put(tmp_path / "plain", text, lines))
    for number, changed in enumerate(("\ufeff" + lines, lines.replace("\n", "\r\n"))):
        found = read_one(put(tmp_path / str(number), text, changed))
        assert found.remarks == []
        assert found.shown() == plain.shown()
    old = read_one(put(tmp_path / "old", text, lines.replace("\n", "\r")))
    assert old.shown() == plain.shown()


NO_PLACE = "stands nowhere in the article for certain, and the offsets"
HELD = "it is kept, and written again, but not shown."
LINE_HELD = "the line is kept, and written again, but not shown."
GOOD = "T1\tA 0 1\t0\nT2\tE 1 2\t1\nE1\tE:T2 Who:T1"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("T9 A 0 1 0", f"This is no line of the format brat: {HELD}"),
        ("W1\tA 0 1", f"This is no line of the format brat: {HELD}"),
        ("T9\tA 0 1.5\t0", f"T9 has no type and offsets of the form TYPE START END: {LINE_HELD}"),
        ("T9\tA 0\t0", f"T9 has no type and offsets of the form TYPE START END: {LINE_HELD}"),
        ("T9\tA NaN 1\t0", f"T9 has no type and offsets of the form TYPE START END: {LINE_HELD}"),
        ("T9\t", f"T9 has no type and offsets of the form TYPE START END: {LINE_HELD}"),
        (
            f"T9\tA {'9' * 5000} 1\t0",
            f"T9 has no type and offsets of the form TYPE START END: {LINE_HELD}",
        ),
        ("T9\tA 9 99\tX", f"“X” {NO_PLACE} 9–99 are none: {LINE_HELD}"),
        ("T9\tA 2 1\t", f"“” {NO_PLACE} 2–1 are none: {LINE_HELD}"),
        ("E9\t", f"E9 is not of the form of such lines: {HELD}"),
        ("R9\tX Arg1:T1 Arg2:T7", f"R9 links to T7, which is not there: {LINE_HELD}"),
        ("R9\tX Arg1:T1 Arg2", f"R9 is not of the form of such lines: {HELD}"),
        ("R9\tX Arg1:R8\nR8\tX Arg1:T7", f"R8 links to T7, which is not there: {LINE_HELD}"),
        ("*\tEquiv T1 T7", f"* links to T7, which is not there: {LINE_HELD}"),
        ("A9\tNegation", f"A9 is not of the form of such lines: {HELD}"),
        ("A9\tNegation E7", f"A9 is about E7, which is not there: {LINE_HELD}"),
        (
            "A9\tNegation E1\nA8\tNegation E1 x",
            f"E1 has the attribute Negation already: {LINE_HELD}",
        ),
        ("N9\tReference T1 Wikipedia", f"N9 is not of the form of such lines: {HELD}"),
        ("N9\tOther T1 W:1\tx", f"N9 is not of the form of such lines: {HELD}"),
        ("#9\tAnnotatorNotes", f"#9 is not of the form of such lines: {HELD}"),
        ("#9\tAnnotatorNotes A1\tx", f"#9 is about A1, which is not there: {LINE_HELD}"),
    ],
)
def test_lines_that_say_nothing_are_kept_and_named(
    tmp_path: Path, line: str, sentence: str
) -> None:
    folder = put(tmp_path / "in", "0123", f"{GOOD}\n{line}\n")
    found = read_one(folder)
    assert any(each.endswith(f": {sentence}") for each in found.remarks)
    assert {"T1", "E1"} <= set(found.shown())
    assert content("\n".join(again(folder))) == content((folder / "a.ann").read_text())
    assert read_one(folder.with_name("in-again")).shown() == found.shown()


def test_events_keep_what_leads_nowhere(tmp_path: Path) -> None:
    lines = (
        "T1\tA 0 1\t0\nT2\tE 1 2\t1\nE1\tE:T2 Who:T1 Who2:T7 Of:E1 x Who3:T1\n"
        "E2\tE:T8 Who:T1\nT3\tE 7 9\tX\nE3\tE:T3 Who:E2\nE4\tE:T2 X:E5\nE5\tE:T2 X:E4"
    )
    folder = put(tmp_path / "in", "0123", lines)
    found = read_one(folder)
    assert found.shown() == {
        "T1": "A 0",
        "E1": "E 1 Who:T1 Who:T1",
        "E2": "E Who:T1",
        "E3": "E Who:E2",
        "E4": "E 1 X:E5",
        "E5": "E 1 X:E4",
    }
    nowhere = "leads nowhere: it is written again, but not shown."
    no_trigger = "which is not there: it is shown without one."
    assert [each for each in found.remarks if not each.startswith("a.ann:5")] == [
        f"a.ann:3: The argument Who2:T7 of E1 {nowhere}",
        f"a.ann:3: The argument Of:E1 of E1 {nowhere}",
        f"a.ann:3: The argument x of E1 {nowhere}",
        f"a.ann:4: E2 has the trigger T8, {no_trigger}",
        f"a.ann:6: E3 has the trigger T3, {no_trigger}",
    ]
    assert content("\n".join(again(folder))) == content(lines)


def test_ids_that_are_there_twice(tmp_path: Path) -> None:
    lines = (
        "T1\tA 0 1\t0\nT1\tB 1 2\t1\nT1\tC 2 3\t2\nE1\tE X:T1\nE1\tE X:T1\nR1\tR Y:T1\nR1\tR Y:E1"
    )
    found = read_one(put(tmp_path / "in", "0123", lines))
    assert found.shown() == {
        "T1": "A 0",
        "T1-2": "B 1",
        "T1-3": "C 2",
        "E1": "E X:T1",
        "E1-2": "E X:T1",
        "R1": "R Y:T1",
        "R1-2": "R Y:E1",
    }
    assert found.remarks[0] == "a.ann:2: There is another T1 before: this one is now T1-2."
    assert len(found.remarks) == 4
    assert len(again(tmp_path / "in")) == 7


def test_notes_without_text_and_over_several_lines(tmp_path: Path) -> None:
    lines = GOOD + "\n#1\tAnnotatorNotes T1\t\n#2\tAnnotatorNotes E1\tmột\nhai\n# lời bàn\nba"
    folder = put(tmp_path / "in", "0123", lines)
    found = read_one(folder)
    assert found.layer["E1"].note == "một\nhai"
    assert found.layer["T1"].note == ""
    assert found.remarks == [
        "a.ann:5: #2 goes on in the next line: it became a note of several lines.",
        f"a.ann:8: {NO_LINE}",
    ]
    assert again(folder) == [
        *("# lời bàn", "ba", *GOOD.split("\n")),
        *("#2\tAnnotatorNotes E1\tmột", "#3\tAnnotatorNotes E1\thai", "#1\tAnnotatorNotes T1\t"),
    ]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.ann", b"\xff\xfeT\0", "The text is UTF-16"),
        ("a.ann", b"T1\0", "is NUL"),
        ("a.ann", b"T1\t\xe1", "is not UTF-8"),
        ("a.txt", b"", "The file is empty"),
        ("a.txt", b" \n", "nothing but white space"),
        ("a.txt", b"\x80abc", "is not UTF-8"),
    ],
)
def test_files_that_are_no_text_are_refused(
    tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    put(tmp_path, "0123", GOOD)
    (tmp_path / "b.txt").write_text("0")
    (tmp_path / name).write_bytes(data)
    refused, other = read(tmp_path)
    assert isinstance(refused, AnnotatorError)
    assert refused.where == f"{tmp_path}/{name}"
    assert sentence in str(refused.message)
    assert isinstance(other, Parcel)


def test_files_that_are_too_long_are_not_read(tmp_path: Path) -> None:
    put(tmp_path, "0123", "")
    for name, size, sentence in (
        ("a.ann", 65, "The file has 65 MB; it may have 64 MB: split it."),
        ("a.txt", 17, "The file has 17 MB; it may have 16 MB: split it."),
    ):
        with (tmp_path / name).open("wb") as file:
            file.truncate(size << 20)
        (refused,) = read(tmp_path)
        assert str(refused) == f"{tmp_path}/{name}: {sentence}"


def test_many_lines_in_disorder_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brat_places, "_EFFORT", 1_000_000)
    count = 5_000
    text = "".join(f"w{number} ăn . " for number in range(count))
    lines = [f"T{n}\tA {n} {n + 2000}\tw{n}" for n in range(count)]
    lines += [f"R{n}\tX Arg1:R{n + 1}" for n in range(count)]
    lines += [f"E{n}\tX Y:E{n + 1}" for n in range(count)]
    found = read_one(put(tmp_path / "in", text, "\n".join(lines)))
    assert len(found.layer) == 2 * count
    assert len(found.remarks) == 2 * count + 1  # one for each line but all events but one


VALID = f"{GOOD}\nA1\tX E1 y\nN1\tReference T1 W:1\tz\n#1\tAnnotatorNotes T1\tz\n*\tEquiv T1 E1"
WORDS_OF_LINES = (
    "T1 T2 T9 E1 E2 R1 A1 M1 N1 #1 * : ; 0 1 2 99 -1 10000000000000000000 X Arg1 Arg2 Who Who2 # é "
    "👩 -Arg -Arg2 Equiv Reference AnnotatorNotes AnnotatorOrigin \ufeff"
).split()
pieces = st.sampled_from([*WORDS_OF_LINES, "\t", " ", "\n", "\r\n", "0 1", "1 3"])


@given(
    st.lists(pieces, max_size=60).map("".join) | st.text(), st.integers(0, 99), st.integers(0, 9)
)
def test_whatever_stands_there_gives_parcels_and_sentences(
    inserted: str, at: int, removed: int
) -> None:
    lines = VALID[:at] + inserted + VALID[at + removed :]
    with folder() as place:
        put(place, "0123 👩 456\r\n", lines.replace("\0", "").encode("utf-8", "replace"))
        found = list(read(place))
        assert all(isinstance(each, Parcel | AnnotatorError) for each in found)
        for parcel in found:
            if isinstance(parcel, Parcel):
                written(parcel.layers[0], place / "out")
                back = read_one(place / "out")
                assert written(back.layer, place / "more")[0] == again(place / "out")


@given(st.binary())
def test_any_bytes_give_parcels_and_sentences(data: bytes) -> None:
    with folder() as place:
        put(place, "0123", data)
        assert all(isinstance(each, Parcel | AnnotatorError) for each in read(place))
