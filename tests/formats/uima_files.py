"""Files of UIMA made up for tests, as INCEpTION and DKPro write them."""

from pathlib import Path
from typing import Any

from tests.formats.drawn import lines, read_both

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
WEBANNO = "de.tudarmstadt.ukp.clarin.webanno.api.type"
ANNOTATION, BASE, TOP = "uima.tcas.Annotation", "uima.cas.AnnotationBase", "uima.cas.TOP"

Types = dict[str, tuple[str, dict[str, str]]]

TYPES: Types = {
    f"{DKPRO}.metadata.type.DocumentMetaData": (
        "uima.tcas.DocumentAnnotation",
        {"documentTitle": "String", "documentId": "String", "documentUri": "String"},
    ),
    f"{WEBANNO}.CASMetadata": (
        ANNOTATION,
        {"username": "String", "sourceDocumentName": "String", "projectName": "String"},
    ),
    f"{DKPRO}.segmentation.type.Sentence": (ANNOTATION, {}),
    f"{DKPRO}.segmentation.type.Token": (ANNOTATION, {"pos": f"{DKPRO}.lexmorph.type.pos.POS"}),
    f"{DKPRO}.segmentation.type.Div": (ANNOTATION, {}),
    f"{DKPRO}.lexmorph.type.pos.POS": (ANNOTATION, {"PosValue": "String", "coarse": "String"}),
    f"{DKPRO}.lexmorph.type.pos.POS_N": (f"{DKPRO}.lexmorph.type.pos.POS", {}),
    f"{DKPRO}.ner.type.NamedEntity": (ANNOTATION, {"value": "String", "identifier": "String"}),
    f"{DKPRO}.ner.type.Person": (f"{DKPRO}.ner.type.NamedEntity", {}),
    f"{DKPRO}.syntax.type.dependency.Dependency": (
        ANNOTATION,
        {
            "Governor": f"{DKPRO}.segmentation.type.Token",
            "Dependent": f"{DKPRO}.segmentation.type.Token",
            "DependencyType": "String",
        },
    ),
    f"{DKPRO}.coref.type.CoreferenceChain": (
        BASE,
        {"first": f"{DKPRO}.coref.type.CoreferenceLink"},
    ),
    f"{DKPRO}.coref.type.CoreferenceLink": (
        ANNOTATION,
        {
            "next": f"{DKPRO}.coref.type.CoreferenceLink",
            "referenceType": "String",
            "referenceRelation": "String",
        },
    ),
    "webanno.custom.Quote": (
        ANNOTATION,
        {
            "label": "String", "class": "Boolean", "weight": "Float", "count": "Integer",
            "tags": "StringArray", "note": "String",
        },
    ),
    "webanno.custom.Kind": (ANNOTATION, {"what": "String"}),
    "webanno.custom.Frame": (
        ANNOTATION,
        {"label": "String", "roles": "FSArray", "cause": ANNOTATION, "others": "FSList"},
    ),
    "webanno.custom.FrameRolesLink": (TOP, {"role": "String", "target": ANNOTATION}),
    "webanno.custom.Topic": (BASE, {"value": "String", "sure": "Boolean"}),
    "some.Thing": (TOP, {"name": "String"}),
}  # fmt: skip

BUILT_IN = {"String", "Boolean", "Float", "Integer", "StringArray", "FSArray", "FSList"}


def range_of(name: str) -> str:
    return f"uima.cas.{name}" if name in BUILT_IN else name


def type_system(types: Types = TYPES) -> str:
    """Return the XML of `types`; a range with `*` is of values that are structures of their own."""

    def feature(name: str, range: str) -> str:
        shared = "<multipleReferencesAllowed>true</multipleReferencesAllowed>" * range.count("*")
        return (
            f"<featureDescription><name>{name}</name><description/>"
            f"<rangeTypeName>{range_of(range.strip('*'))}</rangeTypeName>{shared}"
            "</featureDescription>"
        )

    declared = "".join(
        f"<typeDescription><name>{name}</name><supertypeName>{supertype}</supertypeName><features>"
        f"{''.join(feature(*each) for each in features.items())}</features></typeDescription>"
        for name, (supertype, features) in types.items()
    )
    space = "http://uima.apache.org/resourceSpecifier"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><typeSystemDescription xmlns="{space}">'
        f"<types>{declared}</types></typeSystemDescription>"
    )


