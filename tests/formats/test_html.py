"""Of a web page the article is read, with what the page says of it, and nothing else."""

import logging
import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats import html
from annotator.formats.format import Found, Parcel
from annotator.formats.reading import read
from annotator.formats.registry import format_named
from annotator.model.message import AnnotatorError, Remark
from tests.formats.round_trip import folder
from tests.language.legacy_text import STORY, encoded

pytest.importorskip("trafilatura", reason="the extra 'documents' is not installed")

SECOND = "Ông Minh nói: <b>“Giống ngắn ngày”</b> cần &amp; đủ cho bà con ở vùng lũ năm nay."
HEAD = """<title>Mùa lúa - Báo Mẫu</title>
<meta property="og:title" content="Mùa lúa">
<meta property="og:site_name" content="Báo Mẫu">
<meta property="article:published_time" content="2020-07-02T14:52:00+07:00">
<meta name="author" content="Lan Anh">
<meta name="description" content="Họp về lúa">
<link rel="canonical" href="https://mau.example/lua">
<script>document.write("không phải bài")</script><style>p {color: red}</style>"""


def page(body: str = f"<p>{STORY}</p><p>{SECOND}</p>", head: str = HEAD) -> str:
    """Return a page with `body` as its article."""
    return (
        f'<!DOCTYPE html>\n<html lang="vi"><head>{head}</head><body>'
        '<nav><a href="/">Trang chủ</a> <a href="/the-thao">Thể thao</a></nav>'
        f"<article>{body}</article><footer>Bản quyền thuộc về Báo Mẫu</footer></body></html>"
    )


def read_page(tmp_path: Path, data: str | bytes, name: str = "a.html") -> list[Found]:
    """Return what a file with `data` gives."""
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read(path))


def test_the_article_is_read_with_what_the_page_says_of_it(tmp_path: Path) -> None:
    (parcel,) = read_page(tmp_path, page())
    assert isinstance(parcel, Parcel)
    assert parcel.article.id == "a"
    assert parcel.article.text == (
        f"{STORY}\nÔng Minh nói: “Giống ngắn ngày” cần & đủ cho bà con ở vùng lũ năm nay."
    )
    assert parcel.article.metadata == {
        "title": "Mùa lúa",
        "author": "Lan Anh",
        "url": "https://mau.example/lua",
        "sitename": "Báo Mẫu",
        "description": "Họp về lúa",
        "published_at": "2020-07-02T14:52:00+07:00",
        "source": "a.html",
    }
    assert parcel.layers == ()


@pytest.mark.parametrize("stated", ["2020-07-02", "2020-07-02 tối", "hôm qua"])
def test_a_moment_that_is_none_is_a_day_or_nothing(tmp_path: Path, stated: str) -> None:
    (parcel,) = read_page(tmp_path, page().replace("2020-07-02T14:52:00+07:00", stated))
    assert isinstance(parcel, Parcel)
    day = parcel.article.metadata.get("published_at")
    assert day == ("2020-07-02" if stated.startswith("2020") else None)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (encoded(page(f"<p>{STORY}</p>", "").lower(), "TCVN3"), "TCVN3"),
        (encoded(page(f"<p>{STORY}</p>", "").lower(), "VNI"), "VNI"),
        (page(f"<p>{STORY}</p>").encode("utf-16"), "UTF-16LE"),
        (
            page(
                "<p>Вчера в Москве состоялась встреча министров, они обсудили торговлю.</p>",
                '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
            )
            .replace("Trang chủ", "").replace("Thể thao", "").replace("Bản quyền thuộc về Báo", "")
            .replace("Mẫu", "").encode("cp1251"),
            "windows-1251",
        ),
    ],
)  # fmt: skip
def test_other_encodings_are_told(tmp_path: Path, data: bytes, encoding: str) -> None:
    remark, parcel = read_page(tmp_path, data)
    assert isinstance(remark, Remark)
    assert f"The text is in {encoding}, not UTF-8" in str(remark)
    assert isinstance(parcel, Parcel)
    assert parcel.article.metadata["encoding"] == encoding
    assert parcel.article.text in {
        STORY,
        STORY.lower(),
        "Вчера в Москве состоялась встреча министров, они обсудили торговлю.",
    }


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("", "The file is empty"),
        (" \n", "The file has nothing but white space: there is nothing to annotate."),
        ("<html></html>", "No article was found on this page"),
        ("không phải trang", "This is no page of HTML"),
        ("<html><body><script>x</script></body></html>", "No article was found on this page"),
        (page("<div>" * 50_000 + "x"), "more elements, or more inside one another, than"),
        (page("<div>" * 256 + "x"), "more elements, or more inside one another, than"),
        (page("<br>" * 6000), "This page has more elements"),
        (page("<ul>" + "<ul><li>x</li></ul>" * 4000 * 4 + "</ul>"), "This page has more elements"),
        (page(f"<p {' '.join(f'a{n}=1' for n in range(300))}>x" * 700), "This page has more"),
        (page().encode() + b"\xff", "is 0xFF, which is not UTF-8"),
        (page(head='<meta charset="utf-7">').encode() + b"\xe1", "which is not UTF-8"),
        (page(head='<meta charset="zlib">').encode() + b"\xe1", "which is not UTF-8"),
        (page(head='<meta charset="euc-jp">').encode() + b"\xe1", "which is not UTF-8"),
        (b"<html>\0", "is NUL, so this is no text"),
    ],
)
def test_pages_that_are_none(tmp_path: Path, data: str | bytes, sentence: str) -> None:
    (refused,) = read_page(tmp_path, data)
    assert isinstance(refused, AnnotatorError)
    assert refused.where == str(tmp_path / "a.html")
    assert sentence in str(refused)


