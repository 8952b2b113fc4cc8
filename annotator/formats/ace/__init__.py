"""ACE 2005's annotations: an `.apf.xml`, and beside it the `.sgm` with the text. Read only.

The format of LDC2006T06 (`apf.v5.1.1.dtd`): entities, values and times with their mentions,
relations, events. Its offsets count the characters of the `.sgm` without tags.
"""

from collections.abc import Iterator

from annotator.formats.ace.reading import AceReading
from annotator.formats.ace.text import AceText, metadata_in
from annotator.formats.article_files import LONGEST as LONGEST_TEXT
from annotator.formats.article_files import bytes_of, check_size
from annotator.formats.format import Format, Found, Parcel, Source
from annotator.formats.text_lines import LONGEST
from annotator.formats.xml_nodes import Node, parse_xml
from annotator.language.encoding import decode
from annotator.model.article import Article, Json
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, message

EXTENSION, TEXT_EXTENSION = ".apf.xml", ".sgm"
_AUTHOR = "AUTHOR"


def _recognizes(head: bytes) -> bool:
    start = head.find(b"<source_file")
    return start >= 0 and b"<document" in head[start : start + 2000]


def _read(source: Source) -> Iterator[Found]:
    try:
        root = parse_xml(bytes_of(source, LONGEST), source.where)
        sgm = _text(source)
        yield from _article(root, sgm, source)
    except AnnotatorError as error:
        error.where = error.where or source.where
        yield error


def _text(source: Source) -> str:
    """Return the content of the `.sgm` that has the name of the `.apf.xml`."""
    stem = source.path.name
    if stem.lower().endswith(EXTENSION):
        stem = stem[: -len(EXTENSION)]
    path = source.path.with_name(stem + TEXT_EXTENSION)
    if not path.is_file():
        raise AnnotatorError("The text is missing: put {0} beside it.", path.name)
    check_size(path.stat().st_size, LONGEST_TEXT, str(path))
    return decode(path.read_bytes(), str(path))


def _article(root: Node, sgm: str, source: Source) -> Iterator[Found]:
    documents = list(root.all("document"))
    if root.name != "source_file" or len(documents) != 1:
        raise AnnotatorError("This is no file of ACE: it must hold one {0}.", "document")
    id = documents[0].attributes.get("DOCID", "").strip() or source.id.removesuffix(".apf")
    text = AceText(sgm)
    if not text.text:
        raise AnnotatorError("There is no text outside the tags of {0}.", id + TEXT_EXTENSION)
    stated = {key: value for key, value in root.attributes.items() if key != _AUTHOR}
    metadata: dict[str, Json] = {**metadata_in(sgm), "source": source.name, **stated}
    article = Article(id, text.text, metadata)
    reading = AceReading(text, source.where)
    reading.read(documents[0])
    reviewer = root.attributes.get(_AUTHOR, "").strip() or source.reviewer
    yield from reading.problems
    yield Parcel(article, (Layer(article, reviewer, reading.annotations),), source.where)


FORMAT = Format(
    name="ace",
    extensions=(EXTENSION,),
    summary=message("ACE 2005: an {0} for each article, with its {1}", EXTENSION, TEXT_EXTENSION),
    read=_read,
    recognizes=_recognizes,
    sign=message("it begins with {0} and {1}", "<source_file …>", "<document …>"),
    companions=(TEXT_EXTENSION,),
)
