"""What models compute with: minima, the field's likelihood, the vectors of words."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.learned.crf_training import Examples, Loss
from annotator.suggest.learned.descent import Floats, minimum
from annotator.suggest.learned.reading import reading_of
from annotator.suggest.learned.softmax import train_softmax
from annotator.suggest.learned.vectors import SIZE, train_vectors

SENTENCES = [
    ([["a"], ["b", "c"], ["a"]], ["B-S", "I-S", "O"]),
    ([["c"], ["a", "b"]], ["O", "B-S"]),
    ([["b"]], ["O"]),
    ([["a"], ["c"], ["b"], ["c"]], ["B-S", "B-S", "I-S", "I-S"]),
]


@given(st.integers(0, 1000))
def test_the_minimum_of_a_quadratic_is_where_its_slope_is_nothing(seed: int) -> None:
    random = np.random.default_rng(seed)
    root = random.normal(size=(6, 6))
    bend, way = root @ root.T + np.eye(6), random.normal(size=6)

    def function(at: Floats) -> tuple[float, Floats]:
        return 10.0 + float(at @ bend @ at / 2 - way @ at), bend @ at - way

    found = minimum(function, np.zeros(6), 200)
    least = function(np.linalg.solve(bend, way))[0]
    assert function(found)[0] <= least + 0.05


def test_the_likelihood_of_sentences_is_that_of_all_labellings_counted_one_by_one() -> None:
    examples = Examples(SENTENCES)
    loss = Loss(examples, range(len(SENTENCES)), 0.0)
    flat = np.random.default_rng(3).normal(size=loss.size)
    weights, moves = loss.parts(flat)
    number = {feature: n for n, feature in enumerate(examples.features)}
    place = {label: n for n, label in enumerate(examples.labels)}
    expected = 0.0
    for rows, labels in SENTENCES:
        scores = [sum(weights[number[f]] for f in row if f in number) for row in rows]

        def score(path: tuple[int, ...], scores: list[Floats] = scores) -> float:
            if any(loss.never[one, other] for one, other in pairwise(path)):
                return -np.inf
            own = sum(float(scores[n][k]) for n, k in enumerate(path))
            return own + sum(float(moves[one, other]) for one, other in pairwise(path))

        paths = product(range(3), repeat=len(rows))
        total = np.log(sum(np.exp(score(path)) for path in paths))
        expected += float(total) - score(tuple(place[label] for label in labels))
    assert loss(flat)[0] == pytest.approx(expected)


def test_the_slope_of_the_likelihood_is_how_it_changes() -> None:
    loss = Loss(Examples(SENTENCES), range(len(SENTENCES)), 0.7)
    flat = np.random.default_rng(4).normal(size=loss.size)
    slope = loss(flat)[1]
    for n in range(loss.size):
        step = np.zeros(loss.size)
        step[n] = 1e-5
        rise = (loss(flat + step)[0] - loss(flat - step)[0]) / 2e-5
        assert slope[n] == pytest.approx(rise, abs=1e-6)


def test_training_goes_on_from_what_was_learned_of_a_part() -> None:
    examples = Examples(SENTENCES * 5)
    start = examples.train(range(8), iterations=100)
    one, other = examples.train(start=start, iterations=100), examples.train(iterations=100)
    assert np.allclose(one.weights, other.weights, atol=0.05)


def test_numbers_without_names_are_learned_from_as_features_are() -> None:
    answers = ["x", "y", "y", "x"] * 10
    numbers = np.array([[1.0 if each == "x" else -1.0] for each in answers])
    model = train_softmax([{"1": 1.0}] * len(answers), answers, numbers, l2=0.1)
    shares = model.probabilities([{"1": 1.0}] * 2, np.array([[1.0], [-1.0]]))
    assert model.classes == ("x", "y")
    assert shares[0, 0] > 0.9
    assert shares[1, 1] > 0.9


def _text() -> str:
    """Return sentences with cities in the place of cities, and fillers that are all different."""
    cities, persons = ("Huế", "Vinh", "Hội"), ("An", "Bình", "Chi")
    lines: list[str] = []
    for n in range(60):
        lines.append(f"ông {persons[n % 3]} đã đi làm x{n % 20} .")
        lines.append(f"họ về thành phố {cities[n % 3]} ở y{n % 20} .")
    return "\n".join(lines)


def test_words_that_stand_beside_the_same_words_are_alike() -> None:
    vectors = train_vectors([reading_of(_text())])
    near = float(vectors["Huế"] @ vectors["Vinh"])
    assert near > float(vectors["Huế"] @ vectors["Bình"]) + 0.2
    assert vectors.group("huế") == vectors.group("Huế") != ""
    assert np.linalg.norm(vectors["Huế"]) == pytest.approx(1.0, abs=1e-6)
    assert not vectors["unheard"].any()
    assert vectors.group("unheard") == ""


def test_the_same_texts_give_the_same_vectors() -> None:
    one, other = train_vectors([reading_of(_text())]), train_vectors([reading_of(_text())])
    assert one.words == other.words
    assert np.array_equal(one.table, other.table)
    assert one.groups == other.groups


def test_few_words_have_no_vectors() -> None:
    vectors = train_vectors([reading_of("một hai ba . một hai ba . một hai ba .")])
    assert len(vectors.words) == 0
    assert vectors.of(["một", "hai"]).shape == (3 * SIZE,)
