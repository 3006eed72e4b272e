"""The codes and methods of HTTP as enumerations. They come only when they are asked for, as nothing else needs enum."""
from enum import IntEnum, StrEnum

from http.messages import PHRASES

_OF_PUNCTUATION = {" ": "_", "-": "_", "'": ""}


def _constant(phrase):
    return "".join([_OF_PUNCTUATION.get(char, char) for char in phrase.upper()])


class _Status(IntEnum):
    @property
    def phrase(self):
        return PHRASES[self.value]


class _Method(StrEnum):
    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}>"


HTTPStatus = _Status("HTTPStatus", [(_constant(phrase), code) for code, phrase in PHRASES.items()], module="http")
HTTPMethod = _Method("HTTPMethod", [(method, method) for method in (
    "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE")], module="http")
