"""Đo: one repetition of ours, one of each limit, size by size in turn; medians of many."""

import time
from collections.abc import Sequence
from statistics import median
from typing import Any

from bench import cohorts, exports, lists, pages, writing
from bench.scenario import Deed, Scenario, Stage

SCENARIOS: tuple[Scenario, ...] = (
    *lists.SCENARIOS,
    *pages.SCENARIOS,
    *writing.SCENARIOS,
    *exports.SCENARIOS,
    *cohorts.SCENARIOS,
)
"""Mọi kịch bản; a new group is a file with its own SCENARIOS, named here."""

_WARM_UP = 3
_SECONDS = 40.0  # a scenario that takes longer in all is repeated less, but three times at least
_LEAST = 3


def measured(scenario: Scenario, stages: Sequence[Stage], *, repeats: int | None = None) -> dict[str, Any]:
    """Kết quả một kịch bản ở mọi cỡ."""
    deeds = {(stage.size, name): deed for stage in stages for name, deed in _deeds(scenario, stage).items()}
    taken: dict[tuple[int, str], list[float]] = {key: [] for key in deeds}
    wanted = repeats or scenario.repeats
    for deed in deeds.values():
        for _time in range(min(_WARM_UP, wanted - 1)):
            deed()
    end = time.monotonic() + _SECONDS
    for turn in range(wanted):
        if turn >= _LEAST and time.monotonic() > end:
            break
        for key, deed in deeds.items():
            taken[key].append(_timed(deed))
    return _told(scenario, [stage.size for stage in stages], taken)


def _deeds(scenario: Scenario, stage: Stage) -> dict[str, Deed]:
    return {"ours": scenario.deed(stage), **{limit.name: limit.deed(stage) for limit in scenario.beside}}


def _timed(deed: Deed) -> float:
    start = time.perf_counter()
    deed()
    return (time.perf_counter() - start) * 1000


def _told(scenario: Scenario, sizes: list[int], taken: dict[tuple[int, str], list[float]]) -> dict[str, Any]:
    medians = {key: median(times) for key, times in taken.items()}
    told = [_at(scenario, size, medians, taken) for size in sizes]
    grown = medians[sizes[-1], "ours"] / medians[sizes[0], "ours"]
    return {
        "name": scenario.name,
        "label": scenario.label,
        "note": scenario.note,
        "sizes": told,
        "growth": round(grown, 2),
        "growth_aim": scenario.growth,
        "limits": [{"name": each.name, "label": each.label, "aim": each.aim} for each in scenario.beside],
    }


def _at(
    scenario: Scenario, size: int, medians: dict[tuple[int, str], float], taken: dict[tuple[int, str], list[float]]
) -> dict[str, Any]:
    ours = medians[size, "ours"]
    limits = {each.name: _spread(taken[size, each.name]) for each in scenario.beside}
    ratios = {each.name: round(ours / medians[size, each.name], 2) for each in scenario.beside}
    return {"people": size, "ours": _spread(taken[size, "ours"]), "limits": limits, "ratios": ratios}


def _spread(times: list[float]) -> dict[str, float]:
    spread = {"p50": median(times), "min": min(times), "max": max(times)}
    return {**{name: round(value, 3) for name, value in spread.items()}, "times": len(times)}
