"""The routine somebody would start now: how much the day asks, and what speaks against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.coach.history import hard_sets_in_week, hours_since, performances, sessions_done, strength_done
from bot.domain.athlete import Athlete
from bot.domain.library import Library
from bot.domain.load import DeloadWhy, Sign, comeback, effort_is_up, gentlest
from bot.domain.plan_mode import mode_of
from bot.domain.prescribing import Asked, build_minimum, build_routine, next_session
from bot.domain.routine import MINIMUM, Load, Routine, RoutineKind, Version
from bot.domain.short_days import SHORT_DAY
from bot.domain.spacing import Energy, Soreness, Wait, why_wait
from bot.domain.workout import Workout


@dataclass(frozen=True, slots=True)
class Planning:
    """An athlete at an instant, with what they have done so far."""

    athlete: Athlete
    ended: Sequence[Workout]
    at: datetime
    library: Library

    @property
    def day(self) -> date:
        """The athlete's day."""
        return self.athlete.day_at(self.at)

    @property
    def hours(self) -> float | None:
        """Hours from the end of the last strength workout."""
        return hours_since(self.ended, self.athlete.zone, self.at)

    @property
    def week_done(self) -> float:
        """Hard sets for the outer hip this week."""
        return hard_sets_in_week(self.ended, self.day, self.library.program.counts)

    def routine(self, kind: RoutineKind, version: Version) -> Routine:
        """Build the routine of this kind and version."""
        done = sessions_done(self.ended)
        asked = Asked(
            kind,
            next_session(done),
            self._length(version),
            self._load(version) if kind is RoutineKind.STRENGTH else Load.USUAL,
            self.week_done,
            whole=version is Version.WHOLE,
            day=self.day,
            turn=done,
        )
        build = build_minimum if version is Version.MINIMUM else build_routine
        return build(asked, self.athlete.profile, performances(self.ended, self.athlete), self.library)

    def why_wait(self, routine: Routine) -> Wait | None:
        """Tell why mobility is better now than this routine, None when it is not."""
        if routine.kind is RoutineKind.MOBILITY:
            return None
        after = self.week_done + routine.weekly_sets(self.library.program.counts)
        return why_wait(self.hours, self.athlete.feeling, after, self.day)

    def deload_offered(self) -> DeloadWhy | None:
        """Tell why a lighter week is offered today, None when it is not; where targets keep still, there is none."""
        if mode_of(self.athlete.limits):
            return None
        return self.athlete.deload.offered(self._trained, self._signs(), self.day)

    @property
    def _trained(self) -> list[date]:
        return [workout.day for workout in strength_done(self.ended)]

    def _length(self, version: Version) -> int:
        """Return the minutes of a version: on a low day half of the usual, and no less than a short day's."""
        usual = self.athlete.length
        others = {Version.LOW: max(SHORT_DAY, usual // 2), Version.SHORT: SHORT_DAY, Version.MINIMUM: MINIMUM}
        return others.get(version, usual)

    def _load(self, version: Version) -> Load:
        loads = [comeback(self._trained, self.day)]
        loads += [Load.DELOAD] if self.athlete.deload.is_on(self.day) else []
        return gentlest([*loads, Load.LOW] if version is Version.LOW else loads)

    def _signs(self) -> list[Sign]:
        told = self.athlete.feeling
        fresh = told if told and not told.is_asked_again(self.day) else None
        found = {
            Sign.EFFORT: effort_is_up(performances(self.ended, self.athlete)),
            Sign.SORENESS: fresh is not None and fresh.soreness is Soreness.LASTING,
            Sign.ENERGY: fresh is not None and fresh.energy is Energy.LOW,
        }
        return [sign for sign, is_there in found.items() if is_there]
