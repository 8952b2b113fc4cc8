"""Splits are fair, keep what is nearly the same together, and come out the same every time."""

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.huggingface import dataset_split
from annotator.formats.huggingface.dataset_split import SHARES, Signature, Sketcher, split

pytest.importorskip("datasketch", reason="the extra 'huggingface' is not installed")

WORDS = "lúa nước mùa hội nghị bà con xã huyện tỉnh giá chợ mưa lũ ruộng giống phân đồng".split()


@pytest.fixture(scope="module")
def sketcher() -> Sketcher:
    return Sketcher()


def story(seed: int, length: int = 120) -> str:
    """Return a text of its own for each `seed`."""
    return " ".join(random.Random(seed).choices(WORDS, k=length)).capitalize() + "."


def test_nearly_the_same_texts_stay_together(sketcher: Sketcher) -> None:
    signatures: list[Signature] = []
    for number in range(40):
        text = story(number)
        versions = [text, "Cập nhật: " + text.upper(), text.replace("lúa", "ngô", 2)]
        signatures += [
            Signature(f"{number}-{version}", sketcher.sketch(each), {})
            for version, each in enumerate(versions)
        ]
    found = split(signatures)
    for number in range(40):
        assert len({found[f"{number}-{version}"] for version in range(3)}) == 1
    assert Counter(found.values()) == {"train": 96, "validation": 12, "test": 12}


def test_texts_are_alike_however_they_are_typed(sketcher: Sketcher) -> None:
    text = "Hoà bình ở Huế, thuỷ lợi ở Lạng Sơn."
    assert sketcher.sketch(text) == sketcher.sketch("HÒA BÌNH Ở  HUẾ – THỦY LỢI Ở LẠNG\u00a0SƠN")
    assert sketcher.sketch(text) != sketcher.sketch("Hoa binh o Hue, thuy loi o Lang Son.")
    assert sketcher.sketch("") == sketcher.sketch(" \n…")
    assert sketcher.sketch("lúa") != sketcher.sketch("ngô")


def test_different_texts_are_not_joined(sketcher: Sketcher) -> None:
    signatures = [Signature(str(n), sketcher.sketch(story(n)), {}) for n in range(200)]
    assert len(list(dataset_split._near(signatures))) == 200


def unlike(count: int, labels: dict[str, int] | None = None) -> list[Signature]:
    """Return signatures of articles that have nothing in common."""
    chance = random.Random(count)
    return [Signature(str(n), chance.randbytes(512), labels or {}) for n in range(count)]


def test_every_split_has_its_share_of_every_label() -> None:
    chance = random.Random(3)
    labels = {"common": (0.9, 9), "usual": (0.4, 4), "rare": (0.05, 2), "single": (0.02, 1)}
    signatures = [
        each._replace(
            labels={
                label: chance.randint(1, most)
                for label, (share, most) in labels.items()
                if chance.random() < share
            }
        )
        for each in unlike(1000)
    ]
    found = split(signatures)
    total: Counter[str] = Counter()
    counts: dict[str, Counter[str]] = {name: Counter() for name in SHARES}
    for each in signatures:
        total.update(each.labels)
        counts[found[each.id]].update(each.labels)
    assert Counter(found.values()) == {"train": 800, "validation": 100, "test": 100}
    for label, count in total.items():
        for name, share in SHARES.items():
            assert abs(counts[name][label] - share * count) <= max(2, 0.02 * count)


@pytest.mark.parametrize("seed", range(8))
def test_no_split_is_left_without_a_label_that_many_articles_have(seed: int) -> None:
    """Many rare labels, dealt first, fill the small splits before the turn of the others comes."""
    chance = random.Random(seed)
    rare = [f"rare {number}" for number in range(30)]
    signatures = [
        each._replace(
            labels={
                "most": chance.randint(1, 9),
                **{label: chance.randint(1, 3) for label in chance.sample(rare, 2)},
                **({"some": chance.randint(1, 2)} if chance.random() < 0.12 else {}),
                **({"usual": chance.randint(1, 4)} if chance.random() < 0.2 else {}),
            }
        )
        for each in unlike(220)
    ]
    found = split(signatures)
    assert Counter(found.values()) == {"train": 176, "validation": 22, "test": 22}
    for label in ("most", "some", "usual"):
        total = sum(each.labels.get(label, 0) for each in signatures)
        for name, share in SHARES.items():
            count = sum(each.labels.get(label, 0) for each in signatures if found[each.id] == name)
            assert abs(count - share * total) <= max(2, 0.05 * total), (label, name)


def test_labels_that_each_article_has_for_itself_do_not_skew_the_sizes() -> None:
    signatures = [each._replace(labels={f"own {each.id}": 1}) for each in unlike(100)]
    assert Counter(split(signatures).values()) == {"train": 80, "validation": 10, "test": 10}


@given(st.integers(0, 30), st.randoms())
def test_the_order_has_no_say(count: int, chance: random.Random) -> None:
    signatures = [
        each._replace(labels={label: chance.randint(1, 3) for label in chance.sample("abcdef", 2)})
        for each in unlike(count)
    ]
    expected = split(signatures)
    assert set(expected) == {each.id for each in signatures}
    chance.shuffle(signatures)
    assert split(signatures) == expected
    assert len(set(expected.values())) == min(count, 3) if count >= 3 else True


def test_the_seed_has() -> None:
    signatures = unlike(100)
    assert split(signatures, 1) == split(signatures, 1) != split(signatures, 2)


@pytest.mark.parametrize(("count", "splits"), [(1, 1), (2, 1), (3, 3), (4, 3), (5, 3)])
def test_few_articles_fill_every_split_when_they_can(count: int, splits: int) -> None:
    assert len(set(split(unlike(count)).values())) == splits
    together = [each._replace(sketch=bytes(512)) for each in unlike(count)]
    assert set(split(together).values()) == {"train"}


def test_a_large_family_comes_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(1)
    compared: list[int] = []
    alike = dataset_split._alike

    def counted(sketch: bytes, other: bytes) -> bool:
        compared.append(1)
        return alike(sketch, other)

    monkeypatch.setattr(dataset_split, "_alike", counted)
    family = [
        Signature(
            str(n), b"".join(chance.choice((b"aaaa", chance.randbytes(4))) for _ in range(128)), {}
        )
        for n in range(400)
    ]
    split(family)
    assert len(compared) < 400 * 32 * 16


def test_near_duplicates_of_a_corpus_are_found(shared_data: Path, sketcher: Sketcher) -> None:
    paths = sorted((shared_data / "bkee-dev").glob("*.txt"))
    signatures = [
        Signature(path.stem, sketcher.sketch(path.read_text(encoding="utf-8")), {})
        for path in paths
    ]
    groups = list(dataset_split._near(signatures))
    assert 200 < len(groups) < len(paths)
    counts = Counter(split(signatures).values())
    assert abs(counts["train"] - 0.8 * len(paths)) <= 2
