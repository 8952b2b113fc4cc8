"""CoNLL-U keeps the text exactly, and mentions in its last column."""

import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.conllu import lines as conllu_lines
from annotator.formats.conllu import reader as conllu_reader
from annotator.formats.conllu.spaces import escaped, unescaped
from annotator.formats.doubts import IRREGULAR
from annotator.formats.flat_mentions import flat_mentions, tokenized
from annotator.formats.format import UNNAMED, Losses, Parcel
from annotator.formats.losses import DISCONTINUOUS, OVERLAPPING, single_layers
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from tests.formats.bkee import bkee_mentions
from tests.formats.round_trip import RoundTrip, folder, read_all

pytest.importorskip("conllu")


class TestRoundTrip(RoundTrip):
    format = "conllu"
    out = "out.conllu"
    keeps_ids = False

    def carried(self, written: Sequence[Parcel]) -> list[Parcel]:
        parcels: list[Parcel] = []
        for article, layer, _ in single_layers(written, Losses(), names_reviewers=True):
            layers = (self._flat(layer),) if layer else ()
            parcels.append(Parcel(article, layers, ""))
        return parcels

    @staticmethod
    def _flat(layer: Layer) -> Layer:
        text = layer.article.text
        tokens = tokenized(text).tokens
        mentions = flat_mentions(layer, text, tokens, Losses())
        entities = [
            Annotation(
                each.id, Kind.ENTITY, each.label,
                (Fragment(tokens[first].start, tokens[last - 1].end),),
            )
            for first, last, each in mentions
        ]  # fmt: skip
        return Layer(layer.article, layer.reviewer, entities, layer.status, layer.curated)

    def lost(self, written: Sequence[Parcel]) -> Losses:
        losses = Losses()
        for single in single_layers(written, losses, names_reviewers=True):
            text = single.article.text
            flat_mentions(single.annotations(), text, tokenized(text).tokens, losses)
        return losses


def written(article: Article, *layers: Layer) -> str:
    stream = io.BytesIO()
    write([Parcel(article, layers, "")], stream, "conllu")
    return stream.getvalue().decode()


