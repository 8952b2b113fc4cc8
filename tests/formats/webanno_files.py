"""Files of WebAnno TSV made up for tests, and what is read of them."""

from pathlib import Path

from tests.formats.drawn import lines, read_both

NE = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
POS = "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS"
DEPENDENCY = "de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency"
COREFERENCE = "de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink"

HEAD = f"""\
#FORMAT=WebAnno TSV 3.3
#T_SP={NE}|value
#T_RL=webanno.custom.Relation|BT_{NE}


#Text=Ở Huế
"""


def found(place: Path, content: str) -> tuple[str, list[str], list[str]]:
    """Return text, annotations and sentences of a file with `content`, whose tabs are `¦`."""
    path = place / "a.tsv"
    path.write_bytes(content.replace("¦", "\t").encode())
    (parcel,), sentences = read_both(path)
    return parcel.article.text, lines(parcel.layers[0]), sentences


def refused(place: Path, content: str) -> list[str]:
    path = place / "a.tsv"
    path.write_bytes(content.replace("¦", "\t").encode())
    parcels, sentences = read_both(path, "webanno")
    assert parcels == []
    return sentences
