"""Texts with ENAMEX tags keep every other character, and take tags that are wrong for text."""

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats import vlsp
from annotator.formats.article_files import is_blank
from annotator.formats.file_names import stem_of
from annotator.formats.flat_mentions import without_gaps
from annotator.formats.format import UNNAMED, Losses, Parcel
from annotator.formats.losses import DISCONTINUOUS, NAMES, OF_KIND, count_properties, single_layers
from annotator.formats.reading import read
from annotator.formats.text import BLANK, METADATA, text_metadata
from annotator.formats.writing import write
from annotator.model.annotation import Annotation, Fragment, Kind, merged
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Remark
from tests.formats.bkee import bkee_mentions
from tests.formats.round_trip import RoundTrip, folder, read_all
from tests.formats.strategies import parcels


def crossing(one: Fragment, other: Fragment) -> bool:
    return one.start < other.start < one.end < other.end or (
        other.start < one.start < other.end < one.end
    )


def nested(layer: Layer, losses: Losses) -> list[Annotation]:
    """Return the mentions that tags can mark, the longest first, each as one stretch."""
    text = layer.article.text
    whole: list[tuple[Fragment, Annotation]] = []
    for each in layer:
        if each.kind is not Kind.ENTITY:
            losses[OF_KIND[each.kind]] += 1
        elif stretch := without_gaps(each, text):
            whole.append((stretch, each))
        else:
            losses[DISCONTINUOUS] += 1
    kept: list[Annotation] = []
    for stretch, each in sorted(whole, key=lambda pair: (pair[0].start - pair[0].end, pair[0])):
        if any(crossing(stretch, other.fragments[0]) for other in kept):
            losses[vlsp.CROSSING] += 1
            continue
        kept.append(Annotation(each.id, each.kind, each.label, (stretch,)))
        losses[DISCONTINUOUS] += len(merged(each.fragments)) > 1
        count_properties(each, losses)
    return kept


class TestRoundTrip(RoundTrip):
    format = "vlsp"
    out = "out"
    keeps_ids = False

    def takes(self, parcel: Parcel) -> bool:
        return not is_blank(parcel.article.text)

    def carried(self, written: Sequence[Parcel]) -> list[Parcel]:
        parcels: list[Parcel] = []
        for article, layer, _ in single_layers(written, Losses()):
            stem = stem_of(article.id)
            metadata = text_metadata(article.text, f"{stem}.muc")
            again = Article(stem, article.text, metadata)
            annotations = nested(layer, Losses()) if layer else []
            parcels.append(Parcel(again, (Layer(again, UNNAMED, annotations),), ""))
        return parcels

    def lost(self, written: Sequence[Parcel]) -> Losses:
        losses = Losses()
        back = {stem_of(each.article.id): each.article for each in self.carried(written)}
        for article, layer, _ in single_layers(written, losses):
            if layer:
                nested(layer, losses)
            again = back[stem_of(article.id)]
            losses[NAMES] += again.id != article.id
            losses[METADATA] += sum(
                key not in again.metadata or again.metadata[key] != value
                for key, value in article.metadata.items()
            )
        return +losses


def written(article: Article, *annotations: Annotation) -> tuple[str, Losses]:
    stream = io.BytesIO()
    losses = write([Parcel(article, (Layer(article, "lan", annotations),), "")], stream, "vlsp")
    return stream.getvalue().decode(), losses


def entity(text: str, words: str, label: str) -> Annotation:
    at = text.index(words)
    return Annotation(f"{at}{words}", Kind.ENTITY, label, (Fragment(at, at + len(words)),))


def shown(path: Path) -> list[str]:
    """Return what reading `path` gives: mentions of the article, and sentences said."""
    return [
        str(each).removeprefix(str(path))
        if isinstance(each, AnnotatorError)
        else f"{each.article.text!r} "
        + ", ".join(
            f"{mention.label} {mention.text_in(each.article.text)}"
            + "".join(f" {name}={value}" for name, value in mention.attributes.items())
            for mention in each.layers[0]
        )
        for each in read(path, "vlsp")
    ]


EXAMPLE = (
    'Ông <ENAMEX TYPE="PERSON">Lê Văn A</ENAMEX> (<3 & "tốt")\r\nở <ENAMEX TYPE="ORGANIZATION">Uỷ '
    'ban <ENAMEX TYPE="LOCATION">TP. Huế</ENAMEX></ENAMEX>.\n'
)


