"""Good files of every format that is read, for `bench.fuzz` to damage. All texts are made up."""

from collections.abc import Iterator
from pathlib import Path

from annotator.formats.format import Format, Parcel
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.model.tagset import Tagset
from annotator.model.uses import Uses

ROOT = Path(__file__).parents[1]
_TEXT = "Ông Nguyễn Văn Thử họp ở Sơn Hà hôm 12/10."

_HTML = f"""<!DOCTYPE html><html lang="vi"><head><title>Họp ở Sơn Hà</title>
<meta property="article:published_time" content="2020-10-12T14:10:00+07:00"></head>
<body><article><h1>Họp ở Sơn Hà</h1><p>{_TEXT} {_TEXT}</p><p>{_TEXT}</p></article></body></html>
"""

_PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 4 0 R
/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 50>>stream
BT /F1 12 Tf 20 50 Td (Hop o Son Ha hom qua) Tj ET
endstream endobj
trailer<</Root 1 0 R>>
"""

_SGM = f"""<DOC>
<DOCID> made-up-1 </DOCID>
<BODY><TEXT>
{_TEXT}
</TEXT></BODY></DOC>
"""

_APF = """<?xml version="1.0"?><source_file URI="made-up-1.sgm"><document DOCID="made-up-1">
<entity ID="E1" TYPE="PER" SUBTYPE="Individual" CLASS="SPC"><entity_mention ID="E1-1" TYPE="NAM">
<extent><charseq START="14" END="31">Ông Nguyễn Văn Thử</charseq></extent>
<head><charseq START="18" END="31">Nguyễn Văn Thử</charseq></head></entity_mention></entity>
<event ID="EV1" TYPE="Contact" SUBTYPE="Meet"><event_argument REFID="E1" ROLE="Entity"/>
<event_mention ID="EV1-1"><extent><charseq START="33" END="35">họp</charseq></extent>
<anchor><charseq START="33" END="35">họp</charseq></anchor>
<event_mention_argument REFID="E1-1" ROLE="Entity"/></event_mention></event>
</document></source_file>
"""

_ROWS = f'id,title,text\na,Họp,"{_TEXT}"\nb,Lại họp,"{_TEXT}\n{_TEXT}"\n'

_BY_HAND: dict[str, dict[str, bytes]] = {
    ".html": {"x.html": _HTML.encode()},
    ".pdf": {"x.pdf": _PDF},
    ".apf.xml": {"x.apf.xml": _APF.encode(), "x.sgm": _SGM.encode()},
    ".xml": {"x.apf.xml": _APF.encode(), "x.sgm": _SGM.encode()},
    ".csv": {"x.csv": _ROWS.encode()},
    ".jsonl": {"x.jsonl": f'{{"id": "a", "title": "Họp", "text": "{_TEXT}"}}\n'.encode()},
}
"""Files of formats that are only read, by extension."""


def make_models(format: Format, place: Path) -> list[Path]:
    """Make folders of good files of `format` below `place`, and return them."""
    return list(_written(format, place) if format.writes else _by_hand(format, place))


def _written(format: Format, place: Path) -> Iterator[Path]:
    found = [each for each in read(ROOT / "seeds") if isinstance(each, Parcel)]
    parcels = [each for each in found if each.layers]  # damage to texts alone finds little
    uses = Uses()
    for layer in (layer for parcel in parcels for layer in parcel.layers):
        for annotation in layer:
            uses.take(annotation)
    tagset = uses.declared(Tagset(), list(uses.labels))
    for number, parcel in enumerate(parcels):
        folder = place / str(number)
        folder.mkdir(parents=True)
        out = folder / (f"x{format.extensions[0]}" if format.write else "x")
        write([parcel], out, format.name, tagset)
        yield folder


def _by_hand(format: Format, place: Path) -> Iterator[Path]:
    if ".docx" in format.extensions:
        import docx

        place.mkdir(parents=True)
        document = docx.Document()
        document.add_paragraph(_TEXT)
        document.save(str(place / "x.docx"))
        yield place
    for extension in format.extensions:
        if files := _BY_HAND.get(extension):
            folder = place / extension
            folder.mkdir(parents=True)
            for name, content in files.items():
                (folder / name).write_bytes(content)
            yield folder
