"""Articles of invented news, tagged throughout: for models to learn from."""

from random import Random

from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.suggest.learned.reading import Lesson

_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi")
_MIDDLE = ("Văn", "Thị", "Minh", "Thu", "Quang", "Hải")
_GIVEN = ("An", "Bình", "Chi", "Dũng", "Giang", "Hạnh", "Khoa", "Linh", "Nam", "Phương")
_PLACES = ("Hà Sơn", "Bình Lâm", "Phú Hải", "Tân Khê", "Long Viên", "Yên Thạch")
_VERBS = (("bắt", "Arrest"), ("gặp", "Meet"), ("thăm", "Visit"))


def lesson(number: int, sentences: int = 8) -> Lesson:
    """Return an article with persons, places and events; the same for the same number."""
    random = Random(number)
    text = ""
    annotations: list[Annotation] = []

    def tag(kind: Kind, label: str, words: str, links: tuple[Link, ...] = ()) -> str:
        nonlocal text
        id = f"{kind.id_prefix}{sum(each.kind is kind for each in annotations) + 1}"
        fragment = Fragment(len(text), len(text) + len(words))
        annotations.append(Annotation(id, kind, label, (fragment,), links, rank=len(annotations)))
        text += words
        return id

    def person() -> str:
        parts = (_SURNAMES, _MIDDLE, _GIVEN)
        return tag(Kind.ENTITY, "PER", " ".join(random.choice(each) for each in parts))

    for _ in range(sentences):
        verb, label = random.choice(_VERBS)
        text += random.choice(("Hôm qua , ông ", "Theo báo chí , bà ", "Chiều nay ông "))
        one = person()
        text += random.choice((" đã ", " vừa ", " sẽ "))
        at = len(text)
        text += verb
        text += random.choice((" ông ", " bà "))
        other = person()
        text += " ở "
        place = tag(Kind.ENTITY, "LOC", random.choice(_PLACES))
        text += " .\n"
        links = (Link("Agent", one), Link("Other", other), Link("Place", place))
        number = sum(each.kind is Kind.EVENT for each in annotations) + 1
        fragments = (Fragment(at, at + len(verb)),)
        annotations.append(
            Annotation(f"E{number}", Kind.EVENT, label, fragments, links, rank=len(annotations))
        )
    return Lesson(Article(f"news-{number}", text), tuple(annotations))