def test_nested_names_in_a_text_that_is_no_xml(tmp_path: Path) -> None:
    path = tmp_path / "tin.muc"
    path.write_bytes(EXAMPLE.encode())
    (line,) = shown(path)
    assert line == (
        "'Ông Lê Văn A (<3 & \"tốt\")\\r\\nở Uỷ ban TP. Huế.\\n' PERSON Lê Văn A, "
        "ORGANIZATION Uỷ ban TP. Huế, LOCATION TP. Huế"
    )
    write(read(path), tmp_path / "again", "vlsp")
    assert (tmp_path / "again" / "tin.muc").read_bytes() == EXAMPLE.encode()


def test_a_txt_is_known_by_its_tags(tmp_path: Path) -> None:
    path = tmp_path / "tin.txt"
    path.write_bytes(EXAMPLE.encode())
    (parcel,) = read_all(path)
    assert len(parcel.layers[0]) == 3
    path.write_text("Ông ENAMEX nói <ENAMEX> là gì.")
    (parcel,) = read_all(path)
    assert parcel.layers == ()


def test_the_other_tags_of_muc_and_what_they_say(tmp_path: Path) -> None:
    path = tmp_path / "a.muc"
    path.write_text(
        '<TIMEX TYPE=\'DATE\' ALT="hôm &quot;nay&quot;">Nay</TIMEX >\n<NUMEX STATUS="OPT" '
        'type="MONEY">5 đ</NUMEX>',
        encoding="utf-8",
    )
    assert shown(path) == [
        "'Nay\\n5 đ' DATE Nay ALT=hôm \"nay\" element=TIMEX, MONEY 5 đ STATUS=OPT element=NUMEX"
    ]


def test_mentions_that_cross_are_left_out_but_for_the_longest() -> None:
    text = "một hai ba bốn"
    annotations = [
        entity(text, "một hai", "A"),
        entity(text, "hai ba bốn", "B"),
        entity(text, "ba", "C<i>\"'&\n"),
        Annotation("T9", Kind.ENTITY, "C", (Fragment(8, 10),)),
        entity(text, "ba bốn", "D"),
    ]
    out, losses = written(Article("a", text), *annotations)
    assert out == (
        'một <ENAMEX TYPE="B">hai <ENAMEX TYPE="D"><ENAMEX TYPE="C&lt;i&gt;&quot;&#x27;&amp;&#10;">'
        '<ENAMEX TYPE="C">ba</ENAMEX></ENAMEX> bốn</ENAMEX></ENAMEX>'
    )
    assert losses == {vlsp.LAYERS: 1, vlsp.CROSSING: 1}


def test_labels_with_signs_come_back(tmp_path: Path) -> None:
    labels = ["<i>", '"', "'", "&", "&amp;", "a\nb\tc\rd", "&#10;", " x "]
    annotations = [
        Annotation(f"T{n}", Kind.ENTITY, label, (Fragment(0, 1),)) for n, label in enumerate(labels)
    ]
    path = tmp_path / "a.muc"
    path.write_bytes(written(Article("a", "x"), *annotations)[0].encode())
    (parcel,) = read_all(path)
    assert [each.label for each in parcel.layers[0]] == labels


def test_a_text_with_tags_of_its_own_is_altered_and_said_to_be(tmp_path: Path) -> None:
    text = 'Viết <ENAMEX TYPE="X">thế</ENAMEX> hay <ENAMEX, <3'
    out, losses = written(Article("a", text), entity(text, "thế", "Y"), entity(text, "X", "Z"))
    assert losses[vlsp.TAGS_IN_TEXT] == 1
    (tmp_path / "a.muc").write_text(out, encoding="utf-8")
    assert shown(tmp_path / "a.muc") == [
        "'Viết <ENAMEX TYPE=\"X\">thế&lt;/ENAMEX> hay <ENAMEX, <3' Z X, Y thế"
    ]


DAMAGED = [
    ("a</ENAMEX>b", ":1: Tags that end what was not begun, kept as text: 1;", "a</ENAMEX>b"),
    ('\n<ENAMEX TYPE="X">b', ":2: Tags that begin what is not ended", '\n<ENAMEX TYPE="X">b'),
    ('<ENAMEX TYPE="X">a <ENAMEX TYPE="Y">b</ENAMEX>', ":1: Tags that begin what is not ended",
     '<ENAMEX TYPE="X">a b'),
    ('<ENAMEX TYPE="X">a <TIMEX TYPE="Y">b</ENAMEX></TIMEX>', ":1: Tags that end what was not",
     'a <TIMEX TYPE="Y">b</TIMEX>'),
    ("<ENAMEX>a</ENAMEX>", ":1: Tags without a TYPE, kept as text: 1; the", "<ENAMEX>a</ENAMEX>"),
    ('<ENAMEX TYPE=" ">a</ENAMEX>', ":1: Tags without a TYPE, kept", '<ENAMEX TYPE=" ">a</ENAMEX>'),
    ('a<ENAMEX TYPE="X"></ENAMEX>b', ":1: Tags without words between them, left out: 1", "ab"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "sentence", "text"), DAMAGED)
