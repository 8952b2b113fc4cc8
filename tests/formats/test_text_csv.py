"""Tables of articles: the columns by their names, the way of writing by what makes sense."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats import table_lines
from annotator.formats.format import Found, Parcel
from annotator.formats.reading import read
from annotator.formats.registry import format_named
from annotator.model.message import AnnotatorError, Remark
from tests.formats.damage import damaged_bytes
from tests.formats.round_trip import folder
from tests.formats.strategies import PIECES
from tests.language.legacy_text import STORY, encoded


def read_table(folder: Path, data: str | bytes, name: str = "a.csv") -> list[Found]:
    """Return what a file with `data` gives."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read(path))


def articles(found: list[Found]) -> list[tuple[str, str, dict[str, object]]]:
    """Return id, text and metadata of each; fails where something is refused."""
    assert [str(each) for each in found if not isinstance(each, Parcel)] == []
    return [
        (each.article.id, each.article.text, dict(each.article.metadata))
        for each in found
        if isinstance(each, Parcel)
    ]


def told(found: list[Found]) -> list[str]:
    """Return the ids of articles, and the sentences."""
    return [each.article.id if isinstance(each, Parcel) else str(each) for each in found]


def test_columns_are_known_by_their_names(tmp_path: Path) -> None:
    table = (
        "\ufeffMã bài,Tiêu đề,Nội dung,Ngày đăng,TÁC_GIẢ,link,chuyên mục,\r\n"
        'b1,Mùa lúa,"Họp ở ""Huế"".\r\nHết, rồi.",2020-07-02 14:52,Lan,https://x.vn,Xã hội,7\r\n'
        "\r\n"
        ",,Tin khác,,,,,\r\n"
    )
    assert articles(read_table(tmp_path, table)) == [
        (
            "b1",
            'Họp ở "Huế".\r\nHết, rồi.',
            {
                "title": "Mùa lúa",
                "published_at": "2020-07-02T14:52",
                "author": "Lan",
                "url": "https://x.vn",
                "source": "a.csv",
                "chuyên mục": "Xã hội",
                "column 8": "7",
            },
        ),
        ("a/2", "Tin khác", {"source": "a.csv"}),
    ]
    first, second = read_table(tmp_path, table)
    assert (first.where, second.where) == (f"{tmp_path}/a.csv:2", f"{tmp_path}/a.csv:5")


@pytest.mark.parametrize(
    ("header", "row", "metadata"),
    [
        ("text,content", "a,b", {"content": "b"}),
        ("content,TEXT", "b,a", {"content": "b"}),
        ("text,headline,title", "a,x,y", {"title": "y", "headline": "x"}),
        ("text,Title,title", "a,x,y", {"title": "y", "Title": "x"}),
        ("text,title,headline", "a,,y", {"headline": "y"}),
        ("text,date", "a,2020-07-02", {"published_at": "2020-07-02"}),
        ("text,date", 'a,"Thứ Năm, 02/07/2020, 14:52"',
         {"published_at": "2020-07-02T14:52:00", "date": "Thứ Năm, 02/07/2020, 14:52"}),
        ("text,published_at", "a,02/07/2020", {"published_at": "2020-07-02"}),
        ("text,date", "a,2020-13-02", {"date": "2020-13-02"}),
        ("text,date", "a,7/22/2020", {"date": "7/22/2020"}),
        ("text,date", "a,hôm qua", {"date": "hôm qua"}),
        ("text,source", "a,Báo Mẫu", {"source": "Báo Mẫu"}),
        ("text,encoding", "a,tôi", {"encoding": "tôi"}),
    ],
)  # fmt: skip
def test_of_two_columns_for_one_thing_the_other_is_kept(
    tmp_path: Path, header: str, row: str, metadata: dict[str, str]
) -> None:
    (found,) = articles(read_table(tmp_path, f"{header}\n{row}\n"))
    assert found == ("a/1", "a", {"source": "a.csv", **metadata})


@pytest.mark.parametrize(
    "table",
    [
        'id,text,title\n1,"Họp, rồi nghỉ",x\n2,b,\n',
        'id;text;title\n1;"Họp, rồi nghỉ";x\n2;b;\n',
        "id\ttext\ttitle\n1\tHọp, rồi nghỉ\tx\n2\tb\t\n",
        "id|text|title\r1|Họp, rồi nghỉ|x\r2|b|\r",
    ],
)
def test_delimiters_are_found(tmp_path: Path, table: str) -> None:
    found = articles(read_table(tmp_path, table, "a.txt"))
    assert [each[:2] for each in found] == [("1", "Họp, rồi nghỉ"), ("2", "b")]


