"""All the small ways to break a module: one changed number, comparison, operator or truth at a time."""

import ast
import copy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

NEIGHBOUR: dict[type[ast.AST], ast.AST] = {
    ast.Lt: ast.LtE(), ast.LtE: ast.Lt(), ast.Gt: ast.GtE(), ast.GtE: ast.Gt(),
    ast.Eq: ast.NotEq(), ast.NotEq: ast.Eq(), ast.Is: ast.IsNot(), ast.IsNot: ast.Is(),
    ast.In: ast.NotIn(), ast.NotIn: ast.In(),
    ast.And: ast.Or(), ast.Or: ast.And(),
    ast.Add: ast.Sub(), ast.Sub: ast.Add(), ast.Mult: ast.FloorDiv(), ast.FloorDiv: ast.Mult(), ast.Mod: ast.Add(),
}  # fmt: skip
OPPOSITE = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One way to break a module: which line, what changed, and the whole broken source."""

    module: str
    line: int
    code: str
    change: str
    source: str


def mutants(module: str, source: str) -> Iterator[Mutant]:
    """Yield every mutant of a module."""
    tree, lines = ast.parse(source), source.splitlines()
    decorators = {id(n) for d in ast.walk(tree) if isinstance(d, ast.ClassDef) for n in _inside(d.decorator_list)}
    for number, node in enumerate(ast.walk(tree)):
        for change, edit in _edits(node) if id(node) not in decorators else ():
            broken = copy.deepcopy(tree)
            edit(next(n for i, n in enumerate(ast.walk(broken)) if i == number))
            line: int = node.lineno  # type: ignore[attr-defined]
            yield Mutant(module, line, lines[line - 1].strip(), change, ast.unparse(broken))


def _inside(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    return (inner for node in nodes for inner in ast.walk(node))


def _edits(node: ast.AST) -> Iterator[tuple[str, Callable[..., None]]]:
    match node:
        case ast.Constant(value=bool() as truth):
            yield f"{truth} -> {not truth}", lambda it: setattr(it, "value", not truth)
        case ast.Constant(value=int() | float() as value):
            for other in (value - 1, value + 1):
                yield f"{value} -> {other}", lambda it, other=other: setattr(it, "value", other)
        case ast.Compare(ops=ops):
            for at, op in enumerate(ops):
                yield _swapped(op), lambda it, at=at, op=op: it.ops.__setitem__(at, NEIGHBOUR[type(op)])
        case ast.BoolOp(op=op) | ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in NEIGHBOUR:
            yield _swapped(op), lambda it: setattr(it, "op", NEIGHBOUR[type(op)])
        case ast.UnaryOp(op=ast.Not()):
            yield "not dropped", lambda it: setattr(it, "operand", ast.UnaryOp(ast.Not(), it.operand))
        case ast.If() | ast.IfExp():
            yield "condition turned round", lambda it: setattr(it, "test", ast.UnaryOp(ast.Not(), it.test))
        case ast.Return(value=ast.Compare() | ast.BoolOp()):
            yield "answer turned round", lambda it: setattr(it, "value", ast.UnaryOp(ast.Not(), it.value))
        case ast.Name(id=name) if name in OPPOSITE:
            yield f"{name} -> {OPPOSITE[name]}", lambda it: setattr(it, "id", OPPOSITE[name])


def _swapped(op: ast.AST) -> str:
    return f"{type(op).__name__} -> {type(NEIGHBOUR[type(op)]).__name__}"
