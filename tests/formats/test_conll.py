"""Columns come in whatever their layout, and go out as tokens with tags."""

import io
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.conll import (
    INVISIBLE,
    UNDERSCORES,
    as_rebuilt,
    settled,
)
from annotator.formats.conll.layout import looks_tagged
from annotator.formats.doubts import IRREGULAR
from annotator.formats.flat_mentions import UNSEEN, flat_mentions
from annotator.formats.format import UNNAMED, Losses, Parcel
from annotator.formats.losses import (
    DISCONTINUOUS,
    METADATA,
    OVERLAPPING,
    WHITE_SPACE,
    Single,
    single_layers,
)
from annotator.formats.reading import read
from annotator.formats.tokens import Tokenizer
from annotator.formats.writing import write
from annotator.language.segmentation import syllables
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from tests.formats.bkee import bkee_mentions
from tests.formats.dump import comparable
from tests.formats.round_trip import RoundTrip, folder, read_all
from tests.formats.strategies import parcels


class TestRoundTrip(RoundTrip):
    format = "conll"
    out = "out.conll"
    keeps_ids = False
    tokenize: Tokenizer = staticmethod(syllables)

    def carried(self, written: Sequence[Parcel]) -> list[Parcel]:
        return [self.read_back(single) for single in single_layers(written, Losses())]

    def read_back(self, single: Single) -> Parcel:
        found = settled(single, self.tokenize)
        text, origins = as_rebuilt(single.article.text, found)
        place = {origin: at for at, origin in enumerate(origins)}
        article = Article(single.article.id, text)
        mentions = flat_mentions(single.annotations(), single.article.text, found.tokens, Losses())
        annotations = [
            Annotation(
                annotation.id,
                Kind.ENTITY,
                annotation.label,
                (
                    Fragment(
                        place[found.tokens[first].start], place[found.tokens[last - 1].end - 1] + 1
                    ),
                ),
            )
            for first, last, annotation in mentions
        ]
        return Parcel(article, (Layer(article, UNNAMED, annotations),), "")

    def lost(self, written: Sequence[Parcel]) -> Losses:
        losses = Losses()
        for single in single_layers(written, losses):
            text = single.article.text
            tokens = settled(single, self.tokenize).tokens
            flat_mentions(single.annotations(), text, tokens, losses)
            inside = {offset for syllable in syllables(text) for offset in range(*syllable)}
            hidden = [
                offset
                for offset, character in enumerate(text)
                if offset not in inside and not character.isspace()
            ]
            back = self.read_back(single).article.text
            seen = "".join(each for offset, each in enumerate(text) if offset not in hidden)
            losses[METADATA] += len(single.article.metadata)
            losses[WHITE_SPACE] += back != seen
            losses[INVISIBLE] += bool(hidden)
            losses[UNDERSCORES] += back.count("_") < text.count("_")
        return +losses


@given(parcels(), st.sampled_from(["conll-iob1", "conll-bioes"]))
@settings(max_examples=25)
def test_the_other_schemes_say_the_same(exported: list[Parcel], format: str) -> None:
    with folder() as place:
        losses = [write(exported, place / f"{name}.conll", name) for name in ("conll", format)]
        plain, other = (read_all(place / f"{name}.conll") for name in ("conll", format))
    assert losses[0] == losses[1]
    assert comparable(plain) == comparable(other)


def shown(path: Path, format: str = "auto") -> list[str]:
    """Return what reading `path` gives: texts with `[mentions LABEL]`, and sentences said."""
    return [
        str(each) if isinstance(each, AnnotatorError) else bracketed(each)
        for each in read(path, format)
    ]


def bracketed(parcel: Parcel) -> str:
    article, (layer,), _ = parcel
    marks: list[tuple[int, int, str]] = []
    for each in layer:
        marks += [(each.start, 1, "["), (each.end, 0, f" {each.label}]")]
    text = article.text
    for at, _, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    return f"{article.id}: {text}"


def written(article: Article, *annotations: Annotation, format: str = "conll") -> str:
    stream = io.BytesIO()
    write([Parcel(article, (Layer(article, "lan", annotations),), "")], stream, format)
    return stream.getvalue().decode()


def entity(text: str, words: str, label: str, start: int = 0) -> Annotation:
    at = text.index(words, start)
    return Annotation(f"T{at}", Kind.ENTITY, label, (Fragment(at, at + len(words)),))


CONLL_2003 = """\
-DOCSTART- -X- -X- O

Saigon NNP I-NP I-LOC
beat VBD I-VP O
Hanoi NNP I-NP I-LOC
Hue NNP I-NP B-LOC
FC NNP I-NP I-LOC
, , O O
( ( O O
" " O O
rain NN I-NP O
" " O O
) ) O O
. . O O

It PRP I-NP O
rained VBD I-VP O
. . O O

-DOCSTART- -X- -X- O

Minh NNP I-NP I-PER
smiled VBD I-VP O
. . O O
"""


