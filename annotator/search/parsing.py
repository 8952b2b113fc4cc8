"""Queries as people write them: `entity:LOC inside event:Visit and not "thành phố"`.

    query     = either { "or" either }
    either    = one { [ "and" ] one }
    one       = { "not" | "inside" } ( "(" query ")" | condition )
    condition = words | "phrase" | /regular expression/ | field

Words that follow one another are a phrase, as in the text. `*` behind the last one: it only begins
so. The fields are told in GUIDE.md.
"""

from annotator.language.find import Query as Wanted
from annotator.language.find import finder
from annotator.model.annotation import Kind
from annotator.model.article import Status
from annotator.search.query import (
    And,
    Condition,
    HasRole,
    Inside,
    Labelled,
    Not,
    Operator,
    Or,
    Pattern,
    Says,
    Words,
    asked_for,
    finds_annotations,
    parts,
)
from annotator.search.tokens import KINDS, NAMED, QueryError, Token, Value, tokens

_DEEPEST = 40
_OPERATORS: dict[str, Operator] = {":": ":", "=": "=", "~": "~"}


def parse(query: str) -> Condition:
    """Return what `query` asks for; raises QueryError, with the place, where that is not clear."""
    reader = _Reader(tokens(query), len(query))
    if reader.next is None:
        raise QueryError("Type what to find: words, or a condition such as entity:PER.")
    condition = reader.either_of(0)
    if reader.next is not None:
        raise reader.unclear("At {0}: no bracket is open here.")
    if not finds_annotations(condition) or asked_for(condition) or _is_positive(condition):
        return condition
    raise QueryError("This only says what not to find: say what to find, too.")


def _is_positive(condition: Condition) -> bool:
    match condition:
        case Not():
            return False
        case And(conditions):
            return any(map(_is_positive, conditions))
        case Or(conditions):
            return all(map(_is_positive, conditions))
        case _:
            return True


class _Reader:
    def __init__(self, found: list[Token], length: int) -> None:
        self._tokens = found
        self._at = 0
        self._length = length

    @property
    def next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def take(self) -> Token:
        """Return the next token, and go on to the one behind it."""
        token = self.next
        if token is None:
            raise QueryError(
                "At the end something is missing: a condition, or words.", at=self._length
            )
        self._at += 1
        return token

    def unclear(self, template: str) -> QueryError:
        """Return an error at the next token; `template` gets its place."""
        start = self.next.start if self.next else self._length
        return QueryError(template, start + 1, at=start)

    def either_of(self, depth: int) -> Condition:
        if depth > _DEEPEST:
            raise self.unclear("At {0}: conditions are nested too deep.")
        found = [self._all_of(depth)]
        while self.next and self.next.kind == "or":
            self.take()
            found.append(self._all_of(depth))
        return found[0] if len(found) == 1 else Or(tuple(found))

    def _all_of(self, depth: int) -> Condition:
        found = [self._one(depth)]
        while self.next and self.next.kind not in ("or", ")"):
            if self.next.kind == "and":
                self.take()
            found.append(self._one(depth))
        return found[0] if len(found) == 1 else And(tuple(found))

    def _one(self, depth: int) -> Condition:
        if depth > _DEEPEST:
            raise self.unclear("At {0}: conditions are nested too deep.")
        token = self.take()
        match token.kind:
            case "not":
                return Not(self._one(depth + 1))
            case "inside":
                return Inside(self._of_annotation(token, self._one(depth + 1)))
            case "(":
                return self._in_brackets(token, depth)
            case "word":
                return self._words(token)
            case "phrase":
                return _phrase(token.text.removesuffix("*"), token)
            case "pattern":
                return Pattern(_checked(token.text, token))
            case "field":
                return self._field(token, depth)
            case _:
                self._at -= 1
                raise self.unclear("At {0}: a condition, or words, are missing here.")

    def _in_brackets(self, opening: Token, depth: int) -> Condition:
        inner = self.either_of(depth + 1)
        if self.next is None:
            raise QueryError(
                "The bracket at {0} is not closed.", opening.start + 1, at=opening.start
            )
        self.take()
        return inner

    def _words(self, first: Token) -> Condition:
        words = [first]
        while self.next and self.next.kind == "word" and not words[-1].text.endswith("*"):
            words.append(self.take())
        return _phrase(" ".join(each.text for each in words).removesuffix("*"), words[-1])

    def _field(self, token: Token, depth: int) -> Condition:
        if token.text in KINDS:
            return _labelled(token)
        if token.text == "role":
            return self._role(token, depth)
        name, operator, value = "", token.mark, token.first
        if token.text in NAMED:
            name, operator, value = token.first.text, token.operator, token.second
            if token.mark != ":" or not name:
                raise QueryError(
                    "At {0}: {1} needs a name, as in {1}:name=value.",
                    token.start + 1, token.text, at=token.start,
                )  # fmt: skip
        elif token.operator:
            value = Value(f"{value.text}{token.operator}{token.second.text}", value.quoted)
        return _says(token, name, operator, value)

    def _role(self, token: Token, depth: int) -> Condition:
        name = token.first.text
        if token.mark != ":" or not name:
            raise QueryError(
                "At {0}: {1} needs a name, as in {1}:name=value.",
                token.start + 1, "role", at=token.start,
            )  # fmt: skip
        if token.operator:
            return HasRole(name, _says(token, "", token.operator, token.second, field="text"))
        if self.next and self.next.kind == "(" and self.next.start == token.end:
            opening = self.take()
            return HasRole(name, self._of_annotation(token, self._in_brackets(opening, depth)))
        return HasRole(name, None)

    def _of_annotation(self, token: Token, condition: Condition) -> Condition:
        if any(isinstance(each, Words | Pattern) for each in parts(condition)):
            raise QueryError(
                "At {0}: say what annotations these are, for example entity:PER or text:word.",
                token.end + 1, at=token.end,
            )  # fmt: skip
        return condition


def _phrase(text: str, last: Token) -> Condition:
    if not any(map(str.isalnum, text)):
        raise QueryError("At {0} there is no word to find.", last.start + 1, at=last.start)
    return Words(text, prefix=last.text.endswith("*"))


def _labelled(token: Token) -> Condition:
    label = token.first.text
    if token.mark == "~" or token.operator or not label:
        raise QueryError(
            "At {0}: {1} needs a label, as in {1}:LABEL, or {1}:* for any.",
            token.start + 1, token.text, at=token.start,
        )  # fmt: skip
    return Labelled(None if token.text == "label" else Kind(token.text), label)


def _says(
    token: Token, name: str, operator: str, value: Value, field: str | None = None
) -> Condition:
    field = field or token.text
    text = value.text if operator == "~" or field == "status" else value.spaced
    if operator and not text:
        raise QueryError(
            "At {0}: a value is missing behind {1}.", token.end + 1, operator, at=token.end
        )
    if operator == "~":
        _checked(text, token)
    elif field == "status" and text not in set(Status):
        raise QueryError(
            "At {0}: the status {1} is none of {2}.",
            token.start + 1, text, ", ".join(each.value for each in Status), at=token.start,
        )  # fmt: skip
    return Says(field, name, _OPERATORS.get(operator), text)


def _checked(expression: str, token: Token) -> str:
    """Return `expression`; raises FindError where it is none."""
    finder(Wanted(expression, expression=True))
    if not expression:
        raise QueryError("At {0} an expression is missing.", token.start + 1, at=token.start)
    return expression