def xmi(elements: str, text: str = "Bà Lan 😊 họp ở Huế.") -> str:
    spaces = {
        "meta": f"{DKPRO}.metadata.type", "seg": f"{DKPRO}.segmentation.type",
        "pos": f"{DKPRO}.lexmorph.type.pos", "ner": f"{DKPRO}.ner.type",
        "dep": f"{DKPRO}.syntax.type.dependency", "coref": f"{DKPRO}.coref.type",
        "custom": "webanno.custom", "some": "some", "api": WEBANNO, "cas": "uima.cas",
        "tcas": "uima.tcas", "xml": "org.dkpro.core.api.xml.type",
    }  # fmt: skip
    declared = " ".join(
        f'xmlns:{prefix}="http:///{package.replace(".", "/")}.ecore"'
        for prefix, package in spaces.items()
        if prefix != "xml"
    )
    sofa = f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="{text}"/>'
    view = '<cas:View sofa="1" members=""/>'
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"'
    null = '<cas:NULL xmi:id="0"/>'
    return "\n".join(
        [f'{head} {declared} xmi:version="2.0">', null, elements, sofa, view, "</xmi:XMI>"]
    )


def put(place: Path, elements: str, types: Types = TYPES) -> Path:
    (place / "TypeSystem.xml").write_text(type_system(types), encoding="utf-8")
    path = place / "tin.xmi"
    path.write_text(xmi(elements), encoding="utf-8")
    return path


def found(place: Path, elements: str) -> tuple[list[str], list[str]]:
    """Return annotations and sentences of XMI with `elements`, the first on line 4."""
    (parcel,), sentences = read_both(put(place, elements))
    return lines(parcel.layers[0]), sentences


SPAN = 'sofa="1" begin="3" end="6"'
NE = f'<ner:NamedEntity xmi:id="10" {SPAN} value="PER"/>\n'


JSON: dict[str, Any] = {
    "%TYPES": {
        name: {
            "%NAME": name,
            "%SUPER_TYPE": supertype,
            **{
                feature: {
                    "%NAME": feature,
                    "%RANGE": {"FSArray": f"{TOP}[]", "StringArray": "uima.cas.String[]"}.get(
                        range, range_of(range)
                    ),
                }
                for feature, range in features.items()
            },
        }
        for name, (supertype, features) in TYPES.items()
    },
    "%FEATURE_STRUCTURES": [
        {"%ID": 10, "%TYPE": f"{DKPRO}.ner.type.NamedEntity", "@sofa": 1, "begin": 3, "end": 9,
         "value": "PER"},
        {"%ID": 11, "%TYPE": "webanno.custom.Frame", "@sofa": 1, "begin": 10, "end": 13,
         "label": "Meet", "@roles": 12, "@cause": 15},
        {"%ID": 12, "%TYPE": f"{TOP}[]", "%ELEMENTS": [13, None, 14]},
        {"%ID": 13, "%TYPE": "webanno.custom.FrameRolesLink", "role": "Who", "@target": 10},
        {"%ID": 14, "%TYPE": "webanno.custom.FrameRolesLink", "role": "At", "@target": 15},
        {"%ID": 15, "%TYPE": "webanno.custom.Quote", "@sofa": 1, "begin": 16, "end": 19,
         "class": True, "weight": 1, "#count": 3, "@tags": 16, "label": None},
        {"%ID": 16, "%TYPE": "uima.cas.StringArray", "%ELEMENTS": ["a", "b"]},
        {"%ID": 17, "%TYPE": "webanno.custom.Quote", "@sofa": 1, "begin": 0, "end": 2,
         "#weight": "-Inf", "note": "n"},
        {"%ID": 18, "%TYPE": "uima.cas.ByteArray", "%ELEMENTS": "AAE="},
        {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView",
         "mimeType": "text", "sofaString": "Bà Lan 😊 họp ở Huế."},
    ],
    "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [10, 11, 15, 17]}},
}  # fmt: skip

DRAWN = [
    "T1 PER “Lan 😊”",
    "E1 Meet “họp” roles:Who=T1 roles:At=T2 cause=T2 {layer='Frame'}",
    "T2 Quote “Huế” {class=True, weight=1.0, count=3, tags='a; b'}",
    "T3 Quote “Bà” {weight='-Infinity'} (n)",
]
