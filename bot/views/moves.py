"""What can be read about a prescribed move. A new content pack may have dropped one that an old log still names."""

from dataclasses import dataclass

from bot.domain.exercise import Equipment, Variation
from bot.domain.routine import Prescription
from bot.domain.words import ExerciseWords, VariationWords
from bot.views.look import Look

_UNKNOWN = ExerciseWords("", (), "", "", {}, {}, {}, (), (), (), ())


@dataclass(frozen=True, slots=True)
class Move:
    """The words of a prescription's exercise and variation."""

    family: str
    name: str
    words: ExerciseWords
    variation: VariationWords

    @property
    def named_apart(self) -> bool:
        """Tell whether the variation's name leaves open which exercise it belongs to."""
        return self.family.casefold() not in self.name.casefold()


def move_of(p: Prescription, look: Look) -> Move:
    """Return the words of a prescription."""
    words = look.words.exercises.get(p.exercise, _UNKNOWN)
    variation = words.variations.get(p.variation)
    name = variation_name(p.exercise, p.variation, look)
    return Move(exercise_name(p.exercise, look), name, words, variation or VariationWords(name, "", "", ()))


def exercise_name(exercise: str, look: Look) -> str:
    """Return an exercise's name."""
    words = look.words.exercises.get(exercise)
    return words.name if words else _readable(exercise)


def variation_name(exercise: str, variation: str, look: Look) -> str:
    """Return a variation's name."""
    words = look.words.exercises.get(exercise)
    found = words.variations.get(variation) if words else None
    return found.name if found else _readable(variation)


def variation_of(p: Prescription, look: Look) -> Variation | None:
    """Return a prescription's variation as the library knows it now."""
    exercise = look.library.exercises.get(p.exercise)
    known = (*exercise.ladder, *exercise.swaps) if exercise else ()
    return next((variation for variation in known if variation.id == p.variation), None)


def equipment_of(p: Prescription, look: Look) -> frozenset[Equipment]:
    """Return what a prescription needs."""
    variation = variation_of(p, look)
    return variation.equipment if variation else frozenset()


def _readable(id: str) -> str:
    return id.replace("_", " ").capitalize()
