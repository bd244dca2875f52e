"""Proposes who could take which theme, by OR-Tools' CP-SAT solver; and says which rules conflict where nothing fits.

The solver is the extra `planner` (`pip install corcom[planner]`). Its answer is always checked by `planning.check_plan`, which
knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, Literal

from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import Filled, gettext_noop
from corcom.mandates.domain.cautions import RosterCaution
from corcom.mandates.domain.planning import Assignment, PlanSetting, check_plan, group_of
from corcom.register.domain.regional_groups import REGIONAL_GROUPS

SECONDS = 10
"""After this long the best plan that was found is taken."""

# What a preference that is broken costs, beside one step down in the wishes of a candidate.
AGAIN, GROUP, HALF, EMPTY, WISH = 40, 60, 30, 20, 3
MISSING = 1000
"""What a rule that binds costs where it cannot be kept and the nearest plan is looked for."""

ConflictKind = Literal["least", "most", "one_theme", "offers"]


class PlannerNotFound(CorcomError):
    """The solver is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "The planner needs OR-Tools: pip install 'corcom[planner]'. A plan made by hand is checked without it."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanConflict:
    """One of the rules that cannot all be kept together; `theme` or `holders` say for what or whom."""

    kind: ConflictKind
    theme: str = ""
    holders: tuple[str, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanProposal:
    """A plan and what it breaks. Where no plan keeps the rules that bind: those that conflict, and the nearest plan."""

    plan: tuple[Assignment, ...]
    cautions: tuple[RosterCaution, ...]
    conflicts: tuple[PlanConflict, ...] = ()


def is_installed() -> bool:
    """Whether the solver is there."""
    return find_spec("ortools") is not None


def propose(setting: PlanSetting, *, seconds: float = SECONDS) -> PlanProposal:
    """The best plan under the rules and the wishes. Errors: `PlannerNotFound`."""
    if not is_installed():
        raise PlannerNotFound
    conflicts = _conflicts(setting, seconds)
    model = _Model(setting, relaxed=bool(conflicts))
    plan = tuple(sorted(model.solved(seconds) or ()))
    return PlanProposal(plan=plan, cautions=tuple(check_plan(setting, plan)), conflicts=tuple(conflicts))


def conflict_in_words(conflict: PlanConflict, *, theme: str, holders: str) -> Filled:
    """A conflict with its values; `theme` and `holders` are their names."""
    return Filled(_CONFLICTS[conflict.kind], theme=theme, holders=holders, number=conflict.number)


_CONFLICTS: dict[ConflictKind, str] = {
    "least": gettext_noop("%(theme)s needs at least %(number)d holders."),
    "most": gettext_noop("%(theme)s has at most %(number)d holders."),
    "one_theme": gettext_noop("These hold at most %(number)d themes each: %(holders)s."),
    "offers": gettext_noop("These take only what they offer: %(holders)s."),
}


class _Model:
    """The variables of a plan, and its rules, each under a literal that can be assumed or let go."""

    def __init__(self, setting: PlanSetting, *, relaxed: bool = False) -> None:
        from ortools.sat.python import cp_model  # noqa: PLC0415  it is an extra, and takes a second to load

        self.cp, self.setting, self.model = cp_model, setting, cp_model.CpModel()
        self.themes = [theme.code for theme in setting.committee.themes]
        self.takes: dict[tuple[str, str, int], Any] = {
            (candidate.holder, theme, years): self.model.new_bool_var(f"{candidate.holder} {theme} {years}")
            for candidate in setting.candidates
            for theme in self.themes
            for years in setting.years()
        }
        self.literals: dict[PlanConflict, Any] = {}
        self._add_seats()
        self._add_holders()
        self._add_offers()
        self.costs: list[Any] = []
        self._add_preferences()
        self.relaxed = relaxed
        if relaxed:
            self.costs += [MISSING * (1 - literal) for literal in self.literals.values()]

    def solved(self, seconds: float) -> list[Assignment] | None:
        """The plan that costs least, with every rule kept but for those that were relaxed."""
        self.model.minimize(sum(self.costs))
        if not self.relaxed:
            for literal in self.literals.values():
                self.model.add(literal == 1)
        solver = self._solver(seconds)
        if solver.solve(self.model) not in {self.cp.OPTIMAL, self.cp.FEASIBLE}:
            return None
        return [
            Assignment(holder=holder, theme=theme, years=years)
            for (holder, theme, years), taken in self.takes.items()
            if solver.boolean_value(taken)
        ]

    def conflict(self, assumed: Sequence[PlanConflict], seconds: float) -> list[PlanConflict] | None:
        """Which of the rules cannot be kept together; None where all of them can."""
        self.model.clear_assumptions()
        self.model.add_assumptions([self.literals[each] for each in assumed])
        solver = self._solver(seconds)
        if solver.solve(self.model) != self.cp.INFEASIBLE:
            return None
        core = set(solver.sufficient_assumptions_for_infeasibility())
        return [each for each in assumed if self.literals[each].index in core]

    def _solver(self, seconds: float) -> Any:
        solver = self.cp.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        # One worker and a seed: the same question has the same answer.
        solver.parameters.num_workers, solver.parameters.random_seed = 1, 1
        return solver

    def _literal(self, conflict: PlanConflict) -> Any:
        return self.literals.setdefault(conflict, self.model.new_bool_var(str(len(self.literals))))

    def _of(self, *, holder: str = "", theme: str = "", years: int = 0) -> list[Any]:
        return [
            taken
            for (who, what, long), taken in self.takes.items()
            if holder in {"", who} and theme in {"", what} and years in {0, long}
        ]

    def _add_seats(self) -> None:
        rule = self.setting.rule("number_of_holders")
        if rule is None:
            return
        for theme in self.themes:
            held = len(self.setting.of_theme(theme))
            total = held + sum(self._of(theme=theme))
            least, most = rule.numbers["least"], rule.numbers["most"]
            literal = self._literal(PlanConflict(kind="least", theme=theme, number=least))
            self.model.add(total >= least).only_enforce_if(literal)
            # Who stays beyond what is allowed cannot be sent away by a plan.
            literal = self._literal(PlanConflict(kind="most", theme=theme, number=most))
            self.model.add(total <= max(most, held)).only_enforce_if(literal)

    def _add_holders(self) -> None:
        rule = self.setting.rule("themes_of_a_holder")
        most = rule.numbers["most"] if rule else len(self.themes)
        for candidate in self.setting.candidates:
            held = sum(member.holder == candidate.holder for member in self.setting.staying)
            literal = self._literal(PlanConflict(kind="one_theme", holders=(candidate.holder,), number=most))
            own = sum(self._of(holder=candidate.holder))
            self.model.add(own <= max(0, most - held)).only_enforce_if(literal)
            for theme in self.themes:
                # One seat of a theme is enough for anybody.
                self.model.add(sum(self._of(holder=candidate.holder, theme=theme)) <= 1)

    def _add_offers(self) -> None:
        for candidate in self.setting.candidates:
            literal = self._literal(PlanConflict(kind="offers", holders=(candidate.holder,)))
            for (holder, theme, years), taken in self.takes.items():
                if holder == candidate.holder and not candidate.offers(theme, years):
                    self.model.add(taken == 0).only_enforce_if(literal)

    def _add_preferences(self) -> None:
        self._prefer_wishes()
        self._prefer_full()
        self._prefer_groups()
        self._prefer_half()

    def _prefer_wishes(self) -> None:
        again = self.setting.rule("same_theme_again") is not None
        order = {candidate.holder: candidate.themes for candidate in self.setting.candidates}
        for (holder, theme, _years), taken in self.takes.items():
            wished = order[holder].index(theme) if theme in order[holder] else 0
            cost = WISH * wished
            if again and (holder, theme) in self.setting.before:
                cost += AGAIN
            self.costs.append(cost * taken)

    def _prefer_full(self) -> None:
        """A seat that falls vacant is filled rather than given up."""
        for theme in self.themes:
            vacated = sum(held == theme for _holder, held in self.setting.before)
            empty = self.model.new_int_var(0, vacated, f"empty {theme}")
            self.model.add(sum(self._of(theme=theme)) + empty >= vacated)
            self.costs.append(EMPTY * empty)

    def _prefer_groups(self) -> None:
        rule = self.setting.rule("holders_of_each_group")
        if rule is None:
            return
        for name in REGIONAL_GROUPS:
            held = sum(group_of(self.setting, member.holder) == name for member in self.setting.staying)
            own = [taken for (holder, *_), taken in self.takes.items() if group_of(self.setting, holder) == name]
            missing = self.model.new_bool_var(f"no {name}")
            self.model.add(held + sum(own) + rule.numbers["least"] * missing >= rule.numbers["least"])
            self.costs.append(GROUP * missing)

    def _prefer_half(self) -> None:
        """How far the number of those that leave at the next meeting is from the share that the rule asks for."""
        rule = self.setting.rule("share_that_leaves")
        if rule is None:
            return
        ending = sum(member.ends_in == 1 for member in self.setting.staying) + sum(self._of(years=1))
        total = len(self.setting.staying) + sum(self.takes.values())
        away = self.model.new_int_var(0, 100 * (len(self.takes) + len(self.setting.staying) + 1), "away")
        bound = 100 * rule.numbers["within"]
        self.model.add(away >= 100 * ending - rule.numbers["percent"] * total - bound)
        self.model.add(away >= rule.numbers["percent"] * total - 100 * ending - bound)
        steps = self.model.new_int_var(0, len(self.takes) + len(self.setting.staying) + 1, "steps")
        self.model.add(100 * steps >= away)
        self.costs.append(HALF * steps)


def _conflicts(setting: PlanSetting, seconds: float) -> list[PlanConflict]:
    """The rules that cannot all be kept, as few of them as say why; those of several holders in one."""
    model = _Model(setting)
    core = model.conflict(list(model.literals), seconds)
    if core is None:
        return []
    # One rule after another is let go: what still conflicts without it does not need it.
    for each in list(core):
        smaller = model.conflict([other for other in core if other != each], seconds)
        if smaller is not None:
            core = [other for other in core if other in smaller]
    return _joined(core)


def _joined(core: Iterable[PlanConflict]) -> list[PlanConflict]:
    found: dict[tuple[str, str, int], list[str]] = {}
    for each in core:
        found.setdefault((each.kind, each.theme, each.number), []).extend(each.holders)
    return [
        PlanConflict(kind=kind, theme=theme, holders=tuple(holders), number=number)  # type: ignore[arg-type]  # a kind
        for (kind, theme, number), holders in found.items()
    ]