@pytest.mark.parametrize(
    ("table", "texts"),
    [
        (
            'id\ttext\n1\t"Tốt lắm", ông nói\n2\tbà bảo: "Ừ"\n',
            ['"Tốt lắm", ông nói', 'bà bảo: "Ừ"'],
        ),
        ('id\ttext\n1\t"Mở mà không đóng\n2\tb\n', ['"Mở mà không đóng', "b"]),
        ('id,text\n1,"Ông: \\"Ừ\\", bà"\n2,"b"\n', ['Ông: "Ừ", bà', "b"]),
        ('id,text\n1,"Ông: ""Ừ"", bà"\n2,a\\b\n', ['Ông: "Ừ", bà', "a\\b"]),
    ],
)
def test_quotation_marks_mean_what_makes_sense(
    tmp_path: Path, table: str, texts: list[str]
) -> None:
    assert [each[1] for each in articles(read_table(tmp_path, table))] == texts


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI", "VISCII", "Windows-1258", "UTF-16LE"])
def test_other_encodings_are_told(tmp_path: Path, encoding: str) -> None:
    data = encoded(f"id\ttext\r\n1\t{STORY}\r\n2\t{STORY}\r\n", encoding)
    remark, first, _ = read_table(tmp_path, data)
    assert isinstance(remark, Remark)
    assert f"The text is in {encoding}, not UTF-8" in str(remark)
    assert isinstance(first, Parcel)
    assert first.article.id == "1"
    assert first.article.metadata == {"source": "a.csv", "encoding": encoding}


NO_TEXT = "No column or key is called text, content, body, nội dung: name that of the text so."
MARKS = (
    "The quotation marks of this row are not as a table has them: one inside a cell is written "
    "twice."
)
WIDTH = "The row has {} cells, the first row 2: is a quotation mark missing?"
OWN = "This is a table of annotations, which can only be written: import jsonl instead."


@pytest.mark.parametrize(
    ("data", "sentences"),
    [
        ("", ["a.csv: The file is empty: there is nothing to annotate."]),
        ("\n\n", ["a.csv: The table has no rows."]),
        ("a,b\n1,2\n", [f"a.csv:1: {NO_TEXT}"]),
        ("text,a,a\nb,c,d\n", ["a.csv: Two columns are called a: rename one."]),
        ("article,kind,label,fragments,text\n", [f"a.csv: {OWN}"]),
        ('te"xt,a\n"x"y,b\n', [f"a.csv:1: {NO_TEXT}"]),
        ('text,a\n"b",c\n"x"y,c\nd,e\n', ["a/1", f"a.csv:3: {MARKS}", "a/2"]),
        ('text,a\n"b",c\n"x,c\nd,e\n', ["a/1", f"a.csv:3: {MARKS}"]),
        (
            "text,a\nb\nc,d,e\nf,g,,\n",
            [f"a.csv:2: {WIDTH.format(1)}", f"a.csv:3: {WIDTH.format(3)}", "a/3"],
        ),
        ("text,a\n ,c\n", ["a.csv:2: There is no text in it."]),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, data: str, sentences: list[str]
) -> None:
    found = told(read_table(tmp_path, data))
    assert [each.removeprefix(f"{tmp_path}/") for each in found] == sentences


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"text,a\n\0,c\n", "a.csv: Byte 7 (line 2) is NUL, so this is no text"),
        (b"text,a\n\xe1,c\n", "a.csv: Byte 7 (line 2) is 0xE1, which is not UTF-8, and of"),
        ("text,a\nb,c\n".encode("utf-16")[:-1], "a.csv:2: The file breaks off in the middle"),
        ("text,a\n\ud800,d\n".encode("utf-16", "surrogatepass"), "a.csv:2: The row has a NUL, or"),
    ],
)
def test_bytes_that_are_no_table(tmp_path: Path, data: bytes, sentence: str) -> None:
    assert told(read_table(tmp_path, data))[-1].startswith(f"{tmp_path}/{sentence}")