def test_conll_2003_with_its_first_scheme(tmp_path: Path) -> None:
    path = tmp_path / "eng.train"
    path.write_text(CONLL_2003)
    assert shown(path) == [
        f"{path}: Columns that are left out: 2, 3. Only words and mentions are read.",
        'eng-1: [Saigon LOC] beat [Hanoi LOC] [Hue FC LOC], ("rain").\nIt rained.',
        "eng-2: [Minh PER] smiled.",
    ]


def test_conll_2002_with_its_second_scheme_and_no_docstart(tmp_path: Path) -> None:
    path = tmp_path / "esp.testa"
    path.write_text("Hanoi B-LOC\nHue B-LOC\nvieja I-LOC\n. O\n\nY O\nAna B-PER\n? O\n")
    assert shown(path) == ["esp: [Hanoi LOC] [Hue vieja LOC].\nY [Ana PER]?"]


@pytest.mark.parametrize("letters", ["BIES", "BILU", "BMEW"])
def test_schemes_that_mark_the_end(tmp_path: Path, letters: str) -> None:
    begin, inside, end, single = letters
    rows = [("a", f"{begin}-X"), ("b", f"{inside}-X"), ("c", f"{end}-X"), ("d", f"{single}-X")]
    rows += [("e", f"{begin}-X"), ("f", f"{end}-X"), ("g", "O")]
    path = tmp_path / "a.bio"
    path.write_text("\n".join("\t".join(row) for row in rows))
    assert shown(path) == ["a: [a b c X] [d X] [e f X] g"]


PHONER_WORDS = """\
Bệnh_nhân\tO
" O
523 B-PATIENT_ID
" O
ở O
Quận_1 B-LOCATION
, O
TP I-LOCATION
HCM I-LOCATION
, O
_ O
x__y O
.
"""


def test_words_of_phoner_are_taken_apart_at_their_underscores(tmp_path: Path) -> None:
    path = tmp_path / "train_word.conll"
    path.write_text(PHONER_WORDS.replace("\t", " "), encoding="utf-8")
    assert shown(path) == [
        f"{path}:13: Lines with another number of columns than the others: 1; the first is “.”.",
        f"{path}:8: {IRREGULAR.template.format(1, 'I-LOCATION')}",
        'train_word: Bệnh nhân "[523 PATIENT_ID]" ở [Quận 1 LOCATION], [TP HCM LOCATION], _ x__y.',
    ]


VLSP_2016 = """\
Anh\tN\tB-NP\tO\tO
Thanh\tNp\tI-NP\tB-PER\tO
là\tV\tB-VP\tO\tO
cán_bộ\tN\tB-NP\tO\tO
Uỷ_ban\tN\tB-NP\tB-ORG\tO
thành_phố\tN\tI-NP\tI-ORG\tB-LOC
Hà Nội\tNp\tI-NP\tI-ORG\tI-LOC
.\tCH\tO\tO\tO
"""


def test_vlsp_2016_with_nested_names_in_a_column_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "tin.txt"
    path.write_bytes("\ufeff".encode() + VLSP_2016.replace("\n", "\r\n").encode())
    assert shown(path) == [
        f"{path}: Columns that are left out: 2, 3. Only words and mentions are read.",
        "tin: Anh [Thanh PER] là cán bộ [Uỷ ban [thành phố Hà Nội LOC] ORG].",
    ]


def test_a_column_that_counts_is_no_column_of_words(tmp_path: Path) -> None:
    path = tmp_path / "uner.iob2"
    rows = "1\tHuế\tB-LOC\t-\tminh\n2\tđẹp\tO\t-\tminh\n3\t!\tO\t-\tminh\n"
    path.write_text(f"# sent_id = s1\n# text = Huế đẹp!\n{rows}", encoding="utf-8")
    first, parcel = read(path)
    assert str(first).startswith(f"{path}: Columns that are left out: 5.")
    assert isinstance(parcel, Parcel)
    assert bracketed(parcel) == "uner: [Huế LOC] đẹp!"
    assert parcel.article.metadata == {"comments": ["sent_id = s1", "text = Huế đẹp!"]}


