"""A labelling interface of Label Studio is a tagset, and a tagset one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.format import Parcel
from annotator.formats.label_studio import FORMAT
from annotator.formats.label_studio import config as label_studio_config
from annotator.formats.label_studio.config import CONFIG_NAMES, read_config
from annotator.formats.label_studio.controls import Used
from annotator.formats.label_studio.interface import config_of
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.model.annotation import Kind
from annotator.model.article import Article
from annotator.model.tagset import (
    Attribute,
    DocumentType,
    EntityType,
    EventType,
    RelationType,
    Role,
    Tagset,
)
from annotator.model.tagset_rules import faults
from annotator.model.tagset_toml import TagsetError, tagset_from_toml
from annotator.resources import resource
from tests.formats.round_trip import folder, read_all

TYPICAL = """
<View>
  <Header value="Label names"/>
  <Relations><Relation value="founded:by" background="red"/><Relation value="Place"/></Relations>
  <Labels name="ner" toName="text">
    <Label value="Person" alias="PER" background="#ABC" hotkey="p"/>
    <View><Label value="Org" background="darkorange" hint="A body." hotkey="shift+o"/></View>
    <Label value="Org"/><Label value="None" background="rgb(1,2,3)" hotkey="ctrl+n"/>
    <Label value="Other" hotkey="P"/><Label value="Help" hotkey="h"/><Label background="red"/>
  </Labels>
  <Labels name="Events" toName="text"><Label value="Meeting"/><Label value="Org"/></Labels>
  <Text name="text" value="$text"/>
  <Choices name="Tense" toName="text" perRegion="true" whenLabelValue="Meeting,Gone">
    <Choice value="past"/><Choice value="present" selected="true"/><Choice value="past"/>
  </Choices>
  <Choices name="sure" toName="text" perRegion="true"><Choice value="true"/><Choice value="false"/>
  </Choices>
  <TextArea name="remark" toName="text" perRegion="true"/>
  <TextArea name="summary" toName="text"/>
  <Choices name="mood" toName="text"><Choice value="good"/><Choice value="bad"/></Choices>
