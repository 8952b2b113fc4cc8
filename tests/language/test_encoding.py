"""Bytes become text exactly, in the encoding they are in for certain, or are refused."""

import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.language.encoding import (
    Encoding,
    EncodingError,
    decode,
    detect,
    in_old_font,
    remark_on,
)
from annotator.language.legacy_encodings import LETTERS
from tests.language.legacy_text import STORY, encoded

LEGACY = [each.value for each in Encoding if not each.startswith("UTF") and each != "TCVN 5712"]

FOREIGN = {
    "cp1252": [
        "Dès lundi, à l'été la côte où naît la rivière sera protégée. Né là-bas, il a répété que",
        "O não já não é só um pão. Há três cães, o pé e o chão. A mãe já dá a mão ao irmão, é só.",
        "Perché la città è più bella così? Già da lunedì l'università sarà chiusa: è la verità.",
        "Þetta er íslenskur texti með mörgum sérhljóðum: á, é, í, ó, ú, ý. Við förum út á sjó.",
        "Die Bürger hören schöne Lieder über Köln. Für fünf Straßen müssen größere Brücken her.",
    ],
    "cp1250": ["Żółte światło świeciło się całą noc, a ludzie szli ścieżką w stronę Łodzi."],
    "cp1251": ["Вчера в Москве состоялась встреча министров, они обсудили вопросы торговли."],
    "koi8-r": ["Вчера в Москве состоялась встреча министров, они обсудили вопросы торговли."],
    "gb18030": ["昨天部长们在北京举行了会议，讨论了贸易和合作的问题。"],
    "shift_jis": ["昨日、東京で大臣の会議が行われた。貿易と協力の問題を話し合った。"],
    "tis-620": ["เมื่อวานนี้มีการประชุมรัฐมนตรีในกรุงเทพฯ พวกเขาหารือเรื่องการค้า"],
}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty: there is nothing to annotate."),
        (b"\xff\xfea\x00", "The text is UTF-16, not UTF-8: save it as UTF-8."),
        (b"a\n\nb\xe1", "Byte 4 (line 3) is 0xE1, which is not UTF-8: save the text as UTF-8."),
        (b"\xed\xa0\x80", "Byte 0 (line 1) is 0xED, which is not UTF-8: save the text as UTF-8."),
        (b"a\nb\x00", "Byte 3 (line 2) is NUL, so this is no text"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, sentence: str) -> None:
    with pytest.raises(EncodingError) as caught:
        decode(data, where="a.txt")
    assert str(caught.value).startswith(f"a.txt: {sentence}")


def test_a_byte_order_mark_is_kept() -> None:
    assert decode(b"\xef\xbb\xbfa\r\n") == "\ufeffa\r\n"


@given(st.binary() | st.text().map(str.encode))
def test_decoding_gives_the_bytes_again_or_an_error(data: bytes) -> None:
    with suppress(EncodingError):
        assert decode(data).encode() == data


@pytest.mark.parametrize("encoding", [*LEGACY, "UTF-16LE", "UTF-16BE"])
def test_the_encoding_of_a_text_is_found(encoding: str) -> None:
    data = encoded(STORY, encoding)
    assert detect(data) == encoding
    text = decode(data, "", Encoding(encoding))
    assert unicodedata.normalize("NFC", text) == STORY


@given(st.text(), st.sampled_from(["UTF-16LE", "UTF-16BE"]))
def test_utf_16_is_read_as_it_stands_without_its_mark(text: str, encoding: str) -> None:
    assume(text and "\0" not in text)
    data = encoded(text, encoding)
    assert decode(data, "", detect(data)) == text


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xff\xfe", "The file is empty"),
        (b"\xff\xfea\0b", "Byte 4 is not as UTF-16 has it: was the file cut off?"),
        (b"\xff\xfe\x00\xd8a\0", "Byte 2 is not as UTF-16 has it"),
        (b"\xff\xfe\0\0", "The text has a NUL"),
        ("\ufeffa".encode("utf-32-le"), "The text has a NUL"),
    ],
)
def test_damaged_utf_16_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(EncodingError) as caught:
        decode(data, "a.txt", detect(data))
    assert str(caught.value).startswith(f"a.txt: {sentence}")


@pytest.mark.parametrize("encoding", LEGACY)
def test_every_small_letter_is_read(encoding: str) -> None:
    small = [letter for letter in LETTERS if letter.islower()]
    assert len(small) == 67
    text = decode(encoded(" ".join(small), encoding), "", Encoding(encoding))
    assert unicodedata.normalize("NFC", text).split() == small


