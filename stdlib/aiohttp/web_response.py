"""What a server answers."""
from time import gmtime, strftime, time

from aiohttp.content_headers import ContentHeaders
from http.messages import LAST_CHUNK, PHRASES, Headers, chunk, head_bytes

_date = (0, "")  # a second, and how headers tell it


def _date_now():
    global _date
    now = int(time())
    if _date[0] != now:
        _date = now, strftime("%a, %d %b %Y %H:%M:%S GMT", gmtime(now))
    return _date[1]


class StreamResponse(ContentHeaders):
    """An answer whose body a handler writes piece by piece: prepare(), write(), write_eof()."""

    def __init__(self, *, status=200, reason=None, headers=None):
        self.headers = Headers(headers or ())
        self.set_status(status, reason)
        self._request = None
        self._chunked = False
        self._keep_alive = None
        self._ended = False

    def set_status(self, status, reason=None):
        self.status = int(status)
        self.reason = PHRASES.get(self.status, "") if reason is None else reason

    @property
    def prepared(self):
        return self._request is not None

    @ContentHeaders.content_type.setter
    def content_type(self, value):
        charset = self.charset
        self.headers["Content-Type"] = f"{value}; charset={charset}" if charset else value

    @ContentHeaders.content_length.setter
    def content_length(self, value):
        if value is None:
            self.headers.pop("Content-Length")
        else:
            self.headers["Content-Length"] = value

    @property
    def keep_alive(self):
        return self._keep_alive

    def force_close(self):
        self._keep_alive = False

    def enable_chunked_encoding(self):
        self._chunked = True

    def set_cookie(self, name, value, *, max_age=None, path="/", httponly=None):
        parts = [f"{name}={value}"]
        if max_age is not None:
            parts.append(f"Max-Age={max_age}")
        if httponly:
            parts.append("HttpOnly")
        parts.append(f"Path={path}")
        self.headers.add("Set-Cookie", "; ".join(parts))

    def del_cookie(self, name, *, path="/"):
        self.set_cookie(name, '""', max_age=0, path=path)

    def _has_body(self):
        return self._request.method != "HEAD" and self.status not in (204, 304) and self.status >= 200

    def _head(self, request):
        """The head as it goes over the wire. From here on the answer belongs to this request."""
        self._request = request
        headers = self.headers
        if headers.get("Content-Type") is None and self.status not in (204, 304):
            headers.set("Content-Type", "application/octet-stream")
        if self._chunked or headers.get("Content-Length") is None:
            self._chunked = False
            if request.version == "HTTP/1.1" and self._has_body():
                self._chunked = True
                headers.set("Transfer-Encoding", "chunked")
            elif self._has_body():
                self._keep_alive = False
        if headers.get("Date") is None:
            headers.set("Date", _date_now())
        if headers.get("Server") is None:
            headers.set("Server", "Bide-aiohttp")
        if self._keep_alive is None:
            self._keep_alive = request.keep_alive and not headers.has_word("Connection", "close")
        if not self._keep_alive:
            headers.set("Connection", "close")
        elif request.version != "HTTP/1.1":
            headers.set("Connection", "keep-alive")
        return head_bytes(f"{request.version} {self.status} {self.reason}", headers.items())

    async def prepare(self, request):
        """Send the head, once."""
        if self._request is None:
            request._writer.write(self._head(request))

    async def write(self, data):
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError(f"data argument must be byte-ish ({type(data)!r})")
        if self._ended:
            raise RuntimeError("Cannot call write() after write_eof()")
        if self._request is None:
            raise RuntimeError("Cannot call write() before prepare()")
        if data and self._has_body():
            writer = self._request._writer
            writer.write(chunk(data) if self._chunked else data)
            await writer.drain()

    async def write_eof(self, data=b""):
        if self._ended:
            return
        if self._request is None:
            raise RuntimeError("Response has not been started")
        if data:
            await self.write(data)
        self._ended = True
        if self._chunked:
            self._request._writer.write(LAST_CHUNK)
        await self._request._writer.drain()

    async def _finish(self, request):
        """Send what the handler has not sent itself."""
        await self.prepare(request)
        await self.write_eof()


class Response(StreamResponse):
    """An answer whose body is known."""

    def __init__(self, *, body=None, status=200, reason=None, text=None, headers=None, content_type=None, charset=None):
        if body is not None and text is not None:
            raise ValueError("body and text are not allowed together")
        if isinstance(body, str):
            text, body = body, None
        super().__init__(status=status, reason=reason, headers=headers)
        if content_type is not None and "charset" in content_type:
            raise ValueError("charset must not be in content_type argument")
        if self.headers.get("Content-Type") is not None:
            if content_type or charset:
                raise ValueError("passing both Content-Type header and content_type or charset params is forbidden")
            charset = self.headers.charset()
        elif text is not None:
            charset = charset or "utf-8"
            self.headers.set("Content-Type", f"{content_type or 'text/plain'}; charset={charset}")
        elif content_type:
            self.headers["Content-Type"] = f"{content_type}; charset={charset}" if charset else content_type
        if text is not None:
            if not isinstance(text, str):
                raise TypeError(f"text argument must be str ({type(text)!r})")
            body = text.encode(charset or "utf-8")
        self.body = body

    @property
    def body(self):
        return self._body

    @body.setter
    def body(self, body):
        if isinstance(body, bytearray):
            body = bytes(body)
        if body is not None and not isinstance(body, bytes):
            raise TypeError(f"Bide's aiohttp sends a body of bytes or str, not {type(body).__name__}; "
                            "StreamResponse sends pieces")
        self._body = body

    @property
    def text(self):
        return None if self._body is None else self._body.decode(self.headers.charset("utf-8"))

    @text.setter
    def text(self, text):
        if "Content-Type" not in self.headers:
            self.headers["Content-Type"] = "text/plain; charset=utf-8"
        self._body = text.encode(self.headers.charset("utf-8"))

    def _head(self, request):
        if not self._chunked and self.status >= 200 and self.status != 204:
            self.headers.set("Content-Length", str(len(self._body or b"")))
        return super()._head(request)

    async def _finish(self, request):
        if self._request is None and not self._chunked:
            head = self._head(request)
            self._ended = True
            request._writer.write(head + self._body if self._body and self._has_body() else head)
            await request._writer.drain()
        else:
            await self.prepare(request)
            await self.write_eof(self._body or b"")


def json_response(data=None, *, text=None, body=None, status=200, reason=None, headers=None,
                  content_type="application/json", dumps=None):
    if data is not None and (text is not None or body is not None):
        raise ValueError("only one of data, text, or body should be specified")
    if text is None and body is None:
        if dumps is None:
            from json import dumps
        text = dumps(data)
    return Response(text=text, body=body, status=status, reason=reason, headers=headers, content_type=content_type)