def test_a_page_of_100_mb_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.html").open("wb") as file:
        file.truncate(100 << 20)
    (refused,) = read(tmp_path / "a.html")
    assert "one article may have 16 MB" in str(refused)


def test_entities_stay_what_they_are(tmp_path: Path) -> None:
    bomb = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghi"))
    text = page(f"<p>{STORY} &i;</p>").replace("html>", f'html [<!ENTITY a "lol">{bomb}]>', 1)
    (parcel,) = read_page(tmp_path, text)
    assert isinstance(parcel, Parcel)
    assert "lol" not in parcel.article.text
    assert STORY in parcel.article.text
    external = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    (parcel,) = read_page(
        tmp_path, page(f"<p>{STORY} &x;</p>").replace("<!DOCTYPE html>", external)
    )
    assert isinstance(parcel, Parcel)
    assert "root" not in parcel.article.text


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"<!DOCTYPE html><html>", True),
        (b'\xef\xbb\xbf\r\n<?xml version="1.0"?>\n<!doctype  HTML PUBLIC "-//W3C//DTD">', True),
        (b"<!-- a --><!-- b -->\n<HTML lang=vi>", True),
        (b"<!-- " * 800, False),
        (b"<!---->" * 500 + b"<p>", False),
        (b'<?xml version="1.0"?><root>', False),
        (b"<htmlx>", False),
        (b"text <html>", False),
        (b'{"a": 1}', False),
    ],
)
def test_a_page_is_recognised_by_its_beginning(head: bytes, expected: bool) -> None:
    assert format_named("html").recognizes(head) is expected


def test_a_page_is_found_whatever_its_name(tmp_path: Path) -> None:
    (parcel,) = read_page(tmp_path, page(), "a.txt")
    assert isinstance(parcel, Parcel)
    assert parcel.article.metadata["title"] == "Mùa lúa"


def test_what_the_library_raises_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(page: str, where: str) -> None:
        raise IndexError

    monkeypatch.setattr(html, "_article", failing)
    (refused,) = read_page(tmp_path, page())
    assert str(refused) == (
        f"{tmp_path}/a.html: The file is damaged, or not what its name says (IndexError): open it "
        "in the program it was made with and save it again."
    )


def test_the_library_is_quiet(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    read_page(tmp_path, "<x")
    logging.getLogger("trafilatura.utils").error("something")
    assert capfd.readouterr() == ("", "")


PIECES = [
    "<p>", "</p>", "<div ", "=", '"', "<!--", "-->", "<table>", "<td>", "&#xD800;", "&#0;", "&lt;",
    "<![CDATA[", "<svg>", "<meta content=", "\x80", STORY, "<br/>", "<title>", "a",
]  # fmt: skip


@settings(max_examples=150)
@given(
    st.binary(max_size=300)
    | st.lists(st.sampled_from(PIECES), max_size=30).map(
        lambda pieces: page("".join(pieces)).encode()
    )
    | st.randoms().map(lambda chance: damaged(page(), chance))
)
def test_any_page_is_an_article_or_a_sentence(data: bytes) -> None:
    with folder() as place:
        for each in read_page(place, data):
            assert isinstance(each, Parcel | AnnotatorError)


def damaged(text: str, chance: random.Random) -> bytes:
    """Return `text` with some bytes changed, taken out or doubled."""
    data = bytearray(text.encode())
    for _ in range(chance.randrange(1, 20)):
        at = chance.randrange(len(data))
        data[at : at + chance.randrange(5)] = data[at : at + 2] * chance.randrange(3) or b"<"
    return bytes(data)