</View>
"""


def config(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "config.xml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def back(tmp_path: Path, tagset: Tagset) -> Tagset:
    assert FORMAT.tagset_file is not None
    assert FORMAT.tagset_file.write is not None
    return FORMAT.tagset_file.read(config(tmp_path, FORMAT.tagset_file.write(tagset)))


def test_an_interface_as_people_write_it_is_a_tagset(tmp_path: Path) -> None:
    assert read_config(config(tmp_path, TYPICAL)) == Tagset(
        entities=(
            EntityType("PER", {"en": "Person"}, "P", "#aabbcc"),
            EntityType("Org", shortcut="Shift+O", color="#ff8c00", guideline="A body."),
            EntityType("None"),
            EntityType("Other"),
            EntityType("Help"),
        ),
        events=(EventType("Meeting"),),
        relations=(RelationType("founded:by", color="#ff0000"), RelationType("Place")),
        attributes=(
            Attribute("Tense", ("Meeting",), ("past", "present"), "present"),
            Attribute("sure", (), (True, False)),
            Attribute("remark"),
            Attribute("control", ("good", "bad"), ("mood",)),
        ),
        documents=(DocumentType("good"), DocumentType("bad")),
    )


def test_a_tagset_comes_back_but_for_what_no_interface_has(tmp_path: Path) -> None:
    tagset = Tagset(
        entities=(
            EntityType('L"<&\u2003đ', shortcut="Shift+L", color="#123456", guideline="a\n\tb"),
        ),
        events=(EventType("Meeting", shortcut="M", roles=(Role("near"), Role("Place"))),),
        relations=(RelationType("near", color="#abcdef"), RelationType("in")),
        attributes=(
            Attribute("Tense", ("Meeting",), ("past", "future"), "past"),
            Attribute("sure", (), (True, False), True),
            Attribute("label"),
            Attribute("text:area", (), ("x",)),
        ),
        documents=(DocumentType("Politics", shortcut="5"),),
    )
    assert back(tmp_path, tagset) == tagset


@pytest.mark.parametrize("path", sorted(resource("tagsets").glob("*.toml")), ids=lambda p: p.stem)
def test_the_labels_of_presets_come_back(tmp_path: Path, path: Path) -> None:
    tagset = tagset_from_toml(path.read_text(encoding="utf-8"))
    again = back(tmp_path, tagset)
    for kind in (Kind.ENTITY, Kind.EVENT, Kind.RELATION, Kind.DOCUMENT):
        assert [
            (each.label, each.shortcut, each.color, each.guideline) for each in again.labels(kind)
        ] == [
            (each.label, each.shortcut, each.color, each.guideline) for each in tagset.labels(kind)
        ]
    for event in tagset.events:
        found = again.event(event.label)
        assert found is not None
        assert {role.name for role in found.roles} == {role.name for role in event.roles}


def test_a_folder_has_the_interface_beside_the_tasks(tmp_path: Path) -> None:
    tagset = Tagset(entities=(EntityType("LOC"),))
    write([Parcel(Article("a", "b"), (), "")], tmp_path / "out", "label-studio", tagset)
    assert read_config(tmp_path / "out" / "config.xml").entities == tagset.entities
    assert [each.article.id for each in read_all(tmp_path / "out")] == ["a"]


@pytest.mark.parametrize("name", CONFIG_NAMES)
def test_an_interface_in_a_folder_is_no_article(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TYPICAL)
    assert list(read(tmp_path)) == []


REFUSED = [
    (b"", "This is not XML: no element found"),
    (b"\0\1", "This is not XML: not well-formed"),
    (b"<View>\n\xff</View>", "This is not XML: not well-formed"),
    (b'<?xml version="1.0" encoding="none"?><View/>', "This is not XML: "),
    (b'<?xml version="1.0" encoding="shift_jis"?><View/>', "This is not XML: "),
    (b"<View>\n<Labels></View>", "This is not XML: mismatched tag"),
    (b"plain", "This is not XML: syntax error"),
    (b"<View><Text name='text'/></View>", "This labelling interface has no labels."),
    (
        b'<!DOCTYPE a [<!ENTITY b "bbb"><!ENTITY c "&b;&b;&b;">]><View>&c;</View>',
        "The file declares entities, which none may.",
    ),
    (
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><View>&b;</View>',
        "The file declares entities, which none may.",
    ),
    (
        b'<View><Labels name="a"><Label value="a&#10;b"/></Labels></View>',
        "The name a\nb begins or ",
    ),
]


@pytest.mark.parametrize(("content", "sentence"), REFUSED, ids=lambda value: str(value)[:30])
def test_what_is_no_interface_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = config(tmp_path, content)
    with pytest.raises(TagsetError) as caught:
        read_config(path)
    assert str(caught.value).startswith(str(path))
    assert sentence in str(caught.value)


def test_the_line_of_what_is_no_xml_is_named(tmp_path: Path) -> None:
    path = config(tmp_path, "<View>\n<Labels></View>")
    with pytest.raises(TagsetError, match=f"{path}:2: "):
        read_config(path)


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(label_studio_config, "LARGEST", 10)
    with pytest.raises(TagsetError, match="The file has more than 0 MB"):
        read_config(config(tmp_path, TYPICAL))


def test_elements_nested_without_end_are_read(tmp_path: Path) -> None:
    deep = "<View>" * 20_000 + '<Labels name="a"><Label value="X"/></Labels>' + "</View>" * 20_000
    assert [each.label for each in read_config(config(tmp_path, deep)).entities] == ["X"]


@given(st.data())
def test_an_interface_changed_anywhere_is_a_tagset_or_refused(data: st.DataObject) -> None:
    text = TYPICAL.strip()
    at = data.draw(st.integers(0, len(text)))
    put = data.draw(
        st.text(max_size=4) | st.sampled_from(["</", "&amp;", "&#1;", " value=''", "|"])
    )
    changed = text[:at] + put + text[at + data.draw(st.integers(0, 9)) :]
    with folder() as place:
        path = place / "config.xml"
        path.write_bytes(changed.encode("utf-8", "surrogatepass"))
        try:
            assert faults(read_config(path)) == []
        except TagsetError as error:
            where = error.where
        else:
            where = str(path)
    assert where.startswith(str(path))


def test_what_xml_has_no_way_to_write_is_replaced() -> None:
    assert 'value="a\ufffdb"' in config_of(Tagset(), Used(entities={"a\x0bb": None}))
