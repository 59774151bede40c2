"""Methods that send pictures and files, and fetch them again."""

import struct

from bot.sandbox.api import parameters as takes
from bot.sandbox.api.messaging import send
from bot.sandbox.api.registry import method
from bot.sandbox.refusal import BadRequest
from bot.sandbox.shape import JSON
from bot.sandbox.text.limits import caption
from bot.sandbox.world.files import StoredFile, Upload
from bot.sandbox.world.world import World

LARGEST_PHOTO = 10 * 2**20
LARGEST_FILE = 50 * 2**20
LARGEST_THUMBNAIL = 200_000
WIDEST_THUMBNAIL = 320
JPEG = b"\xff\xd8\xff"
PICTURES = (b"\x89PNG\r\n\x1a\n", JPEG, b"GIF8", b"RIFF")
_PNG_SIZE = struct.Struct(">16xII")  # it begins with a signature and the name of the header


@method("sendPhoto", takes.SendPhoto)
def send_photo(world: World, call: takes.SendPhoto) -> JSON:
    words = _caption(call)
    file = _file(world, "photo", call.photo)
    width, height = _size(file.data)
    return send(
        world,
        call,
        {"photo": [_about(file) | {"width": width, "height": height}]} | words,
    )


@method("sendAnimation", takes.SendAnimation)
def send_animation(world: World, call: takes.SendAnimation) -> JSON:
    words = _caption(call)
    told = {"width": call.width, "height": call.height, "duration": call.duration} | _thumbnail(world, call)
    file = _file(world, "animation", call.animation, told)  # a file that is sent again is what it was the first time
    animation = _about(file) | file.about | {"file_name": file.name, "mime_type": file.type}
    # Telegram names an animation twice, for apps that know only documents.
    return send(world, call, {"animation": animation, "document": _document(file)} | words)


@method("sendDocument", takes.SendDocument)
def send_document(world: World, call: takes.SendDocument) -> JSON:
    words = _caption(call)
    file = _file(world, "document", call.document)
    return send(world, call, {"document": _document(file)} | words)


@method("getFile", takes.GetFile)
def get_file(world: World, call: takes.GetFile) -> JSON:
    file = world.files.known(call.file_id)
    if file is None:
        raise BadRequest("wrong file_id or the file is temporarily unavailable")
    return _about(file) | {"file_path": file.path}


def _caption(call: takes.SendFile) -> JSON:
    return caption(call.caption, call.parse_mode, call.caption_entities).content("caption")


def _thumbnail(world: World, call: takes.SendAnimation) -> JSON:
    """The picture to show before it plays; whatever is no small JPEG that came along is passed over, as Telegram does."""
    given = call.thumbnail
    if not isinstance(given, Upload) or not isinstance(call.animation, Upload):
        return {}
    if not given.data.startswith(JPEG) or len(given.data) > LARGEST_THUMBNAIL:
        return {}
    shrunk = min(1.0, WIDEST_THUMBNAIL / max(call.width, call.height, 1))
    size = {"width": round(call.width * shrunk), "height": round(call.height * shrunk)}
    return {"thumbnail": _about(world.files.store("thumbnail", given)) | size}


def _file(world: World, kind: str, given: Upload | str, told: JSON | None = None) -> StoredFile:
    """The uploaded file, or the one that was sent before under this id."""
    if isinstance(given, Upload):
        _check(kind, given)
        return world.files.store(kind, given, told)
    file = world.files.known(given)
    if file is None:
        raise BadRequest("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise BadRequest(f"can't use file of type {file.kind.title()} as {kind.title()}")
    return file


def _check(kind: str, upload: Upload) -> None:
    if len(upload.data) > (LARGEST_PHOTO if kind == "photo" else LARGEST_FILE):
        raise BadRequest("file is too big")
    if kind == "photo" and upload.data and not upload.data.startswith(PICTURES):
        raise BadRequest("IMAGE_PROCESS_FAILED")


def _about(file: StoredFile) -> JSON:
    return {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.data),
    }


def _document(file: StoredFile) -> JSON:
    return _about(file) | {"file_name": file.name, "mime_type": file.type}


def _size(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG; other pictures are taken for the size that Telegram makes."""
    if picture.startswith(PICTURES[0]) and len(picture) >= _PNG_SIZE.size:
        width, height = _PNG_SIZE.unpack_from(picture)
        return width, height
    return 1280, 720
