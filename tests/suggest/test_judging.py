"""What is tagged so far, what others propose, and what a suggestion costs."""

from dataclasses import replace
from random import Random

import pytest

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.suggest.costs import ACCEPTANCE, BY_HAND, LABELLED, REFUSAL, pays
from annotator.suggest.learned.known import Progress
from annotator.suggest.learned.model import Model, train
from annotator.suggest.learned.reading import Span, reading_of
from annotator.suggest.learned.suggester import Learned
from annotator.suggest.merging import merged
from annotator.suggest.settings import Settings
from annotator.suggest.suggestion import Suggestion, id_of
from tests.suggest.news import lesson

LESSONS = [lesson(number) for number in range(6)]


@pytest.fixture(scope="module")
def model() -> Model:
    return train(LESSONS, seed=3, texts=["chưa ai đánh dấu gì ở đây cả . " * 3])


def proposed(start: int, end: int, label: str, confidence: float = 0.9) -> Suggestion:
    fragments = (Fragment(start, end),)
    annotation = Annotation(
        id_of(Kind.ENTITY, label, fragments), Kind.ENTITY, label, fragments, origin="dictionary"
    )
    return Suggestion(annotation, confidence, message("because"))


def test_what_goes_away_by_itself_costs_nothing() -> None:
    assert not pays(0.15, harmless=0.0)
    assert pays(0.15, harmless=0.6)
    assert not pays(0.0, harmless=1.0)


def test_what_is_tagged_quickly_is_suggested_where_it_is_surer() -> None:
    assert pays(0.3, by_hand=BY_HAND)
    assert not pays(0.3, by_hand=LABELLED)
    assert pays(0.6, by_hand=LABELLED)
    even = REFUSAL / (LABELLED - ACCEPTANCE + REFUSAL)
    assert not pays(even - 0.001, by_hand=LABELLED)
    assert pays(even + 0.001, by_hand=LABELLED)
    assert pays(0.1, least=0.1)


def test_what_is_tagged_speaks_for_what_comes_after_it() -> None:
    reading = reading_of("An gặp An , An về .")
    progress = Progress(reading, [Span(2, 3, "PER")])
    assert progress.above(0).judge_features(Span(0, 1, "PER")) == {}
    assert "here PER" in progress.above(4).judge_features(Span(4, 5, "PER"))
    assert "here otherwise" in progress.above(4).judge_features(Span(4, 5, "LOC"))


def test_alike_words_that_are_tagged_speak_for_their_label() -> None:
    reading = reading_of("ông An gặp ông Bình ở An")
    above = Progress(reading, [Span(0, 2, "PER")]).above(2)
    features = above.label_features(Span(3, 5, ""))
    assert features["begins=PER"] > 1.0
    assert "same=PER" not in features
    assert above.label_features(Span(6, 7, ""))["ends=PER"] > 1.0


def test_what_was_refused_is_not_replaced_by_what_collides_with_it() -> None:
    article = LESSONS[0].article
    layer = Layer(article, "lan")
    long, short = proposed(0, 8, "X"), proposed(0, 4, "X", 0.8)
    inside, apart = proposed(0, 4, "Y", 0.7), proposed(9, 12, "X")
    assert merged(layer, [long, short, apart], Settings()) == [long, apart]
    refused = frozenset({long.place})
    assert merged(layer, [long, short, apart], Settings(), refused) == [apart]
    assert merged(layer, [inside], Settings(), refused) == [inside]


def test_the_model_judges_what_others_propose(model: Model) -> None:
    new = lesson(50)
    layer = Layer(new.article, "lan")
    gold = next(each for each in new.annotations if each.kind is Kind.ENTITY)
    right = proposed(gold.start, gold.end, gold.label, 0.5)
    between = new.article.text.index(" đã ") + 1 if " đã " in new.article.text else 0
    wrong = proposed(between, between + 2, gold.label, 0.5)
    strange = proposed(gold.start, gold.end, "NEVER SEEN", 0.5)
    one, other, kept = Learned(model).judge(new.article, layer, [right, wrong, strange])
    assert one.confidence > 0.6
    assert other.confidence < 0.3
    assert kept == strange
    assert replace(one, confidence=0.5, harmless=0.0, by_hand=BY_HAND) == right


def test_words_of_articles_that_nobody_tagged_are_learned(model: Model) -> None:
    assert "đây" in model.vectors.words
    assert "đây" not in train(LESSONS[:2]).vectors.words


def test_what_stands_out_for_selected_words_takes_one_action(model: Model) -> None:
    new = lesson(51)
    layer = Layer(new.article, "lan")
    learned = Learned(model)
    found = learned.suggest(new.article, layer)
    assert {each.by_hand for each in found} <= {LABELLED, BY_HAND}
    for each in found:
        annotation = each.annotation
        if annotation.kind is Kind.EVENT and not each.event:
            labels = learned.labels(new.article, layer, annotation.fragments[0], annotation.kind)
            assert (each.by_hand == LABELLED) == (labels[0][0] == annotation.label)


def test_a_progress_tells_of_what_lies_above_alone() -> None:
    reading = reading_of("An gặp Bình , An gặp Chi , An gặp Bình .")
    spans = [Span(0, 1, "PER"), Span(2, 3, "PER"), Span(4, 5, "ORG"), Span(6, 7, "PER")]
    progress = Progress(reading, spans)
    for unit in range(len(reading.tokens)):
        above = progress.above(unit)
        passed = [each for each in spans if each.first < unit]
        for label in ("PER", "ORG"):
            features = above.judge_features(Span(unit, unit + 1, label))
            same = [s for s in passed if reading.string(s) == (reading.tokens.keys[unit],)]
            assert ("here" in features) == any(each.label == label for each in same)
            assert (f"above {label}" in features) == any(each.label == label for each in passed)
        counts = {
            f"above={label}": min(count, 4) / 4
            for label in ("PER", "ORG")
            if (count := sum(each.label == label for each in passed))
        }
        shown = above.label_features(Span(unit, unit + 1, ""))
        assert {name: value for name, value in shown.items() if name in counts} == counts


def test_what_was_worked_out_before_is_as_if_it_was_worked_out_anew(model: Model) -> None:
    new, chance = lesson(52), Random(1)
    entities = [each for each in new.annotations if each.kind is Kind.ENTITY]
    lasting = Learned(model)
    for _ in range(20):
        tagged = [replace(each, links=()) for each in entities if chance.random() < 0.5]
        layer = Layer(new.article, "lan", tagged)
        others = [proposed(*each.fragments[0], "LOC") for each in chance.sample(entities, 2)]
        for one, other in zip(
            (*lasting.suggest(new.article, layer), *lasting.judge(new.article, layer, others)),
            (
                *Learned(model).suggest(new.article, layer),
                *Learned(model).judge(new.article, layer, others),
            ),
            strict=True,
        ):
            assert one.id == other.id
            assert one.confidence == pytest.approx(other.confidence)
            assert one.harmless == pytest.approx(other.harmless)
