"""Quy trình: tables of steps; decides, never saves; buttons, refusals and diagrams come from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from congvu.law import Citation, Finding

Known = TypeVar("Known")
KnownIn = TypeVar("KnownIn", contravariant=True)


class Case(Protocol):
    """Vụ việc: whatever stands in a state and belongs to a unit."""

    @property
    def state(self) -> str: ...
    @property
    def unit_id(self) -> int: ...


class Actor(Protocol):
    """Người thực hiện."""

    def may(self, permission: str, *, over: int, on: date) -> bool: ...


class Guard(Protocol[KnownIn]):
    """Điều kiện của bước: a rule that says whether, and why."""

    def __call__(self, known: KnownIn, /, *, on: date) -> Finding[bool]: ...


class NotTaken(Exception):
    """The actor does not hold the permission that the step asks for."""


class Refused(Exception):
    """The step may not be taken; `findings` say why and by which law."""

    def __init__(self, findings: Sequence[Finding[bool]]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f"{found.because} — {found.cites}" for found in self.findings))


@dataclass(frozen=True)
class Step(Generic[Known]):
    """Bước: from one state to another, for whom, under which conditions, by which law."""

    name: str
    label: str
    source: str
    target: str
    may: str
    cites: Citation
    guards: tuple[Guard[Known], ...] = ()


@dataclass(frozen=True)
class Offer(Generic[Known]):
    """A step that the actor may consider now, with what holds it back."""

    step: Step[Known]
    held_back_by: tuple[Finding[bool], ...]


class Workflow(Generic[Known]):
    """Bảng bước của một loại vụ việc."""

    def __init__(self, *steps: Step[Known]) -> None:
        self.steps = {step.name: step for step in steps}

    def take(self, name: str, case: Case, *, knowing: Known, by: Actor, on: date) -> str:
        """The state the step leads to. Raises NotTaken or Refused."""
        step = self.steps[name]
        if not by.may(step.may, over=case.unit_id, on=on):
            raise NotTaken(step.may)
        if findings := self._held_back(step, case, knowing, on):
            raise Refused(findings)
        return step.target

    def offers(self, case: Case, *, knowing: Known, to: Actor, on: date) -> list[Offer[Known]]:
        """The steps the actor may consider now, each with what holds it back."""
        return [
            Offer(step, self._held_back(step, case, knowing, on))
            for step in self.steps.values()
            if step.source == case.state and to.may(step.may, over=case.unit_id, on=on)
        ]

    @staticmethod
    def _held_back(step: Step[Known], case: Case, knowing: Known, on: date) -> tuple[Finding[bool], ...]:
        if case.state != step.source:
            return (Finding(False, f"Hồ sơ không còn ở bước cho phép «{step.label}».", step.cites),)
        found = (guard(knowing, on=on) for guard in step.guards)
        return tuple(finding for finding in found if not finding.value)
