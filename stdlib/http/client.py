"""What urllib.request returns and raises: an answer as a file, and the errors of the protocol."""
import io

from http.messages import BadMessage, Disconnected, Headers

_PART = 65536


class HTTPException(Exception):
    """What goes wrong with the protocol."""


class InvalidURL(HTTPException):
    """The address makes no sense."""


class IncompleteRead(HTTPException):
    """The body ended early: `partial` came, `expected` more bytes did not."""

    def __init__(self, partial, expected=None):
        self.args = partial,
        self.partial = partial
        self.expected = expected

    def __repr__(self):
        more = "" if self.expected is None else f", {self.expected} more expected"
        return f"{type(self).__name__}({len(self.partial)} bytes read{more})"

    __str__ = object.__str__


class BadStatusLine(HTTPException):
    """The answer does not begin as answers do."""

    def __init__(self, line):
        self.args = line or repr(line),
        self.line = line


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    """The server went away before it answered."""

    def __init__(self, *args):
        BadStatusLine.__init__(self, "")
        ConnectionResetError.__init__(self, *args)


class HTTPMessage(Headers):
    """Headers with the questions about their type that mail has, too."""

    def __init__(self, headers):
        self._fields, self._first = headers._fields, headers._first

    def get_content_type(self):
        return self.content_type("text/plain")

    def get_content_maintype(self):
        return self.get_content_type().partition("/")[0]

    def get_content_subtype(self):
        return self.get_content_type().partition("/")[2]

    def get_content_charset(self, failobj=None):
        return self.charset(failobj)


class HTTPResponse(io.BufferedIOBase):
    """A file of the body's bytes, which are read as they come, with the head beside it."""

    def __init__(self, url, answer):
        version, self.status, self.reason, headers, self._incoming = answer
        self.headers = HTTPMessage(headers)
        self.version = 10 if version == "HTTP/1.0" else 11
        self.code = self.status
        self.msg = self.reason
        self.url = url
        self._ahead = b""
        self._closed = False

    @property
    def closed(self):
        return self._closed

    @property
    def length(self):
        """How many bytes are left; None: the server has not told."""
        return None if self._incoming.body.left is None else self._incoming.body.left + len(self._ahead)

    def isclosed(self):
        return self._closed or not self._ahead and self._incoming.body.at_end

    def close(self):
        self._closed = True
        self._incoming.close()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def readable(self):
        return True

    def _part(self, most):
        """At most so many bytes; b"": that was all."""
        if self._closed:
            return b""
        if self._ahead:
            part, self._ahead = self._ahead[:most], self._ahead[most:]
            return part
        return self._incoming.read_part(most)

    def read(self, amt=None):
        """So many bytes, or all there are."""
        parts, left = [], amt
        try:
            while left is None or left > 0:
                part = self._part(_PART if left is None else left)
                if not part:
                    break
                parts.append(part)
                if left is not None:
                    left -= len(part)
        except Disconnected:
            self.close()
            raise self._incomplete(b"".join(parts)) from None
        except BadMessage as error:
            self.close()
            raise HTTPException(str(error)) from None
        return b"".join(parts)

    def _incomplete(self, came):
        """The error that tells what came; of chunks only those that are whole count."""
        body = self._incoming.body
        if not body.chunked:
            return IncompleteRead(came, body.left)
        return IncompleteRead(came[:len(came) - (body.chunk_size - body.left)] if body.left else came)

    def read1(self, n=-1):
        """What has come already, at most n bytes; waits only where nothing has."""
        return self._part(n if n >= 0 else _PART)

    def readline(self, limit=-1):
        parts, there = [], 0
        while limit < 0 or there < limit:
            part = self.read1(_PART if limit < 0 else limit - there)
            end = part.find(b"\n") + 1
            if end:
                self._ahead = part[end:] + self._ahead
                part = part[:end]
            parts.append(part)
            there += len(part)
            if end or not part:
                break
        return b"".join(parts)

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def geturl(self):
        return self.url

    def info(self):
        return self.headers

    def getcode(self):
        return self.status

    def getheader(self, name, default=None):
        values = self.headers.get_all(name)
        return ", ".join(values) if values else default

    def getheaders(self):
        return self.headers.items()
