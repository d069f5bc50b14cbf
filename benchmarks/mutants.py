"""Change the package in small ways, one at a time, and count how many the tests notice.

Each mutant is written into a copy of the tree, and the tests that should notice it run
there until one fails. What survives shows a rule that no test would miss. A mutant that
does the same as the original is listed in ``equivalent_mutants.txt`` with the reason.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import queue
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
EQUIVALENT = ROOT / "benchmarks" / "equivalent_mutants.txt"
COPIED = "sovstats tests data docs pyproject.toml README.md".split()
CROSSING = (
    "tests/claims tests/test_claims_by_hand.py tests/test_method.py "
    "tests/test_data.py tests/numbers tests/expressions"
).split()
"""Tests after those of a mutant's own package, the likely ones first."""
# The profile draws the same examples each time and has no deadline, which a busy
# machine would miss.
PYTEST = "pytest -x -q -p no:cacheprovider --hypothesis-profile=ci".split()
WORKERS = 2
PATIENCE = 3
"""So many times the clean run may a mutant take; one that takes longer is noticed."""

EXCHANGED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt,
    ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
}  # fmt: skip
EXTREMES = {"min": "max", "max": "min"}
CODE = re.compile(r"[a-z][a-z0-9_]*")
"""Strings that are codes or names; others are words for a reader."""
WORDS = {"message", "reason", "hint", "advice", "complaint"}
"""Variables that hold a part of an error's sentence."""


@dataclass(frozen=True)
class Mutant:
    """One change of one module.

    Attributes
    ----------
    module
        The module's path below the package.
    line, column
        Where the changed part begins, the column in characters of the stripped line.
    text
        The line as it is, stripped.
    change
        What was changed, as ``before -> after``.
    code
        The whole module after the change.
    """

    module: str
    line: int
    column: int
    text: str
    change: str
    code: str

    @property
    def package(self) -> str:
        """The package of the module."""
        return self.module.split("/", 1)[0]

    @property
    def key(self) -> tuple[str, str, str]:
        """What the list of equivalent mutants knows it by."""
        return self.module, self.text, f"{self.change} at {self.column}"

    def __str__(self) -> str:
        place = f"sovstats/{self.module}:{self.line}:"
        return f"{place} {self.change} at {self.column} in\n    {self.text}"


