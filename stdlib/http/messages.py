"""Messages of HTTP/1.1 (RFC 9112): a head of lines, then a body whose end is told by a length, by chunks or by the end of
the connection.

Reading is written once, as coroutines over a stream with read(), readline() and readuntil(): an asyncio.StreamReader,
or a blocking socket behind the same methods (http.blocking), with which no coroutine ever waits.
"""
from asyncio import IncompleteReadError, LimitOverrunError

MOST_HEADERS = 200
PART = 65536

PHRASES = {
    100: "Continue", 101: "Switching Protocols", 102: "Processing", 103: "Early Hints", 200: "OK", 201: "Created",
    202: "Accepted", 203: "Non-Authoritative Information", 204: "No Content", 205: "Reset Content",
    206: "Partial Content", 207: "Multi-Status", 208: "Already Reported", 226: "IM Used", 300: "Multiple Choices",
    301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified", 305: "Use Proxy",
    307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized",
    402: "Payment Required", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable",
    407: "Proxy Authentication Required", 408: "Request Timeout", 409: "Conflict", 410: "Gone",
    411: "Length Required", 412: "Precondition Failed", 413: "Request Entity Too Large", 414: "Request-URI Too Long",
    415: "Unsupported Media Type", 416: "Requested Range Not Satisfiable", 417: "Expectation Failed",
    418: "I'm a Teapot", 421: "Misdirected Request", 422: "Unprocessable Entity", 423: "Locked",
    424: "Failed Dependency", 425: "Too Early", 426: "Upgrade Required", 428: "Precondition Required",
    429: "Too Many Requests", 431: "Request Header Fields Too Large", 451: "Unavailable For Legal Reasons",
    500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable",
    504: "Gateway Timeout", 505: "HTTP Version Not Supported", 506: "Variant Also Negotiates",
    507: "Insufficient Storage", 508: "Loop Detected", 510: "Not Extended", 511: "Network Authentication Required",
}
REDIRECTS = (301, 302, 303, 307, 308)


class BadMessage(Exception):
    """What came is no HTTP."""


class BadStatus(BadMessage):
    """The first line of an answer is none."""

    def __init__(self, line):
        super().__init__(f"bad status line {line!r}")
        self.line = line


class Disconnected(Exception):
    """The connection ended in the midst of a message, or before one."""


class Headers:
    """Header fields: a mapping whose keys are compared without regard to case; one may stand several times."""

    def __init__(self, fields=()):
        self._fields = []
        self._first = {}  # by name in lower case: the value of the first field of this name
        if fields:
            self.update(fields)

    def update(self, fields):
        for name, value in fields.items() if hasattr(fields, "items") else fields:
            self.set(name, str(value))

    def add(self, name, value):
        """One more field, beside those of this name."""
        value = str(value)
        self._fields.append((name, value))
        self._first.setdefault(name.lower(), value)

    def set(self, name, value):
        """The only field of this name. (As self[name] = value, without a call of a special method.)"""
        key = name.lower()
        if key in self._first:
            del self[name]
        self._fields.append((name, value))
        self._first[key] = value

    def __setitem__(self, name, value):
        self.set(name, str(value))

    def __getitem__(self, name):
        return self._first[name.lower()]

    def __delitem__(self, name):
        key = name.lower()
        del self._first[key]
        self._fields = [field for field in self._fields if field[0].lower() != key]

    def __contains__(self, name):
        return name.lower() in self._first

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
        return self._first.get(name.lower(), default)

    def get_all(self, name, default=None):
        key = name.lower()
        return [value for field, value in self._fields if field.lower() == key] or default

    def pop(self, name, default=None):
        value = self.get(name, default)
        if name in self:
            del self[name]
        return value

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
        value = self._first.get(name.lower())
        return value is not None and word in [part.strip().lower() for part in value.split(",")]

    def content_type(self, default="application/octet-stream"):
        return self.get("Content-Type", default).partition(";")[0].strip().lower()

    def charset(self, default=None):
        for part in self.get("Content-Type", "").split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().lower() == "charset":
                return value.strip(" \"'").lower()
        return default


# --- Writing -----------------------------------------------------------------------------------------

def head_bytes(first_line, fields):
    """The head of a message as it goes over the wire: a line, then fields, pairs of a name and a value."""
    lines = [first_line]
    for name, value in fields:
        lines.append(f"{name}: {value}")
    head = "\r\n".join(lines)
    if head.count("\n") != len(lines) - 1 or head.count("\r") != len(lines) - 1:
        raise ValueError("Newline or carriage return detected in headers. Potential header injection attack.")
    return (head + "\r\n\r\n").encode("latin-1")


LAST_CHUNK = b"0\r\n\r\n"


def chunk(data):
    """Part of a body, not empty, whose end LAST_CHUNK tells."""
    return b"%x\r\n%s\r\n" % (len(data), data)


# --- Reading -----------------------------------------------------------------------------------------

_HEAD_ENDS = (b"\n\r\n", b"\n\n")


