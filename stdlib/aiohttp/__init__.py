"""HTTP for coroutines: the core of aiohttp's client here, of its server in aiohttp.web; without TLS."""
import asyncio

from http.messages import (
    PHRASES, REDIRECTS, BadMessage, Disconnected, Headers, drive_stream, head_bytes, keeps_alive, read_response,
)
from urllib.parse import urlencode, urljoin, urlsplit

_MOST_REDIRECTS = 10


class ClientError(Exception):
    """What goes wrong with a request."""


class ClientResponseError(ClientError):
    """An answer that is an error, where raise_for_status() was asked."""

    def __init__(self, status, message, url, headers=None):
        super().__init__(status, message, url)
        self.status = status
        self.message = message
        self.url = url
        self.headers = headers

    def __str__(self):
        return f"{self.status}, message={self.message!r}, url={self.url!r}"


class ContentTypeError(ClientResponseError):
    """The body is not of the kind that was asked for."""


class TooManyRedirects(ClientResponseError):
    """One redirect led to another without end."""


class ClientConnectionError(ClientError):
    """The connection failed."""


class ClientOSError(ClientConnectionError, OSError):
    """The system says why."""


class ClientConnectorError(ClientOSError):
    """The server cannot be reached."""

    def __init__(self, host, port, error):
        super().__init__(error.errno, error.strerror)
        self.host = host
        self.port = port

    def __str__(self):
        return f"Cannot connect to host {self.host}:{self.port} ssl:default [{self.strerror}]"


class ServerConnectionError(ClientConnectionError):
    """The server does something wrong."""


class ServerDisconnectedError(ServerConnectionError):
    """The server went away."""

    def __init__(self, message="Server disconnected"):
        super().__init__(message)
        self.message = message


class ServerTimeoutError(ServerConnectionError, asyncio.TimeoutError):
    """It took too long."""


class InvalidURL(ClientError, ValueError):
    """The address makes no sense."""


class ClientTimeout:
    """How many seconds a request may take in all; None: as many as it wants."""

    def __init__(self, total=300, connect=None, sock_read=None, sock_connect=None):
        self.total = total
        self.connect = connect
        self.sock_read = sock_read
        self.sock_connect = sock_connect


class TCPConnector:
    """Connections: at most `limit` of them at a time; those that are done with are kept for the next request."""

    def __init__(self, *, limit=100, limit_per_host=0, force_close=False, **_):
        self._limit = limit
        self._free = asyncio.Semaphore(limit) if limit else None
        self._force_close = force_close
        self._idle = {}
        self._closed = False

    @property
    def limit(self):
        return self._limit

    @property
    def closed(self):
        return self._closed

    async def close(self):
        self._closed = True
        for connections in self._idle.values():
            for _, writer in connections:
                writer.close()
        self._idle.clear()

    async def _exchange(self, host, port, method, target, headers, body):
        if self._free is None:
            return await self._send(host, port, method, target, headers, body)
        async with self._free:
            return await self._send(host, port, method, target, headers, body)

    async def _send(self, host, port, method, target, headers, body):
        request = head_bytes(f"{method} {target} HTTP/1.1", headers) + body
        idle = self._idle.setdefault((host, port), [])
        while True:
            kept = bool(idle)
            if kept:
                reader, writer = idle.pop()
            else:
                try:
                    reader, writer = await asyncio.open_connection(host, port)
                except OSError as error:
                    raise ClientConnectorError(host, port, error) from error
            try:
                writer.write(request)
                await writer.drain()
                answer = await drive_stream(read_response(method), reader)
            except (Disconnected, ConnectionError):
                writer.close()
                if not kept:
                    raise ServerDisconnectedError() from None
            except BadMessage as error:
                writer.close()
                raise ClientResponseError(400, str(error), f"http://{host}:{port}{target}") from error
            except:
                writer.close()
                raise
            else:
                break
        version, _, _, answered, _ = answer
        ends = "Content-Length" in answered or answered.has_word("Transfer-Encoding", "chunked") or method == "HEAD"
        if ends and keeps_alive(version, answered) and not self._force_close and not self._closed:
            idle.append((reader, writer))
        else:
            writer.close()
        return answer


class _Content:
    """The body of an answer, as a stream."""

    def __init__(self, data):
        self._data = data
        self._at = 0

    def at_eof(self):
        return self._at >= len(self._data)

    async def read(self, n=-1):
        end = len(self._data) if n < 0 else self._at + n
        part = self._data[self._at:end]
        self._at += len(part)
        return part

    async def readline(self):
        end = self._data.find(b"\n", self._at) + 1 or len(self._data)
        return await self.read(end - self._at)

    async def iter_chunked(self, n):
        while part := await self.read(n):
            yield part

    async def iter_any(self):
        if not self.at_eof():
            yield await self.read()

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line


