"""Makes the training data of the domain: exercises, program, limits and readiness topics."""

from collections.abc import Mapping

from bot.content.files import PackFiles
from bot.content.schema import (
    AdaptationFile,
    ClipFile,
    DoseFile,
    ExerciseFile,
    GeneralLimitFile,
    RungFile,
    VariationFile,
)
from bot.domain.clip import Clip
from bot.domain.exercise import Adaptation, Dose, Exercise, Span, Tempo, Variation
from bot.domain.library import Hold, Library, Program, Topic


def library(files: PackFiles) -> Library:
    """Build everything about training that is data."""
    limits, readiness = files.limits.content, files.readiness.content
    clips = files.clips.content.clips
    return Library(
        exercises={id: _exercise(file.content, clips) for id, file in files.exercises.items()},
        program=_program(files),
        areas=limits.areas,
        general_limits={id: _general(limit) for id, limit in limits.general.items()},
        topics={topic.id: Topic(topic.id, Hold(topic.hold), topic.limits) for topic in readiness.topics},
        recheck_months=readiness.recheck_months,
    )


def _exercise(file: ExerciseFile, clips: Mapping[str, ClipFile]) -> Exercise:
    return Exercise(
        id=file.id,
        phase=file.phase,
        ladder=tuple(_variation(rung, clips) for rung in file.ladder),
        swaps=tuple(_variation(swap, clips) for swap in file.swaps),
        start=file.start,
        opt_in_from=file.opt_in_from,
        areas=file.areas,
        limits={limit: _adaptation(adaptation) for limit, adaptation in file.limits.items()},
    )


def _variation(file: VariationFile, clips: Mapping[str, ClipFile]) -> Variation:
    return Variation(
        id=file.id,
        rung=file.rung if isinstance(file, RungFile) else None,
        mode=file.mode,
        sides=file.sides,
        equipment=frozenset(file.equipment),
        tempo=Tempo(*file.tempo),
        doses={level: _dose(dose) for level, dose in file.dose.items()},
        directions=file.directions,
        clip=_clip(file.demonstration or file.id, clips),
    )


def _clip(name: str, clips: Mapping[str, ClipFile]) -> Clip | None:
    file = clips.get(name)
    return Clip(name, file.width, file.height, file.seconds, file.file) if file else None


def _dose(file: DoseFile) -> Dose:
    amount = file.reps or file.seconds
    if amount is None:
        raise ValueError("a dose without reps and seconds passed the check")
    return Dose(Span(*file.sets), Span(*amount), file.rest)


def _adaptation(file: AdaptationFile) -> Adaptation:
    return Adaptation(
        remove=file.remove,
        swap=file.swap,
        rung_at_most=file.rung_at_most,
        without=frozenset(file.without),
        small_range=file.small_range,
        hold_at_most=file.hold_at_most,
        note=file.note,
    )


def _general(file: GeneralLimitFile) -> Adaptation:
    return Adaptation(hold_at_most=file.hold_at_most, rung_at_most=file.rung_at_most, steady=file.steady)


def _program(files: PackFiles) -> Program:
    file = files.program.content
    return Program(
        version=file.version,
        warm_up=file.warm_up,
        sessions={"a": file.sessions.a, "b": file.sessions.b},
        minimum=file.minimum,
        cool_down=file.cool_down,
        sets=file.sets,
        weekly_sets={level: Span(*weekly) for level, weekly in file.weekly_sets.items()},
        counts=file.counts,
    )
