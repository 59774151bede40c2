"""Mutants that no test can tell from the rules, each with its reason."""

ACCEPTED: dict[tuple[str, str, str], str] = {
    (
        "due.py",
        "day = training_day(after, rule.zone) - timedelta(days=1)",
        "1 -> 2",
    ): "walks one day more, whose instant has passed anyway",
    (
        "prescribing.py",
        "choice = choose(exercise, reached.rung or 1, profile, library)",
        "1 -> 0",
    ): "only a swap has no rung, and a swap is chosen whatever the rung",
    (
        "prescribing.py",
        "choice = choose(exercise, reached.rung or 1, profile, library)",
        "1 -> 2",
    ): "only a swap has no rung, and a swap is chosen whatever the rung",
    (
        "progress.py",
        "if len(held) >= max(1, max(s.planned_in_week for s in held) - FREE_MISSES_A_WEEK)",
        "1 -> 0",
    ): "a week is only looked at when it holds a session",
    (
        "progress.py",
        "if record.exercise in started_at and (record.rung or 0) > started_at[record.exercise]",
        "0 -> -1",
    ): "rungs start at 1, so a swap is below them all either way",
    (
        "progression.py",
        "light = light_of(performance.pain or 0)",
        "0 -> 1",
    ): "0 and 1 are both green",
    (
        "progression.py",
        "if variation.rung and variation.rung > 1:",
        "Gt -> GtE",
    ): "there is no rung 0 to choose, so rung 1 comes to the smaller range either way",
    (
        "progression.py",
        "if variation.rung and variation.rung > 1:",
        "1 -> 0",
    ): "there is no rung 0 to choose, so rung 1 comes to the smaller range either way",
    (
        "progression.py",
        "if lower and lower.variation.rung and lower.variation.rung < variation.rung:",
        "Lt -> LtE",
    ): "what is chosen for one rung less is never this rung",
    (
        "progression.py",
        'return Standing(lower.id, amount, small, reason=Reason(f"{light.value}_{step}", {"pain": done.pain or 0}))',
        "0 -> -1",
    ): "an amber or red light has a pain",
    (
        "progression.py",
        'return Standing(lower.id, amount, small, reason=Reason(f"{light.value}_{step}", {"pain": done.pain or 0}))',
        "0 -> 1",
    ): "an amber or red light has a pain",
    (
        "progression.py",
        "if usual is None or (variation.rung or 0) >= (usual.variation.rung or 0) or not done.done:",
        "0 -> -1",
    ): "a swap has no rung, and stands below rung 1 either way",
    (
        "typed.py",
        "clear = len(numbers) == 1 and int(numbers[0]) <= WORST_PAIN",
        "0 -> -1",
    ): "there is one number, first and last",
    (
        "typed.py",
        "return int(numbers[0]) if clear and mentions(text, Intent.HURTS, vocabulary) else None",
        "0 -> -1",
    ): "there is one number, first and last",
    (
        "typed.py",
        'return found[0] if len(found) == 1 and len(re.findall(r"\\d+", plain)) <= MOST_NUMBERS_IN_A_TIME else None',
        "0 -> -1",
    ): "there is one time, first and last",
    (
        "red_flags.py",
        "firsts = [_alternatives(pattern[0]) for flag in self.conditions for pattern in flag.patterns]",
        "0 -> -1",
    ): "every group has to be found, so the last keeps out as many messages as the first",
    (
        "red_flags.py",
        'beginnings = {p.words[0].removesuffix("*") for first in firsts for p in first.beginnings if not p.harmless}',
        "0 -> -1",
    ): "every word of a phrase has to be there, so the last lets it in as well as the first",
    (
        "red_flags.py",
        "if not places[-1]:",
        "1 -> 0",
    ): "an empty group is found at the end as well; this only saves time",
    (
        "variations.py",
        "fitting = [v for v in exercise.ladder if (v.rung or 0) <= highest and v.equipment <= owned]",
        "0 -> -1",
    ): "what stands on a ladder has a rung",
    (
        "variations.py",
        "fitting = [v for v in exercise.ladder if (v.rung or 0) <= highest and v.equipment <= owned]",
        "0 -> 1",
    ): "what stands on a ladder has a rung",
    (
        "variations.py",
        "return max(fitting, key=lambda variation: variation.rung or 0, default=None)",
        "0 -> -1",
    ): "what stands on a ladder has a rung",
    (
        "variations.py",
        "return max(fitting, key=lambda variation: variation.rung or 0, default=None)",
        "0 -> 1",
    ): "what stands on a ladder has a rung",
    (
        "week.py",
        "MOST_STRENGTH_DAYS = 3",
        "3 -> 4",
    ): "of seven days no four stand apart",
    (
        "week.py",
        "return (a - b) % 7 in (1, 6)",
        "Mod -> Add",
    ): "days come sorted, so the difference lies between -6 and -1",
    (
        "week.py",
        "if following - target >= LEAST_SPACING:",
        "GtE -> Gt",
    ): "days lie whole days apart, never 36 hours",
    (
        "workout.py",
        "if after.position is None or after.current is None:",
        "Or -> And",
    ): "there is a current exercise exactly when there is a position; the second half is for the type checker",
    (
        "workout.py",
        "pain=max(item.pain or 0, pain),",
        "0 -> -1",
    ): "a pain is 0 at least",
}
"""By module, line of code and change."""
