"""Whole corpora in brat's standoff come in and go out with every line saying the same."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.formats.brat.memory import memory_of
from annotator.formats.format import Parcel
from annotator.formats.losses import LAYERS
from annotator.formats.reading import read
from annotator.formats.tagset_files import read_tagset
from annotator.formats.writing import write
from annotator.model.annotation import FROM, MEMBER, TO, Kind
from annotator.model.message import AnnotatorError
from annotator.model.problems import problems
from tests.formats.brat_files import content

DATA = Path(__file__).parents[3] / "shared" / "data"
CORPORA = {"bkee-dev": 223, "brat-tutorials/bio": 13, "brat-tutorials/news": 13, "bionlp-ge": 20}

everywhere = pytest.mark.parametrize("corpus", CORPORA)


def folder(corpus: str) -> Path:
    if not (DATA / corpus).is_dir():
        pytest.skip(f"the data set is not on this machine: {DATA / corpus}")
    return DATA / corpus


def parcels(corpus: str) -> list[Parcel]:
    """Return the articles of `corpus`; what is no article of it is a licence or the like."""
    found = list(read(folder(corpus)))
    refused = [each for each in found if isinstance(each, AnnotatorError)]
    assert all(each.where.endswith(("LICENSE", "README")) for each in refused), refused
    return [each for each in found if isinstance(each, Parcel)]


@everywhere
def test_every_line_comes_in_and_goes_out(corpus: str, tmp_path: Path) -> None:
    articles = parcels(corpus)
    assert len(articles) == CORPORA[corpus]
    losses = write(articles, tmp_path / "out", "brat")
    assert losses == {LAYERS: CORPORA[corpus]}
    differing: dict[str, object] = {}
    for original in folder(corpus).glob("*.ann"):
        out = tmp_path / "out" / original.name
        assert out.with_suffix(".txt").read_bytes() == original.with_suffix(".txt").read_bytes()
        before, after = (content(each.read_text(encoding="utf-8")) for each in (original, out))
        if before != after:
            differing[original.name] = (before - after, after - before)
    assert differing == {}


@everywhere
def test_every_line_is_an_annotation_or_part_of_one(corpus: str) -> None:
    for article, (layer,), _ in parcels(corpus):
        path = folder(corpus) / f"{article.id}.ann"
        lines = Counter(
            letter for letter, _ in content(path.read_text(encoding="utf-8")).elements()
        )
        kinds = Counter(each.kind for each in layer)
        assert kinds[Kind.EVENT] == lines["E"]
        assert kinds[Kind.RELATION] == lines["R"]
        assert kinds[Kind.CLUSTER] == lines["*"]
        attributes = [name for each in layer for name in each.attributes]
        assert len(attributes) == lines["A"] + lines["M"] + lines["N"]
        assert sum(bool(each.note) for each in layer) == lines["#"]
        assert memory_of(article).lines == ()


@everywhere
def test_roles_are_those_of_the_layer_without_numbers(corpus: str) -> None:
    roles = {
        link.role
        for _, (layer,), _ in parcels(corpus)
        for each in layer
        if each.kind is Kind.EVENT
        for link in each.links
    }
    assert roles
    assert not [role for role in roles if role[-1].isdigit() or role.endswith("-Arg")]
    ends = {
        link.role
        for _, (layer,), _ in parcels(corpus)
        for each in layer
        if each.kind is Kind.RELATION
        for link in each.links
    }
    assert ends <= {FROM, TO, MEMBER}


def test_what_is_read_is_what_brat_would_show() -> None:
    (article,) = (each for each in parcels("bkee-dev") if each.article.id == "EV-dev-0003")
    (layer,) = article.layers
    event = layer["E2"]
    words = [(link.role, layer[link.target].text_in(layer.article.text)) for link in event.links]
    assert (event.label, event.text_in(layer.article.text)) == ("Marry", "kết_hôn")
    assert words == [("Person", "người hơn mình 25 tuổ"), ("Person", "tôi")]
    assert layer["E6"].links == ()


@pytest.mark.parametrize("corpus", [each for each in CORPORA if each != "bkee-dev"])
def test_configurations_declare_what_their_files_have(corpus: str, tmp_path: Path) -> None:
    tagset = read_tagset(folder(corpus) / "annotation.conf")
    declared = {each.label for each in (*tagset.entities, *tagset.events, *tagset.relations)}
    met = {each.label for _, (layer,), _ in parcels(corpus) for each in layer}
    assert met - declared <= {"Coreference"}
    write(parcels(corpus), tmp_path / "out", "brat", tagset)
    again = read_tagset(tmp_path / "out" / "annotation.conf")
    own = tuple(each for each in again.attributes if not each.name.startswith("Reference:"))
    assert replace(again, name="", attributes=own) == replace(tagset, name="")


def test_what_the_guidelines_of_a_corpus_forbid_is_told() -> None:
    tagset = read_tagset(folder("bionlp-ge") / "annotation.conf")
    found = [each for _, (layer,), _ in parcels("bionlp-ge") for each in problems(tagset, layer)]
    assert len(found) < 20