def test_bytes_behind_the_beginning_that_are_wrong_are_told(tmp_path: Path) -> None:
    row = b"a" * 2000 + b",b\n"
    found = read_table(tmp_path, b"text,a\n" + row * 600 + b"\xff,b\n\0,b\n" + row)
    sentence = (
        "The row has a NUL, or bytes that are not in the encoding of the table: save it as UTF-8."
    )
    refused = [str(each) for each in found if not isinstance(each, Parcel)]
    assert refused == [f"{tmp_path}/a.csv:{line}: {sentence}" for line in (602, 603)]
    assert len(found) == 603


def test_bytes_that_are_not_in_an_older_encoding_are_told(tmp_path: Path) -> None:
    path = tmp_path / "b.csv"
    half = encoded(f"id,text\n1,{STORY}\n" * 7000, "TCVN3")
    path.write_bytes(half + b"2,\x81\n3,abc\n")
    *_, refused, last = read(path)
    assert "Most of the text is in TCVN3, but byte 2 (line 1) is 0x81" in str(refused)
    assert refused.where == f"{path}:14001"
    assert isinstance(last, Parcel)


def test_a_cell_of_100_mb_is_passed_by(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.write(b"text,a\nb,c\n")
        for _ in range(100):
            file.write(b"x" * (1 << 20))
        file.write(b',d\n"')
        for _ in range(33):
            file.write(b"y" * ((1 << 20) - 1) + b"\n")
        file.write(b"z,f\n")
    found = told(list(read(path)))
    assert (found[0], found[-1]) == ("a/1", "a/3")
    long = "A row has more than 32 MB: is a quotation mark never closed?"
    assert found[1:3] == [f"{path}:3: {long}", f"{path}:4: {long}"]


def test_a_table_is_not_held_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text,a\n" + "b,c\n" * 100_000)
    parts: list[int] = []
    count = table_lines.Lines.begin_row

    def counted(self: table_lines.Lines) -> int:
        parts.append(1)
        return count(self)

    monkeypatch.setattr(table_lines.Lines, "begin_row", counted)
    found = read(path)
    next(found)
    assert len(parts) < 5
    found.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("id,text\n1,a\n", True),
        ("\ufeffTiêu đề\tNội dung\na\tb\n", True),
        ('"title","text"\n"a","b"\n', True),
        ("text\na\n", False),
        ("text,length\na,1\n", False),
        ("id,text\n", False),
        ("id,text\nmột hai ba\n", False),
        ("article,id,kind,label,fragments,text\na,T1,entity,LOC,x,y\n", False),
        ("Tiêu đề, nội dung và tác giả của bài\na,b\n", False),
        ('{"id": 1, "text": "a"}\n', False),
        ("#FORMAT=WebAnno TSV 3.3\n", False),
        ("", False),
    ],
)
def test_a_table_is_recognised_by_its_first_row(head: str, expected: bool) -> None:
    assert format_named("text-csv").recognizes(head.encode()) is expected
    assert format_named("text-csv").recognizes(head.encode("utf-16")) is expected


cells = st.lists(st.sampled_from([*PIECES, ",", '"', "'", "\t", ";"]), max_size=5).map("".join)


@given(
    st.lists(st.tuples(cells.filter(str.strip), cells), min_size=1, max_size=5),
    st.sampled_from(",;\t|"),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_what_python_writes_comes_back(
    rows: list[tuple[str, str]], delimiter: str, quoting: int
) -> None:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, quoting=quoting)
    writer.writerows(
        [("text", "id", "note"), *((text, n, note) for n, (text, note) in enumerate(rows))]
    )
    with folder() as place:
        found = articles(read_table(place, stream.getvalue()))
    assert [(text, metadata.get("note", "")) for _, text, metadata in found] == rows


GOOD = 'id,text,date\n1,"Họp ""rồi"", về",02/07/2020\n2,Mùa lúa,\n'


@settings(max_examples=150)
@given(
    st.binary(max_size=200)
    | st.binary(max_size=100).map(lambda data: b"id,text\n" + data)
    | st.lists(
        st.sampled_from([*'",;\t|\\\n\r', "text", "id", "\0", "\xff", "a"]), max_size=40
    ).map(lambda pieces: "".join(pieces).encode("latin-1"))
    | st.randoms().map(lambda chance: damaged_bytes(GOOD.encode(), chance))
)
def test_any_bytes_are_articles_or_sentences(data: bytes) -> None:
    with folder() as place:
        for each in read_table(place, data):
            assert isinstance(each, Parcel | AnnotatorError)
            assert each.where
