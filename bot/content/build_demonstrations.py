"""Makes demonstrations of files without faults: poses inherit what they do not say."""

from collections.abc import Iterator, Mapping, Sequence

from bot.content.demonstrations import DemonstrationFiles
from bot.content.schema.demonstration import (
    ArrowFile,
    BaseFile,
    CameraFile,
    DemonstrationFile,
    PropFile,
    StepFile,
)
from bot.content.schema.figures import FigureFile
from bot.content.schema.pose import PlantFile, PoseFile
from bot.domain.demonstration import (
    SIDES,
    SINGLE,
    Arrow,
    Camera,
    Contact,
    Demonstration,
    Figure,
    Plant,
    Pose,
    Prop,
    Step,
)

Poses = Mapping[str, PoseFile]


def demonstrations(files: DemonstrationFiles) -> dict[str, Demonstration]:
    """Build every clip that was read, by its name."""
    bases = files.bases.content.bases
    figures = {name: _figure(name, figure) for name, figure in files.figures.content.figures.items()}
    return {name: _clip(name, clip.content, bases, figures) for name, clip in files.clips.items()}


def _clip(
    name: str, clip: DemonstrationFile, bases: Mapping[str, BaseFile], figures: Mapping[str, Figure]
) -> Demonstration:
    base = _base(clip, bases)
    body = clip.body or (base.body if base else None)
    if body is None:
        raise ValueError(f"{name} has no body")
    return Demonstration(
        name=name,
        figure=figures[clip.figure],
        front=body.front,
        head=body.head,
        canvas=clip.canvas or (base.canvas if base else BaseFile.model_fields["canvas"].default),
        camera=_camera(clip.camera or (base.camera if base else CameraFile())),
        props=tuple(map(_prop, clip.props)),
        highlight=clip.highlight,
        poses={pose: _pose(pose, clip, bases) for pose in clip.poses},
        sequence=tuple(_step(number, step) for number, step in enumerate(clip.sequence)),
        arrows=tuple(map(_arrow, clip.arrow)),
    )


def _base(clip: DemonstrationFile, bases: Mapping[str, BaseFile]) -> BaseFile | None:
    """Find the base from which the first pose of the sequence comes."""
    chain = _chain(clip.sequence[0].pose, {**bases, **clip.poses})
    return next((pose for _, pose in chain if isinstance(pose, BaseFile)), None)


def _chain(name: str, poses: Poses) -> Iterator[tuple[str, PoseFile]]:
    """Walk from a pose to what it changes, and so on."""
    following: str | None = name
    while following is not None:
        pose = poses[following]
        yield following, pose
        following = pose.from_


def _pose(name: str, clip: DemonstrationFile, bases: Mapping[str, BaseFile]) -> Pose:
    chain = list(_chain(name, {**bases, **clip.poses}))
    own = [pose for each, pose in chain if each in clip.poses]
    usual = [pose for each, pose in chain if each not in clip.poses]
    layers: list[PoseFile | DemonstrationFile] = [*own, clip, *usual]
    contacts = next((each.contacts for each in layers if each.contacts is not None), ())
    planted = next((each.planted for each in layers if each.planted is not None), ())
    anchor = next((each.anchor for each in layers if each.anchor is not None), None)
    return Pose(
        name=name,
        angles=_angles([pose for _, pose in reversed(chain)]),
        contacts=tuple(Contact(contact.part, contact.on) for contact in contacts),
        planted=tuple(map(_plant, planted)),
        anchor=anchor,
    )


def _angles(poses: Sequence[PoseFile]) -> dict[str, dict[str, float]]:
    """Lay poses over one another, the first at the bottom; a joint without a side stands for both."""
    found: dict[str, dict[str, float]] = {}
    for pose in poses:
        for joint, angles in pose.angles().items():
            single = joint in SINGLE or joint.startswith(tuple(f"{side}_" for side in SIDES))
            for each in [joint] if single else [f"{side}_{joint}" for side in SIDES]:
                found.setdefault(each, {}).update(angles)
    return found


def _plant(plant: PlantFile) -> Plant:
    at = plant.at or ((plant.floor[0], 0.0, plant.floor[1]) if plant.floor else None)
    return Plant(plant.limb, at, plant.on, plant.toes, plant.heel, plant.knee, plant.slides)


def _prop(prop: PropFile) -> Prop:
    return Prop(
        prop.type, prop.floor, prop.under, prop.at or prop.side, prop.faces, prop.distance, prop.size, prop.height
    )


def _step(number: int, step: StepFile) -> Step:
    usual = 1.0 if number else 0.0
    work = (step.work.left, step.work.right) if step.work else (usual, usual)
    return Step(step.pose, step.move, step.hold, work, step.ease)


def _arrow(arrow: ArrowFile) -> Arrow:
    return Arrow(arrow.joint, (arrow.from_, *arrow.through, arrow.to), arrow.offset, arrow.both, arrow.size)


def _camera(camera: CameraFile) -> Camera:
    return Camera(camera.yaw, camera.pitch, camera.zoom, camera.shift)


def _figure(name: str, figure: FigureFile) -> Figure:
    colours = {
        "skin": figure.skin,
        "hair": figure.hair_colour,
        "scarf": figure.scarf or figure.hair_colour,
        "top": figure.top,
        "bottom": figure.bottom,
        "shoe": figure.shoe,
        "sole": figure.sole,
    }
    return Figure(
        name,
        colours,
        {str(part): thickness for part, thickness in figure.build.items()},
        figure.hair,
        figure.sleeves,
        figure.legs,
    )