def put(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path


def shown(path: Path) -> list[str]:
    """Return what reading `path` gives: texts with their mentions, and sentences said."""
    return [
        str(each).removeprefix(str(path))
        if isinstance(each, AnnotatorError)
        else f"{each.article.id}: {each.article.text!r} "
        + ", ".join(
            f"{mention.label} {mention.text_in(each.article.text)}"
            for layer in each.layers
            for mention in layer
        )
        for each in read(path)
    ]


def test_an_example_to_the_letter() -> None:
    text = "\ufeff Ông A họp\r\nở\u00a0Huế. "
    article = Article("tin\n1", text, {"title": "Họp\u2028"})
    mentions = [
        Annotation("T1", Kind.ENTITY, "PER", (Fragment(2, 7),)),
        Annotation("T2", Kind.ENTITY, "nơi chốn|x", (Fragment(text.index("Huế"), len(text) - 2),)),
    ]
    layer = Layer(article, "lan", mentions)
    note = '{"reviewer": "lan", "status": "new", "metadata": {"title": "Họp\\u2028"}}'
    assert written(article, layer).splitlines() == [
        "# newdoc id = tin%0A1",
        f"# annotator = {note}",
        "# sent_id = tin%0A1-1",
        "# text = Ông A họp",
        "1\tÔng\t_\t_\t_\t_\t_\t_\t_\tSpacesBefore=\ufeff\\s|NE=B-PER",
        "2\tA\t_\t_\t_\t_\t_\t_\t_\tNE=I-PER",
        "3\thọp\t_\t_\t_\t_\t_\t_\t_\tSpacesAfter=\\r\\n|NE=O",
        "",
        "# sent_id = tin%0A1-2",
        "# text = ở Huế.",
        "1\tở\t_\t_\t_\t_\t_\t_\t_\tSpacesAfter=\u00a0|NE=O",
        "2\tHuế\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|NE=B-nơi\\schốn\\px",
        "3\t.\t_\t_\t_\t_\t_\t_\t_\tSpacesAfter=\\s|NE=O",
        "",
    ]


def test_an_article_without_a_layer_says_so(tmp_path: Path) -> None:
    path = put(tmp_path / "a.conllu", written(Article("x", "Một.")))
    assert json.loads(path.read_text().splitlines()[1].split(" = ")[1]) == {
        "reviewer": None, "metadata": {},
    }  # fmt: skip
    (parcel,) = read_all(path)
    assert parcel.layers == ()


@pytest.mark.parametrize(
    "text", ["", " ", "\n\u200b", "_", "a_", " \u0d4e \u0301", "\t_ \t", "|\\"]
)
def test_texts_of_white_space_and_signs_come_back(tmp_path: Path, text: str) -> None:
    path = put(tmp_path / "a.conllu", written(Article("x", text)))
    assert [parcel.article.text for parcel in read_all(path)] == [text]


@given(st.text())
def test_escapes_are_taken_back(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert not set(escaped(text)) & set(" \t\r\n|")


UD = """\
# newdoc id = weblog-1
# newpar
# source = made up
# meta::year = 2020
# sent_id = s1
# text = Ana vámonos al Hanói.
1\tAna\tAna\tPROPN\t_\tGender=Fem\t2\tvocative\t2:vocative\tNE=B-PER
2-3\tvámonos\t_\t_\t_\t_\t_\t_\t_\t_
2\tvamos\tir\tVERB\t_\t_\t0\troot\t_\t_
2.1\tnada\tnada\tPRON\t_\t_\t_\t_\t2:obj\tNE=B-X
3\tnos\tnosotros\tPRON\t_\t_\t2\tobj\t_\t_
4-5\tal\t_\t_\t_\t_\t_\t_\t_\t_
4\ta\ta\tADP\t_\t_\t6\tcase\t_\t_
5\tel\tel\tDET\t_\t_\t6\tdet\t_\tNE=B-LOC
6\tHanói\tHanói\tPROPN\t_\t_\t2\tobl\t_\tSpaceAfter=No|NE=I-LOC|Translit=Ha
7\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

# newpar
# sent_id = s2
# translit = si
# text = Sí.
1\tSí\tsí\tINTJ\t_\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_

# sent_id = s3
1\tNo\tno\tINTJ\t_\t_\t0\troot\t_\tSpacesBefore=\\t|SpacesAfter=\\n\\s\\p\\\\|NER=S-X

# newdoc
1-2\tdel\t_\t_\t_\t_\t_\t_\t_\tNER=LOC
1\tde\t_\t_\t_\t_\t_\t_\t_\t_
2\tel\t_\t_\t_\t_\t_\t_\t_\t_
"""


def test_a_treebank_with_ranges_empty_nodes_and_paragraphs(tmp_path: Path) -> None:
    path = put(tmp_path / "es.conllu", UD)
    assert shown(path) == [
        "weblog-1: 'Ana vámonos al Hanói.\\nSí. \\tNo\\n |\\\\' PER Ana, LOC al Hanói, X No",
        "es-2: 'del' LOC del",
        ":7: Words with a lemma, part of speech or the like, not read: 11; the first is Ana.",
        ":10: Words with more in the last column, left out: 2; the first has NE.",
        ":18: Comments on single sentences, left out: 1; the first is “translit”.",
    ]
    first, *_ = read(path)
    assert isinstance(first, Parcel)
    assert first.article.metadata == {"source": "made up", "meta::year": "2020"}
    assert first.layers[0].reviewer == UNNAMED


def test_the_text_of_a_sentence_says_where_spaces_are_if_its_words_do_not(tmp_path: Path) -> None:
    rows = "1\tHọp\t_\t_\t_\t_\t_\t_\t_\tNE=EVENT\n2\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
    content = f"# text = Họp.\n{rows}# text = Họp. x\n{rows}# text = Hop.\n{rows}"
    assert shown(put(tmp_path / "a.conllu", content)) == [
        f":9: {conllu_reader.TEXT.template.format(1, 'Hop.')}",
        "a: 'Họp. Họp. Họp .' EVENT Họp, EVENT Họp, EVENT Họp",
    ]


def test_columns_of_other_names(tmp_path: Path) -> None:
    content = "# global.columns = ID FORM MISC\n1\tHuế\tNE=B-LOC\n2\tđẹp\t_\n\n1\tQuá\t_\n"
    assert shown(put(tmp_path / "a.conllu", content)) == ["a: 'Huế đẹp Quá' LOC Huế"]


DAMAGED = [
    ("", ": The file is empty: there is nothing in it."),
    ("\n \n", ": There is no article in it: no line is a word."),
    ("1\tx\0\n", ": This is no text, but a binary file."),
    ("x\ty\n", ":1: This is no line of CoNLL-U: a number, a form, and tabs between columns."),
    ("word\n", ":1: This is no line of CoNLL-U: a number"),
    ("5-3\tx\n", ":1: This is no line of CoNLL-U: a number"),
    (f"{'9' * 5000}\tx\n", ":1: This is no line of CoNLL-U: a number"),
    ("1\t\t_\n", ":1: This is no line of CoNLL-U: a number"),
    ("1\ta\t_\t_\t_\t_\t_\t_\t_\tNE=B-X\n2\tb\t_\t_\t_\t_\t_\t_\t_\tNE=I-Y\n",
     f":2: {IRREGULAR.template.format(1, 'I-Y')}"),
    ("1\ta" + "\t_" * 9 + "\n", ":1: Lines with more columns than CoNLL-U has, left out: 1; the"),
    ('# annotator = {"reviewer": 7}\n1\ta\n', ":1: The comment “# annotator” is not as Annotator"),
    ('# annotator = {"reviewer": " "}\n1\ta\n', ":1: The comment “# annotator” is not as"),
    ('# annotator = {"status": "x"}\n1\ta\n', ":1: The comment “# annotator” is not as Annotator"),
    ("# annotator = " + "[" * 99999 + "\n1\ta\n", ":1: The comment “# annotator” is not as"),
    ("# annotator\n1\ta\nbad\n", ":3: This is no line of CoNLL-U: a number"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "sentence"), DAMAGED, ids=lambda value: value[:30])
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, content: str, sentence: str) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(content, encoding="utf-8")
    assert any(each.startswith(sentence) for each in shown(path)), shown(path)


def test_a_bad_line_stops_no_other(tmp_path: Path) -> None:
    path = put(tmp_path / "a.conllu", "1\ta\t_\nworse\n3\tb\t_\n\n1\tc\t_\n")
    assert shown(path) == [
        ":2: This is no line of CoNLL-U: a number, a form, and tabs between columns.",
        "a: 'a b c' ",
    ]


def test_articles_and_sentences_that_are_too_long_are_passed_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conllu_lines, "LONGEST", 100)
    monkeypatch.setattr(conllu_reader, "LONGEST", 50)
    block = "1\tmột hai\t_\n\n"
    content = f"# newdoc id = a\n{block * 5}# newdoc id = b\n{block}# newdoc id = c\n{block * 9}"
    content += "1\tba\t_\n" * 20
    assert shown(put(tmp_path / "a.conllu", content)) == [
        ":1: One article has more than 0 MB: split it.", "b: 'một hai' ",
        ":34: One sentence has more than 0 MB: split it.",
        ":15: One article has more than 0 MB: split it.",
    ]  # fmt: skip