async def _read_head(stream):
    """The lines of a head; None: the connection ended before one began."""
    while True:
        try:
            head = await stream.readuntil(_HEAD_ENDS)
        except IncompleteReadError as error:
            if error.partial.strip(b"\r\n"):
                raise Disconnected() from None
            return None
        except LimitOverrunError:
            raise BadMessage("the head is too long") from None
        head = head.decode("latin-1").replace("\r\n", "\n").strip("\n")
        if "\r" in head:
            raise BadMessage("a carriage return in the midst of a line")
        if head:
            return head.split("\n")


def _fields(lines):
    headers = Headers()
    if len(lines) > MOST_HEADERS:
        raise BadMessage("too many headers")
    fields, first = headers._fields, headers._first
    for i in range(1, len(lines)):
        name, colon, value = lines[i].partition(":")
        if not colon or not name or " " in name or "\t" in name:
            raise BadMessage(f"bad header line {lines[i]!r}")
        value = value.strip()
        fields.append((name, value))
        first.setdefault(name.lower(), value)
    return headers


class Body:
    """The body of a message, read as it comes.

    chunked     it comes in chunks, of which the last that began is `chunk_size` long
    left        bytes still to come, of the chunk where there are chunks; None: until the end
    at_end      nothing of it is left
    until_end   only the end of the connection ends it, which so carries no other message
    when_done   called once its last byte has been read; not where it was at its end from the beginning
    """

    def __init__(self, stream, left, chunked):
        self._stream = stream
        self.left = left
        self.chunked = chunked
        self.chunk_size = 0
        self._began = False
        self.until_end = left is None
        self.at_end = left == 0 and not chunked
        self.when_done = None

    async def read_part(self, most=PART):
        """The next bytes, at most so many; b"": that was all. Disconnected, BadMessage."""
        if self.at_end:
            return b""
        if self.chunked and not self.left:
            self.left = self.chunk_size = await self._next_size()
            if self.left == 0:
                self._finish()
                return b""
        part = await self._stream.read(most if self.left is None or self.left > most else self.left)
        if self.left is None:
            if not part:
                self._finish()
        elif part:
            self.left -= len(part)
            if self.left == 0 and not self.chunked:
                self._finish()
        else:
            raise Disconnected()
        return part

    async def read(self):
        """All that is left."""
        part = await self.read_part()
        if self.at_end:
            return part
        parts = []
        while part:
            parts.append(part)
            part = await self.read_part()
        return b"".join(parts)

    def _finish(self):
        self.at_end = True
        if self.when_done is not None:
            self.when_done()

    async def _line(self):
        try:
            line = await self._stream.readline()
        except ValueError:
            raise BadMessage("line too long") from None
        if not line.endswith(b"\n"):
            raise Disconnected()
        return line.rstrip(b"\r\n").decode("latin-1")

    async def _next_size(self):
        if self._began and await self._line():
            raise BadMessage("a chunk is longer than it said")
        self._began = True
        size = (await self._line()).partition(";")[0].strip()
        if not size.isalnum() or "x" in size.lower():
            raise BadMessage(f"bad chunk size {size!r}")
        try:
            size = int(size, 16)
        except ValueError:
            raise BadMessage(f"bad chunk size {size!r}") from None
        trailers = 0
        while size == 0 and await self._line():
            trailers += 1
            if trailers > MOST_HEADERS:
                raise BadMessage("too many trailers")
        return size


def _body(stream, headers, until_end):
    coding = headers.get("Transfer-Encoding")
    if coding is not None:
        if coding.lower() != "chunked":
            raise BadMessage(f"Transfer-Encoding {coding!r} is not supported")
        return Body(stream, 0, True)
    length = headers.get("Content-Length")
    if length is None:
        return Body(stream, None if until_end else 0, False)
    if not (length.isascii() and length.isdigit()):
        raise BadMessage(f"bad Content-Length {length!r}")
    return Body(stream, int(length), False)


async def read_response(stream, method):
    """(version, status, reason, headers, Body) of the answer to a request. Disconnected, BadMessage."""
    while True:
        lines = await _read_head(stream)
        if lines is None:
            raise Disconnected()
        version, _, rest = lines[0].partition(" ")
        status, _, reason = rest.partition(" ")
        if version[:5] != "HTTP/" or len(status) != 3 or not (status.isascii() and status.isdigit()):
            raise BadStatus(lines[0])
        headers = _fields(lines)
        status = int(status)
        if status >= 200 or status == 101:
            break
    if method == "HEAD" or status in (101, 204, 304):
        body = Body(stream, 0, False)
    else:
        body = _body(stream, headers, True)
    return version, status, reason, headers, body


async def read_request(stream):
    """(method, target, version, headers, Body); None where the connection ended before one. Disconnected, BadMessage."""
    lines = await _read_head(stream)
    if lines is None:
        return None
    parts = lines[0].split()
    if len(parts) != 3 or parts[2] not in ("HTTP/1.1", "HTTP/1.0"):
        raise BadMessage("bad request line")
    headers = _fields(lines)
    return *parts, headers, _body(stream, headers, False)


def keeps_alive(version, headers):
    """May the connection carry another message after this one?"""
    if headers.get("Connection") is None:
        return version == "HTTP/1.1"
    if headers.has_word("Connection", "close"):
        return False
    return version == "HTTP/1.1" or headers.has_word("Connection", "keep-alive")
