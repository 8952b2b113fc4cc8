"""All English sentences that the program may show, read off its source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import annotator
from annotator.ui.actions import FIXED_KEYS, MENUS, table
from annotator.ui.settings import SETTINGS

SOURCE = Path(annotator.__file__).parent


def window_texts() -> set[str]:
    """Return the texts of the window: what tr and translate are given, and its tables."""
    found = {text for tree in _trees() for text in _translated(tree)}
    found |= {action.text for action in table()} | {menu.title for menu in MENUS}
    found |= {text for key in FIXED_KEYS for text in (key.keys, key.text)}
    return found | {setting.text for setting in SETTINGS}


def message_templates() -> set[str]:
    """Return the templates of all Messages and AnnotatorErrors."""
    trees = list(_trees())
    makers = {"message", "Message", *_error_classes(trees), *_template_functions(trees)}
    return {text for tree in trees for text in _first_arguments(tree, makers)} - {"{0}"}


def _trees() -> Iterator[ast.AST]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield ast.parse(path.read_text("utf-8"), str(path))


def _error_classes(trees: list[ast.AST]) -> set[str]:
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    found = {"AnnotatorError"}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return found


def _template_functions(trees: list[ast.AST]) -> set[str]:
    """Return the functions that make a message of a template they are given first."""
    return {
        node.name
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("__")
        and [each.arg for each in node.args.args if each.arg != "self"][:1] == ["template"]
    }


def _translated(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = _name(node.func)
            place = {"tr": 0, "_tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}.get(name)
            if place is not None and len(node.args) > place:
                yield from _constants(node.args[place])


def _first_arguments(tree: ast.AST, makers: set[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in makers and node.args:
            yield from _constants(node.args[0])


def _constants(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from _constants(body)
            yield from _constants(orelse)
        case _:
            pass


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