def test_tags_that_are_wrong_are_kept_as_text(
    tmp_path: Path, content: str, sentence: str, text: str
) -> None:
    path = tmp_path / "a.muc"
    path.write_text(content, encoding="utf-8")
    *remarks, parcel = read(path)
    assert all(isinstance(each, Remark) for each in remarks)
    assert any(str(each).removeprefix(str(path)).startswith(sentence) for each in remarks)
    assert isinstance(parcel, Parcel)
    assert parcel.article.text == text


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty"),
        (b" \n", "nothing but white space"),
        (b'<ENAMEX TYPE="LOC"> </ENAMEX>\n', "nothing but white space"),
        (b"a\0", "Byte 1 (line 1) is NUL"),
        (b"a\n\xea", "Byte 2 (line 2) is 0xEA, which is not UTF-8"),
        ("a".encode("utf-16"), "The text is UTF-16"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "a.muc"
    path.write_bytes(data)
    (refused,) = read(path)
    assert isinstance(refused, AnnotatorError)
    assert sentence in str(refused)


def test_a_file_of_200_mb_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "a.muc"
    with path.open("wb") as file:
        file.truncate(200 << 20)
    assert shown(path) == [": The text has 200 MB; one article may have 16 MB: split it."]


@pytest.mark.parametrize(
    "content",
    [
        '<ENAMEX TYPE="X">' * 50_000,
        "</ENAMEX>" * 50_000,
        '<ENAMEX TYPE="X">' * 50_000 + "</TIMEX>" * 50_000,
        '<ENAMEX TYPE="X">' * 25_000 + "x" + "</ENAMEX>" * 25_000,
        '<ENAMEX TYPE="' * 50_000,
        "<ENAMEX TYPE=" * 50_000,
        "<ENAMEX " * 50_000 + " " * 50_000,
        "<ENAMEX" + " a=''" * 50_000,
    ],
    ids=lambda value: value[:20],
)
def test_many_tags_that_lead_nowhere_are_read_in_bounded_time(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.muc"
    path.write_text(content)
    assert isinstance(list(read(path))[-1], Parcel)


PARTS = [
    "a", "đ", "\n", "\r\n", "<", ">", "&", '"', '<ENAMEX TYPE="X">', "<ENAMEX TYPE='Y' b=\"\">",
    "</ENAMEX>", "<TIMEX type=''>", "</TIMEX>", "<ENAMEX>", "<NUMEX", "TYPE=", "\ufeff",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(PARTS)).map("".join).map(str.encode) | st.binary(),
    st.integers(0, 90),
    st.binary(max_size=3),
)
def test_anything_is_read_or_refused(data: bytes, at: int, put: bytes) -> None:
    with folder() as place:
        path = place / "a.muc"
        path.write_bytes(data[:at] + put + data[at:])
        for each in read(path):
            assert isinstance(each, Parcel) or str(each).startswith(str(path))


@given(parcels())
@settings(max_examples=30)
def test_only_tags_are_added_to_a_text(exported: list[Parcel]) -> None:
    stream = io.BytesIO()
    article = exported[0].article
    write(exported[:1], stream, "vlsp")
    without = vlsp._TAG.sub("", stream.getvalue().decode())
    assert without == article.text


def test_white_space_alone_counts_as_lost(tmp_path: Path) -> None:
    blank = Parcel(Article("b", " \n", {"source": "b.muc"}), (), "")
    assert write([blank], tmp_path / "b.muc", "vlsp") == {BLANK: 1}


def test_one_file_takes_one_article() -> None:
    both = [Parcel(Article(id, id), (), "") for id in "ab"]
    with pytest.raises(AnnotatorError, match="more than one article"):
        write(both, io.BytesIO(), "vlsp")
    with pytest.raises(AnnotatorError, match="no article"):
        write([], io.BytesIO(), "vlsp")


def test_real_articles_come_back(shared_data: Path, tmp_path: Path) -> None:
    exported = list(bkee_mentions(shared_data, 50))
    losses = write(exported, tmp_path / "out", "vlsp")
    back = {each.article.id: each for each in read_all(tmp_path / "out")}
    dropped = losses[vlsp.CROSSING] + losses[DISCONTINUOUS]
    for article, (layer,), _ in exported:
        again = back[article.id]
        assert again.article.text == article.text
        before = [(each.label, each.fragments) for each in layer]
        after = [(each.label, each.fragments) for each in again.layers[0]]
        assert not set(after) - set(before)
        dropped -= len(before) - len(after)
    assert dropped == 0
