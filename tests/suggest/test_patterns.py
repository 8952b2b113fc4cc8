import pytest

from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.tagset import EntityType, Tagset
from annotator.suggest.pattern_rules import RuleError, rules_from_toml
from annotator.suggest.patterns import Patterns, tried


def found(text: str, tagset: Tagset | None = None) -> list[tuple[str, str]]:
    suggestions = Patterns(tagset).found_in(text)
    return [(each.annotation.label, each.annotation.text_in(text)) for each in suggestions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ký Nghị định số 46/2020/NĐ-CP về", ("LAW", "Nghị định số 46/2020/NĐ-CP")),
        ("đến ngày 9/4/2020 thì", ("DATE", "ngày 9/4/2020")),
        ("tháng 7 năm 2021", ("DATE", "tháng 7 năm 2021")),
        ("lúc 8h30 sáng", ("TIME", "8h30 sáng")),
        ("mất hơn 2,5 tỷ đồng.", ("MONEY", "hơn 2,5 tỷ đồng")),
        ("tăng 10,5% so", ("PERCENT", "10,5%")),
        ("dài 15 km.", ("QUANTITY", "15 km")),
        ("bà Lan, 45 tuổi, trú", ("AGE", "45 tuổi")),
        ("gọi 0912 345 678.", ("PHONE", "0912 345 678")),
        ("Thủ tướng Nguyễn Văn An nói", ("TITLE", "Thủ tướng")),
    ],
)
def test_a_form_of_vietnamese_is_found(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize("text", ["x10%", "tuổi", "đường 123", "thủ tướng đã nói"])
def test_what_has_no_such_form_is_not(text: str) -> None:
    assert found(text) == []


def test_a_rule_proposes_the_label_that_the_tagset_has() -> None:
    tagset = Tagset(entities=(EntityType("timex"),))
    assert found("ngày 9/4/2020, mất 5 tỷ đồng", tagset) == [("timex", "ngày 9/4/2020")]


def test_a_rule_learns_from_what_becomes_of_what_it_found() -> None:
    article = Article("a", "tăng 10%")
    patterns, layer = Patterns(), Layer(article, "lan")
    (before,) = patterns.suggest(article, layer)
    patterns.refuse(article, before)
    (after,) = patterns.suggest(article, layer)
    assert after.confidence < before.confidence
    again = Patterns()
    again.load_json(patterns.to_json())
    assert again.suggest(article, layer) == [after]


def test_a_project_has_rules_of_its_own() -> None:
    (rule,) = rules_from_toml('[[rule]]\nname = "room"\nlabels = ["ROOM"]\npattern = \'P\\d+\'')
    assert tried(rule, "ở P101 và P2") == ["P101", "P2"]


@pytest.mark.parametrize(
    ("toml", "line", "said"),
    [
        ('\n[[rule]]\nname = "x"\nlabels = ["X"]\npattern = "("', 2, "pattern of x"),
        (
            '[[rule]]\nname = "x"\nlabels = ["X"]\npattern = "a"\n\n[[rule]]\nname = "y"',
            6,
            "labels",
        ),
        ("[[rule]]\nname = \n", 2, "TOML"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(toml: str, line: int, said: str) -> None:
    with pytest.raises(RuleError, match=said) as raised:
        rules_from_toml(toml, "own")
    assert raised.value.where == f"own:{line}"


@pytest.mark.parametrize(
    "pattern",
    [r"P\d+$", r"P1\sP2", r"P?", r"(?P<it>P\d)\s|x", r"(?:P\d\s?)+", r"^P\d"],
)
def test_what_is_tried_out_is_what_is_proposed(pattern: str) -> None:
    toml = f'[[rule]]\nname = "room"\nlabels = ["ROOM"]\npattern = \'{pattern}\''
    text = "P1 x P1\nP2 x P3\r\nP4"
    (rule,) = rules = rules_from_toml(toml)
    found = Patterns(Tagset(entities=(EntityType("room"),)), rules).found_in(text)
    assert tried(rule, text) == [each.annotation.text_in(text) for each in found]


def test_a_pattern_that_is_nested_too_deep_is_named() -> None:
    pattern = 400 * "(" + "a" + 400 * ")"
    with pytest.raises(RuleError, match="pattern of deep"):
        rules_from_toml(f'[[rule]]\nname = "deep"\nlabels = ["X"]\npattern = "{pattern}"')


def test_a_rule_that_takes_for_ever_is_passed_by() -> None:
    toml = '[[rule]]\nname = "slow"\nlabels = ["X"]\npattern = "(?:a|a)*b(?:a|aa)+$|(a+)+c"'
    patterns = Patterns(None, rules_from_toml(toml))
    patterns.found_in("a" * 5000)
    assert patterns.slow == {"slow"}
