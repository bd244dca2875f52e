from corcom.documents.actions.files import LEFT_BEHIND, ContentChanged, store_file, sweep_files
from corcom.documents.actions.moving import follow_moved_meeting
from corcom.documents.actions.opening import OpensWider, change_circle
from corcom.documents.actions.registering import (
    Details,
    DetailsRefused,
    SymbolTaken,
    change_document,
    register_document,
)
from corcom.documents.actions.translating import TranslationChanged, TranslationRefused, say_translation
from corcom.documents.actions.uploading import (
    ABANDONED,
    NotWhole,
    SumDiffers,
    UploadRefused,
    add_uploaded_version,
    begin_upload,
    clear_uploads,
    discard_upload,
    receive_piece,
)
from corcom.documents.actions.versions import (
    AlreadyReleased,
    AlreadyWithdrawn,
    NotTheLatest,
    ReasonMissing,
    SameFile,
    add_version,
    release_version,
    withdraw_version,
)

__all__ = [
    "ABANDONED",
    "LEFT_BEHIND",
    "AlreadyReleased",
    "AlreadyWithdrawn",
    "ContentChanged",
    "Details",
    "DetailsRefused",
    "NotTheLatest",
    "NotWhole",
    "OpensWider",
    "ReasonMissing",
    "SameFile",
    "SumDiffers",
    "SymbolTaken",
    "TranslationChanged",
    "TranslationRefused",
    "UploadRefused",
    "add_uploaded_version",
    "add_version",
    "begin_upload",
    "change_circle",
    "change_document",
    "clear_uploads",
    "discard_upload",
    "follow_moved_meeting",
    "receive_piece",
    "register_document",
    "release_version",
    "say_translation",
    "store_file",
    "sweep_files",
    "withdraw_version",
]
