"""HTTP/1.1 in the language itself; module http.messages has what clients and servers share."""


def __getattr__(name):
    if name in ("HTTPStatus", "HTTPMethod"):
        from http import _names
        globals().update(HTTPStatus=_names.HTTPStatus, HTTPMethod=_names.HTTPMethod)
        return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