class Finder(ast.NodeVisitor):
    """Collects the expressions of a module that may be changed, each with its change.

    Nothing is changed in docstrings, annotations, imports for types, decorators, what
    is raised or asserted, f-strings, ``__all__`` and ``__repr__``.
    """

    def __init__(self) -> None:
        self.found: list[tuple[ast.expr, ast.expr]] = []

    def generic_visit(self, node: ast.AST) -> None:
        """Look at a node that has no rule of its own, and below it."""
        if isinstance(node, ast.expr):
            self.found += [(node, new) for new in changed(node)]
        super().generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Look at the body and the defaults of a function."""
        if node.name == "__repr__":
            return
        for part in [*node.body, *node.args.defaults, *node.args.kw_defaults]:
            if part is not None:
                self.visit(part)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Look at the body of a class, not at its bases and decorators."""
        for part in node.body:
            self.visit(part)

    def visit_If(self, node: ast.If) -> None:
        """Look at a condition, unless it asks for the type checker."""
        if "TYPE_CHECKING" not in ast.unparse(node.test):
            self._negate(node.test)
            self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        """Look at the condition of a loop."""
        self._negate(node.test)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        """Look at a condition within an expression."""
        self._negate(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        """Look at the conditions of a comprehension."""
        for test in node.ifs:
            self._negate(test)
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        """Return nothing instead of a value, unless it is as false as nothing."""
        if node.value:
            if ast.unparse(node.value) not in ("None", "False"):
                self.found.append((node.value, ast.Constant(None)))
            self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        """Pass over docstrings."""
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Look at the value alone."""
        if node.value and ast.unparse(node.target) not in WORDS:
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        """Pass over error sentences and lists of names."""
        if not {ast.unparse(target) for target in node.targets} & {*WORDS, "__all__"}:
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Pass over errors that are made and words for the type checker."""
        name = ast.unparse(node.func)
        if not re.search(r"(Error|Warning)(\.of)?$|^(cast|TypeVar)$", name):
            self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        """Pass over what is raised."""

    visit_Assert = visit_JoinedStr = visit_Import = visit_ImportFrom = visit_Raise

    def _negate(self, test: ast.expr) -> None:
        # To remove a `not` is a change of its own.
        if not isinstance(test, ast.UnaryOp):
            self.found.append((test, ast.UnaryOp(ast.Not(), test)))


def changed(node: ast.expr) -> Iterator[ast.expr]:
    """Yield the changes of one expression, the expressions within it apart."""
    match node:
        case ast.Compare():
            for at, sign in enumerate(node.ops):
                new = copy.deepcopy(node)
                new.ops[at] = EXCHANGED[type(sign)]()
                yield new
        case ast.BoolOp() | ast.BinOp() if type(node.op) in EXCHANGED:
            new = copy.deepcopy(node)
            new.op = EXCHANGED[type(node.op)]()
            yield new
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.Call(func=ast.Name(id="min" | "max" as name)):
            new = copy.deepcopy(node)
            new.func = ast.Name(EXTREMES[name])
            yield new
        case ast.Constant(value=bool()):
            yield ast.Constant(not node.value)
        case ast.Constant(value=int()):
            yield ast.Constant(node.value + 1)
        case ast.Constant(value=str()) if CODE.fullmatch(node.value):
            yield ast.Constant(f"{node.value}_")
        case ast.Subscript(slice=ast.Slice(lower=lower, upper=upper)):
            for at, bound in (("lower", lower), ("upper", upper)):
                # A number is changed by itself.
                if bound and not isinstance(bound, ast.Constant):
                    new = copy.deepcopy(node)
                    more = ast.BinOp(bound, ast.Add(), ast.Constant(1))
                    setattr(new.slice, at, more)
                    yield new


def find_mutants(path: Path) -> Iterator[Mutant]:
    """Yield all mutants of a module."""
    source = path.read_bytes()
    tree = ast.parse(source)
    finder = Finder()
    finder.visit(tree)
    lines = source.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    for old, new in finder.found:
        assert old.end_lineno is not None and old.end_col_offset is not None
        begin = starts[old.lineno - 1] + old.col_offset
        end = starts[old.end_lineno - 1] + old.end_col_offset
        code = source[:begin] + f"({ast.unparse(new)})".encode() + source[end:]
        text = lines[old.lineno - 1].decode()
        indent = len(text) - len(text.lstrip())
        yield Mutant(
            path.relative_to(ROOT / "sovstats").as_posix(),
            old.lineno,
            len(lines[old.lineno - 1][: old.col_offset].decode()) - indent,
            text.strip(),
            f"{ast.unparse(old)} -> {ast.unparse(new)}",
            code.decode(),
        )


def read_equivalent() -> dict[tuple[str, str, str], str]:
    """Return the mutants that do what the original does, with the reasons."""
    known = {}
    for line in EQUIVALENT.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            module, text, change, reason = line.split(" :: ")
            known[module, text, change] = reason
    return known


def run_tests(folder: Path, tests: list[str], seconds: float | None) -> tuple[int, str]:
    """Run tests in a copy of the tree; return the exit status and the last line."""
    environment = os.environ | {"PYTHONPATH": str(folder)}
    if seconds is not None:
        # The clean run has compiled everything; mutants must not leave their code.
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
    with subprocess.Popen(
        [sys.executable, "-m", *PYTEST, *tests],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            output, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return -signal.SIGKILL, "it took too long"
    failed = [x for x in output.splitlines() if x.startswith(("FAILED", "ERROR", "E "))]
    return process.returncode, failed[-1] if failed else output[-300:]


def tests_of(package: str) -> list[str]:
    """Return the tests for mutants of a package, in the order in which they run."""
    own = [f"tests/{package}", f"sovstats/{package}"]
    return list(dict.fromkeys([*own, *CROSSING]))


def copy_tree(folder: Path) -> Path:
    """Copy what the tests need, compiled so that a changed module is noticed.

    Compiled code is compared by the hash of its source: by time and size, a mutant of
    the same second and length would not be seen.
    """
    folder.mkdir()
    for name in COPIED:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__", ".*")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, folder)
    compiling = "compileall -q --invalidation-mode checked-hash sovstats".split()
    subprocess.run([sys.executable, "-m", *compiling], cwd=folder, check=True)
    return folder


def try_mutants(mutants: list[Mutant], packages: list[str]) -> dict[Mutant, str]:
    """Return what noticed each mutant, empty for one that survived."""
    with tempfile.TemporaryDirectory(prefix="sovstats-mutants-") as scratch:
        folder = copy_tree(Path(scratch) / "0")
        tests = dict.fromkeys(test for name in packages for test in tests_of(name))
        began = perf_counter()
        status, said = run_tests(folder, list(tests), None)
        patience = PATIENCE * (perf_counter() - began)
        if status != 0:
            sys.exit(f"the tests fail without any change: {said}")
        print(f"the clean run takes {patience / PATIENCE:.0f} s", flush=True)
        free: queue.Queue[Path] = queue.Queue()
        for number in range(WORKERS):
            free.put(folder if number == 0 else folder.with_name(str(number)))
            if number:
                shutil.copytree(folder, folder.with_name(str(number)))

        def try_one(mutant: Mutant) -> str:
            here = free.get()
            path = here / "sovstats" / mutant.module
            original = path.read_bytes()
            path.write_text(mutant.code, encoding="utf-8")
            try:
                status, said = run_tests(here, tests_of(mutant.package), patience)
            finally:
                path.write_bytes(original)
                free.put(here)
            return said or "noticed" if status else ""

        with ThreadPoolExecutor(WORKERS) as pool:
            outcomes = pool.map(try_one, mutants)
            found = {}
            for mutant, noticed in zip(mutants, outcomes, strict=True):
                found[mutant] = noticed
                if not noticed:
                    print(f"survived: {mutant}", flush=True)
            return found


def report(found: dict[Mutant, str], known: list[Mutant], packages: list[str]) -> None:
    """Print the share of mutants that was noticed, by package and altogether."""
    tried = Counter(mutant.package for mutant in found)
    noticed = Counter(mutant.package for mutant, said in found.items() if said)
    for name in packages:
        if tried[name]:
            share = noticed[name] / tried[name]
            print(f"{name}: {noticed[name]} of {tried[name]} noticed, {share:.1%}")
    if found:
        share = noticed.total() / len(found)
        slow = sum(said == "it took too long" for said in found.values())
        print(f"altogether: {noticed.total()} of {len(found)} noticed, {share:.1%}")
        print(f"{slow} of them by taking too long; {len(known)} more are equivalent")


def main() -> int:
    """Sample mutants, try them, and print what survived."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=300, metavar="N")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--packages", default="numbers,expressions,claims")
    parser.add_argument("--noticed", action="store_true", help="print these as well")
    given = parser.parse_args()
    packages = given.packages.split(",")
    paths = [
        path
        for name in packages
        for path in sorted((ROOT / "sovstats" / name).rglob("*.py"))
    ]
    every = [mutant for path in paths for mutant in find_mutants(path)]
    chosen = random.Random(given.seed).sample(every, min(given.count, len(every)))
    equivalent = read_equivalent()
    known = [mutant for mutant in chosen if mutant.key in equivalent]
    print(f"seed {given.seed}: {len(chosen)} of {len(every)} mutants", flush=True)
    found = try_mutants([x for x in chosen if x.key not in equivalent], packages)
    if given.noticed:
        for mutant, said in found.items():
            if said:
                print(f"noticed: {mutant}\n    {said}")
    report(found, known, packages)
    return 0 if all(found.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