@pytest.mark.parametrize(
    ("encoding", "data"),
    [  # the first two are what iconv makes of it
        ("TCVN 5712", "a7c454204ea69b432c2056498c542042c0432c20162c204b142c20114e47"),
        ("VISCII", "d08454204ebf95432c2056498e54204281432c20dd2c204b142c20ba4e47"),
        ("VPS", "f18354204ed09d432c205649065420428d432c20dd2c204bfd2c20ad4e47"),
        ("VNI", "d141c154204ed6d4d9432c20564945c454204241c9432c2059d92c204b59db2c20d6d94e47"),
    ],
)
def test_capitals_are_read(encoding: str, data: str) -> None:
    text = "ĐẤT NƯỚC, VIỆT BẮC, Ý, KỶ, ỨNG"
    assert decode(bytes.fromhex(data), "", Encoding(encoding)) == text
    assert detect(bytes.fromhex(data)) == encoding


def test_a_capital_of_vni_may_have_a_small_mark() -> None:
    data = "Aùnh sáng, Ñaát nöôùc, Oâng, 1 × 2, café".encode("cp1252")
    assert decode(data, "", Encoding.VNI) == "Ánh sáng, Đất nước, Ông, 1 × 2, café"


def test_the_two_of_the_abc_fonts_are_told_apart_by_punctuation_and_capitals() -> None:
    punctuation = encoded(STORY, "TCVN3") + b" \x93C\xb8 ng\xf5\x94 \x96 h\xe4 n\xe3i\x85"
    assert detect(punctuation) is Encoding.TCVN3
    assert decode(punctuation, "", Encoding.TCVN3).endswith(" “Cá ngừ” – họ nói…")
    capitals = encoded(STORY, "TCVN3") + b" \x99 H\x80 N\x96I"
    assert detect(capitals) is Encoding.TCVN_5712
    assert decode(capitals, "", Encoding.TCVN_5712).endswith(" Ở HÀ NỌI")


@pytest.mark.parametrize(
    ("text", "encoding"), [(text, each) for each, texts in FOREIGN.items() for text in texts]
)
def test_other_languages_are_not_taken_for_vietnamese(text: str, encoding: str) -> None:
    with pytest.raises(EncodingError, match="of the older encodings of Vietnamese none is certain"):
        detect(text.encode(encoding))


@pytest.mark.parametrize("encoding", LEGACY)
def test_too_few_words_are_no_certainty(encoding: str) -> None:
    with pytest.raises(
        EncodingError, match=r"Byte \d+ \(line 1\) is 0x.., which is not UTF-8, and"
    ):
        detect(encoded("Họp ở Huế", encoding), "a.txt")


@given(st.binary(max_size=200) | st.text(st.characters(max_codepoint=255)).map(str.encode))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    with suppress(EncodingError):
        assert decode(data, "", detect(data))


@given(st.lists(st.sampled_from(STORY.split()), min_size=30), st.sampled_from(LEGACY))
def test_what_is_found_is_never_another_text(words: list[str], encoding: str) -> None:
    text = " ".join(words)
    data = encoded(text, encoding)
    with suppress(EncodingError):
        found = decode(data, "", detect(data))
        assert unicodedata.normalize("NFC", found) == text


def test_a_byte_that_the_encoding_does_not_have_is_named() -> None:
    half = encoded(STORY, "TCVN3") * 2000 + b" \x85 \x96\n"
    middle = len(half)
    data = half + b"\x81" + half
    assert detect(data) is Encoding.TCVN3
    with pytest.raises(EncodingError) as caught:
        decode(data, "a.txt", Encoding.TCVN3)
    assert str(caught.value) == (
        f"a.txt: Most of the text is in TCVN3, but byte {middle} (line 2) is 0x81, which is "
        "none of it: save the text as UTF-8."
    )
    with pytest.raises(EncodingError, match=r"byte 1 .* is 0x07"):
        decode(b"a\x07", "", Encoding.VNI)


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
def test_text_in_a_font_of_an_older_encoding_is_known(encoding: str) -> None:
    assert in_old_font(encoded(STORY, encoding).decode("cp1252")) == encoding


@pytest.mark.parametrize(
    "text", ["", "abc", STORY, "Bà ta có nhà và có con. Là bà ấy. Cá có giá.", *FOREIGN["cp1252"]]
)
def test_other_text_is_in_no_old_font(text: str) -> None:
    assert in_old_font(text) is None


def test_an_encoding_is_told_unless_it_is_utf_8() -> None:
    assert remark_on(Encoding.UTF_8, "a.txt") is None
    assert str(remark_on(Encoding.VNI, "a.txt")) == (
        "a.txt: The text is in VNI, not UTF-8, and was read so: see whether its letters are right."
    )


def test_the_encoding_of_every_article_of_a_corpus_is_found(shared_data: Path) -> None:
    def texts() -> Iterator[str]:
        for path in sorted((shared_data / "bkee-dev").glob("*.txt")):
            text = path.read_text(encoding="utf-8").lower().replace("\u00a0", " ")
            yield unicodedata.normalize("NFC", text)

    count = 0
    for text in texts():
        for encoding in LEGACY:
            with suppress(UnicodeEncodeError):  # a letter that the encoding does not have
                data = encoded(text, encoding)
                found = decode(data, "", detect(data))
                assert unicodedata.normalize("NFC", found) == text
                count += 1
    assert count > 800