ROWS = ["1\ta\t_\t_\t_\t_\t_\t_\t_\tNE=B-X", "2\tb\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|NE=I-X",
        "1-2\tab\t_\t_\t_\t_\t_\t_\t_\tNER=X", "1-999999999999999\tx\t_", "0.1\te\t_", "_\tf\t_",
        "", "# newdoc", "# newdoc id = x", "# newdoc id = %20", "# newpar", "# text = a b",
        "# global.columns = FORM ID", "# global.columns =", "#", "# =", "3\t \t_", "4  x  y",
        "5\tz\t_\t_\t_\t_\t_\t_\t_\tSpacesAfter=\\|SpacesInToken=|NE=|=|NE",
        '# annotator = {"reviewer": "x", "metadata": {"a": 1}}', "# annotator = null"]  # fmt: skip


@given(
    st.lists(st.sampled_from(ROWS) | st.text(max_size=9)).map("\n".join).map(str.encode)
    | st.binary(),
    st.integers(0, 90),
    st.binary(max_size=3),
)
def test_anything_is_read_or_refused(data: bytes, at: int, put: bytes) -> None:
    with folder() as place:
        path = place / "a.conllu"
        path.write_bytes(data[:at] + put + data[at:])
        for each in read(path, "conllu"):
            assert isinstance(each, Parcel) or str(each).startswith(str(path))


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (UD, True),
        ("# text = a\n1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", True),
        ("1\ta\t_\t_\t_\t_\t_\t_\t_\t_\t_\n", False),
        ("a O\nb B-X\n", False),
        ("-DOCSTART- x\n\na B-X\n", False),
        ("Họp.\n", False),
        ("", False),
    ],
)
def test_files_are_known_by_their_ten_columns(content: str, is_one: bool) -> None:
    assert conllu_reader.recognizes(content.encode()) is is_one


def test_real_articles_come_back(shared_data: Path, tmp_path: Path) -> None:
    parcels = list(bkee_mentions(shared_data, 50))
    path = tmp_path / "a.conllu"
    losses = write(parcels, path, "conllu")
    back = read_all(path)
    assert [each.article.text for each in back] == [each.article.text for each in parcels]
    mentions = sum(len(layer) for _, (layer,), _ in parcels)
    kept = [len(each.layers[0]) for each in back]
    assert sum(kept) == mentions - losses[OVERLAPPING] - losses[DISCONTINUOUS]
    for parcel, again in zip(parcels, back, strict=True):
        before = {(each.label, each.fragments) for each in parcel.layers[0]}
        after = {(each.label, each.fragments) for each in again.layers[0]}
        assert len(after - before) <= losses.total() - losses[OVERLAPPING]