def test_articles_have_the_ids_that_comments_and_docstart_give(tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    path.write_text(
        "# id = một\na O\nb B-X\nc O\n\n# id 22\tdomain=en\nd O\n# x\n\n-DOCSTART- (3 EU)\n\ne O\n"
        "\n-DOCSTART-\n# newdoc id = bốn\n\nf O\n# newdoc id = năm\n# O\n-DOCSTART- O\n"
        "-DOCSTART- %4F O O\n-DOCSTART- %20 O\n",
        encoding="utf-8",
    )
    assert shown(path) == [
        "một: a [b X] c", "22: d", "(3 EU): e", "bốn: f", "năm: #", "a-6: ", "O: ", "a-8: ",
    ]  # fmt: skip


def test_ids_and_labels_with_white_space_come_back(tmp_path: Path) -> None:
    text = "Huế mưa"
    article = Article("tin 100% \u3000số\n1", text)
    path = tmp_path / "a.conll"
    path.write_text(written(article, entity(text, "Huế", "nơi chốn%")), encoding="utf-8")
    assert path.read_text(encoding="utf-8").split()[1] == "tin%20100%25%20%E3%80%80số%0A1"
    (parcel,) = read_all(path)
    assert parcel.article.id == article.id
    assert [each.label for each in parcel.layers[0]] == ["nơi chốn%"]
    for id in ("O", "-X-", "_", "100%", "%4F", "%zz", "%FF"):
        path.write_text(written(Article(id, text)), encoding="utf-8")
        assert [each.article.id for each in read_all(path)] == [id]


def test_an_example_to_the_letter() -> None:
    text = 'Họp "kín" tại TP.HCM (02/07).\nÔng A nói.'
    annotations = [
        entity(text, "TP.HCM", "LOC"), entity(text, "HCM", "LOC"), entity(text, "Ông A", "PER"),
    ]  # fmt: skip
    assert written(Article("x", text), *annotations).splitlines() == [
        "-DOCSTART- x O O", "",
        "Họp _ _ O", '" _ _ O', "kín _ _ O", '" _ _ O', "tại _ _ O",
        "TP _ _ B-LOC", ". _ _ I-LOC", "HCM _ _ I-LOC",
        "( _ _ O", "02 _ _ O", "/ _ _ O", "07 _ _ O", ") _ _ O", ". _ _ O", "",
        "Ông _ _ B-PER", "A _ _ I-PER", "nói _ _ O", ". _ _ O", "",
    ]  # fmt: skip
    bioes = written(Article("x", text), *annotations, format="conll-bioes")
    assert "TP _ _ B-LOC\n. _ _ I-LOC\nHCM _ _ E-LOC\n" in bioes


def test_touching_mentions_of_one_label_are_told_apart_in_iob1() -> None:
    text = "Huế Vinh Lào"
    annotations = [
        entity(text, word, label) for word, label in zip(text.split(), "XXY", strict=True)
    ]
    iob1 = written(Article("x", text), *annotations, format="conll-iob1")
    assert iob1.split("\n\n")[1] == "Huế _ _ I-X\nVinh _ _ B-X\nLào _ _ I-Y"


def test_a_sentence_does_not_end_inside_a_mention(tmp_path: Path) -> None:
    text = "Xem phim Mưa. Nắng và Gió. Hay."
    path = tmp_path / "a.conll"
    path.write_text(written(Article("x", text), entity(text, "Mưa. Nắng", "MISC")), "utf-8")
    assert shown(path) == ["x: Xem phim [Mưa. Nắng MISC] và Gió.\nHay."]


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (CONLL_2003, True),
        (VLSP_2016, True),
        ("-DOCSTART- x O O\n\n", True),
        ("a B-X\nb O\nc O\n", True),
        ("a O\nb O\nc O\n", False),
        ("Vitamin B-12\n", False),
        ("Họp ở Lạng Sơn.\n", False),
        ("1\tHọp\t_\t_\t_\t_\t0\t_\t_\tNE=O\n" * 3, False),
        ('{"text": "a", "label": "B-X"}\n' * 3, False),
        ("#FORMAT=WebAnno TSV 3.3\n\n1-1\t0-4\tLạng\tLOC\n" * 3, False),
        ("", False),
    ],
)
def test_files_are_known_by_their_tags(content: str, is_one: bool) -> None:
    assert looks_tagged(content.splitlines()) is is_one


def test_real_articles_come_back_but_for_white_space(shared_data: Path, tmp_path: Path) -> None:
    parcels = list(bkee_mentions(shared_data, 50))
    out = tmp_path / "a.conll"
    losses = write(parcels, out, "conll")
    back = read_all(out)
    for (article, _, _), again in zip(parcels, back, strict=True):
        assert visible(again.article.text) == visible(article.text)
    mentions = sum(len(layer) for _, layers, _ in parcels for layer in layers)
    left_out = losses[DISCONTINUOUS] + losses[OVERLAPPING] + losses[UNSEEN]
    assert sum(len(parcel.layers[0]) for parcel in back) == mentions - left_out
    assert left_out < mentions / 10
    write(read(out), tmp_path / "again.conll", "conll")
    assert out.read_bytes() == (tmp_path / "again.conll").read_bytes()


def visible(text: str) -> str:
    return "".join(each for each in text if unicodedata.category(each) not in {"Zs", "Cc", "Cf"})