class ClientResponse:
    """An answer."""

    def __init__(self, method, url, status, reason, headers, body, history):
        self.method = method
        self.url = url
        self.status = status
        self.reason = reason
        self.headers = headers
        self.history = history
        self.content = _Content(body)
        self.closed = False
        self._body = body

    def __repr__(self):
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers!r}\n"

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.release()

    @property
    def ok(self):
        return self.status < 400

    @property
    def content_type(self):
        return self.headers.content_type()

    @property
    def charset(self):
        return self.headers.charset()

    @property
    def content_length(self):
        length = self.headers.get("Content-Length")
        return None if length is None else int(length)

    def release(self):
        self.closed = True

    def close(self):
        self.closed = True

    def get_encoding(self):
        return self.headers.charset("utf-8")

    async def read(self):
        return self._body

    async def text(self, encoding=None, errors="strict"):
        return self._body.decode(encoding or self.get_encoding(), errors)

    async def json(self, *, encoding=None, loads=None, content_type="application/json"):
        if content_type and content_type not in self.content_type:
            raise ContentTypeError(self.status, f"Attempt to decode JSON with unexpected mimetype: {self.content_type}",
                                   self.url, self.headers)
        if loads is None:
            from json import loads
        return loads(self._body.decode(encoding or self.get_encoding()))

    def raise_for_status(self):
        if not self.ok:
            raise ClientResponseError(self.status, self.reason, self.url, self.headers)


class _RequestContextManager:
    """What session.get() returns: awaited, or entered with `async with`, it is the answer."""

    def __init__(self, coroutine):
        self._coroutine = coroutine
        self._response = None

    def __await__(self):
        return self._coroutine.__await__()

    async def __aenter__(self):
        self._response = await self._coroutine
        return self._response

    async def __aexit__(self, *exc):
        self._response.release()


class ClientSession:
    """Requests that share headers and connections."""

    def __init__(self, base_url=None, *, connector=None, headers=None, timeout=None, raise_for_status=False, **_):
        self._base_url = base_url
        self._connector = connector or TCPConnector()
        self._headers = Headers(headers or {})
        self._timeout = timeout if isinstance(timeout, ClientTimeout) else ClientTimeout(timeout or 300)
        self._raise_for_status = raise_for_status
        self._closed = False

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.close()

    @property
    def closed(self):
        return self._closed

    @property
    def headers(self):
        return self._headers

    @property
    def connector(self):
        return self._connector

    async def close(self):
        self._closed = True
        await self._connector.close()

    def request(self, method, url, **kwargs):
        return _RequestContextManager(self._request(method, url, **kwargs))

    def get(self, url, *, allow_redirects=True, **kwargs):
        return self.request("GET", url, allow_redirects=allow_redirects, **kwargs)

    def head(self, url, *, allow_redirects=False, **kwargs):
        return self.request("HEAD", url, allow_redirects=allow_redirects, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def post(self, url, *, data=None, **kwargs):
        return self.request("POST", url, data=data, **kwargs)

    def put(self, url, *, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, *, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    async def _request(self, method, url, *, timeout=None, **kwargs):
        if self._closed:
            raise RuntimeError("Session is closed")
        limit = timeout.total if isinstance(timeout, ClientTimeout) else timeout or self._timeout.total
        try:
            async with asyncio.timeout(limit or None):
                return await self._follow(method.upper(), str(url), **kwargs)
        except TimeoutError as error:
            raise ServerTimeoutError() from error

    async def _follow(self, method, url, *, params=None, data=None, json=None, headers=None, allow_redirects=True,
                      max_redirects=_MOST_REDIRECTS, raise_for_status=None, **_):
        if self._base_url:
            url = urljoin(str(self._base_url), url)
        history = []
        while True:
            response = await self._ask(method, url, params, data, json, headers, tuple(history))
            if not (allow_redirects and response.status in REDIRECTS and "Location" in response.headers):
                break
            history.append(response)
            if len(history) > max_redirects:
                raise TooManyRedirects(response.status, "", url, response.headers)
            url, params = urljoin(response.url, response.headers["Location"]), None
            if response.status == 303 or (response.status in (301, 302) and method == "POST"):
                method, data, json = "GET", None, None
        if self._raise_for_status if raise_for_status is None else raise_for_status:
            response.raise_for_status()
        return response

    async def _ask(self, method, url, params, data, json, headers, history):
        parts = urlsplit(url)
        if parts.scheme == "https":
            raise InvalidURL(f"Bide has no TLS: https addresses are not supported: {url}")
        if parts.scheme != "http" or not parts.hostname:
            raise InvalidURL(url)
        if params:
            more = params if isinstance(params, str) else urlencode(params, doseq=True)
            parts = parts._replace(query="&".join(part for part in (parts.query, more) if part))
        sent = Headers({"Host": parts.netloc.rpartition("@")[2], "Accept": "*/*", "User-Agent": "Bide-aiohttp"})
        body = b""
        if json is not None:
            import json as json_module
            body = json_module.dumps(json).encode()
            sent["Content-Type"] = "application/json"
        elif isinstance(data, (str, bytes)):
            body = data.encode() if isinstance(data, str) else data
            sent["Content-Type"] = "text/plain; charset=utf-8" if isinstance(data, str) else "application/octet-stream"
        elif data:
            body = urlencode(data, doseq=True).encode()
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        sent.update(self._headers)
        sent.update(headers or {})
        if body or method in ("POST", "PUT", "PATCH"):
            sent["Content-Length"] = len(body)
        target = (parts.path or "/") + ("?" + parts.query if parts.query else "")
        _, status, reason, answered, content = await self._connector._exchange(
            parts.hostname, parts.port or 80, method, target, sent, body)
        shown = parts.geturl() if parts.path else parts._replace(path="/").geturl()
        return ClientResponse(method, shown, status, reason or PHRASES.get(status, ""), answered, content, history)


def request(method, url, **kwargs):
    """One request in a session of its own."""
    async def once():
        async with ClientSession() as session:
            return await session.request(method, url, **kwargs)

    return _RequestContextManager(once())
