"""Messages of HTTP/1.1 (RFC 9112): a head of lines, then a body whose end is told by a length, by chunks or by the end of
the connection.

Reading is written once for blocking sockets and for streams: a reader is a generator that yields what it wants next,
LINE, REST or a count of bytes, and is sent it. drive() answers from a file, drive_stream() from a StreamReader.
"""

LINE = "line"
REST = "rest"
MOST_HEADERS = 200
LONGEST_LINE = 65536

PHRASES = {
    100: "Continue", 101: "Switching Protocols", 200: "OK", 201: "Created", 202: "Accepted", 204: "No Content",
    206: "Partial Content", 301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified",
    307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden",
    404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict",
    410: "Gone", 411: "Length Required", 413: "Content Too Large", 414: "URI Too Long", 415: "Unsupported Media Type",
    418: "I'm a Teapot", 422: "Unprocessable Content", 429: "Too Many Requests", 500: "Internal Server Error",
    501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
}
REDIRECTS = (301, 302, 303, 307, 308)


class BadMessage(Exception):
    """What came is no HTTP."""


class Disconnected(Exception):
    """The connection ended in the midst of a message, or before one."""


class Headers:
    """Header fields: a mapping whose keys are compared without regard to case; one may stand several times."""

    def __init__(self, fields=()):
        self._fields = []
        self.update(fields)

    def update(self, fields):
        for name, value in fields.items() if hasattr(fields, "items") else fields:
            self[name] = value

    def add(self, name, value):
        if "\n" in name + str(value) or "\r" in name + str(value):
            raise ValueError("Newline or carriage return detected in headers")
        self._fields.append((name, str(value)))

    def __setitem__(self, name, value):
        if name in self:
            del self[name]
        self.add(name, value)

    def __getitem__(self, name):
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def __delitem__(self, name):
        key = name.lower()
        self._fields = [field for field in self._fields if field[0].lower() != key]

    def __contains__(self, name):
        return self.get(name) is not None

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._fields)

    def __repr__(self):
        return repr(dict(self._fields))

    def __eq__(self, other):
        return sorted((name.lower(), value) for name, value in self.items()) == sorted(
            (name.lower(), value) for name, value in other.items())

    def get(self, name, default=None):
        key = name.lower()
        for field, value in self._fields:
            if field.lower() == key:
                return value
        return default

    def get_all(self, name, default=None):
        key = name.lower()
        return [value for field, value in self._fields if field.lower() == key] or default

    def setdefault(self, name, value):
        if name not in self:
            self[name] = value
        return self[name]

    def keys(self):
        return [name for name, _ in self._fields]

    def values(self):
        return [value for _, value in self._fields]

    def items(self):
        return list(self._fields)

    def has_word(self, name, word):
        """Does a header that lists words, separated by commas, hold this one?"""
        return word in [part.strip().lower() for part in self.get(name, "").split(",")]

    def content_type(self, default="application/octet-stream"):
        return self.get("Content-Type", default).partition(";")[0].strip().lower()

    def charset(self, default=None):
        for part in self.get("Content-Type", "").split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().lower() == "charset":
                return value.strip(" \"'").lower()
        return default


def head_bytes(first_line, headers):
    """The head of a message as it goes over the wire."""
    lines = [first_line] + [f"{name}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


# --- Reading -----------------------------------------------------------------------------------------

def _line():
    line = yield LINE
    if not line.endswith(b"\n"):
        raise Disconnected()
    if len(line) > LONGEST_LINE:
        raise BadMessage("line too long")
    return line.rstrip(b"\r\n").decode("latin-1")


def _fields():
    headers = Headers()
    while line := (yield from _line()):
        name, colon, value = line.partition(":")
        if not colon or name != name.strip() or not name:
            raise BadMessage(f"bad header line {line!r}")
        headers.add(name, value.strip())
        if len(headers) > MOST_HEADERS:
            raise BadMessage("too many headers")
    return headers


def _body_in_chunks():
    parts = []
    while True:
        size = (yield from _line()).partition(";")[0].strip()
        try:
            size = int(size, 16)
        except ValueError:
            raise BadMessage(f"bad chunk size {size!r}") from None
        if size == 0:
            yield from _fields()
            return b"".join(parts)
        part = yield size
        if len(part) < size:
            raise Disconnected()
        parts.append(part)
        yield from _line()


def _body(headers, until_end):
    if headers.has_word("Transfer-Encoding", "chunked"):
        return (yield from _body_in_chunks())
    length = headers.get("Content-Length")
    if length is None:
        return (yield REST) if until_end else b""
    if not length.isdigit():
        raise BadMessage(f"bad Content-Length {length!r}")
    data = yield int(length)
    if len(data) < int(length):
        raise Disconnected()
    return data


def read_response(method):
    """(version, status, reason, headers, body) of the answer to a request."""
    while True:
        line = yield from _line()
        version, _, rest = line.partition(" ")
        status, _, reason = rest.partition(" ")
        if not version.startswith("HTTP/") or not status.isdigit() or len(status) != 3:
            raise BadMessage(f"bad status line {line!r}")
        headers = yield from _fields()
        if status != "100":
            break
    if method == "HEAD" or status in ("204", "304"):
        body = b""
    else:
        body = yield from _body(headers, True)
    return version, int(status), reason, headers, body


def read_request():
    """(method, target, version, headers, body); None where the connection ended before one."""
    line = yield LINE
    while line in (b"\r\n", b"\n"):
        line = yield LINE
    if not line:
        return None
    parts = line.decode("latin-1").split()
    if len(parts) != 3 or not parts[2].startswith("HTTP/") or not line.endswith(b"\n"):
        raise BadMessage("bad request line")
    headers = yield from _fields()
    body = yield from _body(headers, False)
    return *parts, headers, body


def drive(reader, file):
    """Run a reader on a blocking file: its result."""
    data = None
    try:
        while True:
            wanted = reader.send(data)
            data = file.readline() if wanted is LINE else file.read() if wanted is REST else file.read(wanted)
    except StopIteration as end:
        return end.value


async def drive_stream(reader, stream):
    """Run a reader on a StreamReader: its result."""
    data = None
    try:
        while True:
            wanted = reader.send(data)
            if wanted is LINE:
                data = await stream.readline()
            elif wanted is REST:
                data = await stream.read()
            else:
                data = await _up_to(stream, wanted)
    except StopIteration as end:
        return end.value


async def _up_to(stream, count):
    parts = []
    while count:
        part = await stream.read(count)
        if not part:
            break
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def keeps_alive(version, headers):
    """May the connection carry another message after this one?"""
    if headers.has_word("Connection", "close"):
        return False
    return version == "HTTP/1.1" or headers.has_word("Connection", "keep-alive")
