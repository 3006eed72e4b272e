"""The client: sessions, requests and their answers."""
import asyncio

from aiohttp.client_exceptions import (
    ClientConnectionError, ClientOSError, ClientPayloadError, ClientResponseError, ConnectionTimeoutError,
    ContentTypeError, InvalidURL, ServerDisconnectedError, SocketTimeoutError, TooManyRedirects,
)
from aiohttp.connector import TCPConnector
from aiohttp.content_headers import ContentHeaders
from aiohttp.streams import StreamReader
from http.messages import (
    LAST_CHUNK, PART, PHRASES, REDIRECTS, BadMessage, Disconnected, Headers, chunk, head_bytes, keeps_alive,
    read_response,
)
from urllib.parse import urlencode, urljoin, urlsplit

_REPEATABLE = ("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE")
_MOST_SKIPPED = 65536  # bytes of a redirect's body that are read, to keep the connection
_UNSET = object()


class ClientTimeout:
    """How many seconds a request may take: in all, to get a connection, between bytes, to connect. None: any number."""

    def __init__(self, total=None, connect=None, sock_read=None, sock_connect=None):
        self.total = total
        self.connect = connect
        self.sock_read = sock_read
        self.sock_connect = sock_connect

    def __repr__(self):
        return (f"ClientTimeout(total={self.total}, connect={self.connect}, sock_read={self.sock_read}, "
                f"sock_connect={self.sock_connect})")


_USUAL_TIMEOUT = ClientTimeout(total=300)


class _Waiting:
    """How long the parts of a request may wait."""

    def __init__(self, timeout):
        self.timeout = timeout
        total = timeout.total
        self.deadline = asyncio.get_running_loop().time() + total if total else None

    async def read(self, coroutine):
        """Run a coroutine that reads from the connection."""
        if self.timeout.sock_read is None:
            return await coroutine
        try:
            async with asyncio.timeout(self.timeout.sock_read):
                return await coroutine
        except TimeoutError as error:
            raise SocketTimeoutError("Timeout on reading data from socket") from error

    async def connect(self, connector, place, url):
        try:
            async with asyncio.timeout(self.timeout.connect):
                return await connector._connect(place, self.timeout.sock_connect)
        except TimeoutError as error:
            raise ConnectionTimeoutError(f"Connection timeout to host {url}") from error


class ClientResponse(ContentHeaders):
    """An answer. Its body is on its way: read(), text(), json() and content wait for it."""

    def __init__(self, method, url, answer, history, connection, waiting):
        self.method = method
        self.url = url
        self.version, self.status, reason, self.headers, self._incoming = answer
        self.reason = reason or PHRASES.get(self.status, "")
        self.history = history
        self.content = StreamReader(self._read_part)
        self._connection = connection
        self._waiting = waiting
        self._body = None
        self.closed = False
        if self._incoming.at_end:
            self._done()
        else:
            self._incoming.when_done = self._done

    def __repr__(self):
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers!r}\n"

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.release()

    def _done(self):
        """The body has been read to its end."""
        self.closed = True
        if not self._incoming.until_end and keeps_alive(self.version, self.headers):
            self._connection.release()
        else:
            self._connection.close()

    async def _read_part(self, most=PART):
        return await self._read(self._incoming.read_part(most))

    async def _read(self, coroutine):
        if self.closed and not self._incoming.at_end:
            coroutine.close()
            raise ClientConnectionError("Connection closed")
        try:
            async with asyncio.timeout_at(self._waiting.deadline):
                return await self._waiting.read(coroutine)
        except (Disconnected, BadMessage) as error:
            self.close()
            raise ClientPayloadError("Response payload is not completed") from error
        except ConnectionError as error:
            self.close()
            raise ClientOSError(*error.args) from error
        except:
            self.close()
            raise

    @property
    def ok(self):
        return self.status < 400

    def release(self):
        """Give up what has not been read."""
        if not self.closed:
            self.close()

    def close(self):
        self.closed = True
        self._connection.close()

    def get_encoding(self):
        return self.headers.charset("utf-8")

    async def read(self):
        if self._body is None:
            coding = self.headers.get("Content-Encoding", "identity")
            if coding != "identity":
                self.close()
                raise ClientPayloadError(f"Can not decode content-encoding: {coding}: Bide has no compression")
            if self.content._ahead or self.content._at_end or self.closed:
                self._body = await self.content.read()
            else:
                self._body = await self._read(self._incoming.read())
        return self._body

    async def text(self, encoding=None, errors="strict"):
        body = await self.read()
        return body.decode(encoding or self.headers.charset("utf-8"), errors)

    async def json(self, *, encoding=None, loads=None, content_type="application/json"):
        body = await self.read()
        if content_type and content_type not in self.content_type:
            kind = self.headers.get("Content-Type", "").lower()
            raise ContentTypeError(self.status, f"Attempt to decode JSON with unexpected mimetype: {kind}", self.url,
                                   self.headers, self.history)
        body = body.strip()
        if not body:
            return None
        if loads is None:
            from json import loads
        return loads(body.decode(encoding or self.get_encoding()))

    def raise_for_status(self):
        if not self.ok:
            self.release()
            raise ClientResponseError(self.status, self.reason, self.url, self.headers, self.history)


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

    def __init__(self, base_url=None, *, connector=None, connector_owner=True, headers=None, cookies=None,
                 json_serialize=None, raise_for_status=False, timeout=_UNSET):
        self._base_url = base_url
        self._connector = TCPConnector() if connector is None else connector
        self._connector_owner = connector_owner
        self._headers = Headers(headers or ())
        self._cookies = dict(cookies or {})
        self._json_serialize = json_serialize
        self._timeout = _USUAL_TIMEOUT if timeout is _UNSET else _timeout_of(timeout)
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
    def timeout(self):
        return self._timeout

    @property
    def connector(self):
        return self._connector

    async def close(self):
        if not self._closed:
            self._closed = True
            if self._connector_owner:
                await self._connector.close()

    def request(self, method, url, **kwargs):
        return _RequestContextManager(self._request(method, url, **kwargs))

    def get(self, url, *, allow_redirects=True, **kwargs):
        return _RequestContextManager(self._request("GET", url, allow_redirects=allow_redirects, **kwargs))

    def head(self, url, *, allow_redirects=False, **kwargs):
        return self.request("HEAD", url, allow_redirects=allow_redirects, **kwargs)

    def options(self, url, *, allow_redirects=True, **kwargs):
        return self.request("OPTIONS", url, allow_redirects=allow_redirects, **kwargs)

    def post(self, url, *, data=None, **kwargs):
        return self.request("POST", url, data=data, **kwargs)

    def put(self, url, *, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, *, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    async def _request(self, method, url, *, params=None, data=None, json=None, headers=None, cookies=None,
                       allow_redirects=True, max_redirects=10, raise_for_status=None, timeout=_UNSET, ssl=None):
        if self._closed:
            raise RuntimeError("Session is closed")
        if data is not None and json is not None:
            raise ValueError("data and json parameters can not be used at the same time")
        method, url = method.upper(), str(url)
        if self._base_url:
            url = urljoin(str(self._base_url), url)
        waiting = _Waiting(self._timeout if timeout is _UNSET else _timeout_of(timeout))
        history = []
        async with asyncio.timeout_at(waiting.deadline):
            sent = self._own_headers(headers, cookies)
            body = self._body(data, json, sent)
            while True:
                response = await self._ask(method, url, params, sent, body, tuple(history), waiting)
                if not (allow_redirects and response.status in REDIRECTS):
                    break
                elsewhere = response.headers.get("Location")
                if elsewhere is None:
                    break
                history.append(response)
                if len(history) >= max_redirects:
                    response.release()
                    raise TooManyRedirects(0, "", history[0].url, response.headers, tuple(history))
                if response.content_length is not None and response.content_length <= _MOST_SKIPPED:
                    await response.read()
                response.release()
                if method != "HEAD" and response.status == 303 or method == "POST" and response.status in (301, 302):
                    method, body = "GET", None
                    sent.pop("Content-Type")
                url, params = urljoin(response.url, elsewhere), None
                if urlsplit(url).netloc != urlsplit(response.url).netloc:
                    sent.pop("Authorization")
            if self._raise_for_status if raise_for_status is None else raise_for_status:
                response.raise_for_status()
            return response

    def _own_headers(self, headers, cookies):
        """The headers that every request to follow has, whatever its address."""
        sent = Headers()
        sent.update(self._headers)
        if headers:
            sent.update(headers)
        if self._cookies or cookies:
            together = {**self._cookies, **(cookies or {})}
            sent["Cookie"] = "; ".join([f"{name}={value}" for name, value in together.items()])
        if sent.get("Accept") is None:
            sent.set("Accept", "*/*")
        if sent.get("User-Agent") is None:
            sent.set("User-Agent", "Bide-aiohttp")
        return sent

    def _body(self, data, json, sent):
        """What to send, bytes or an asynchronous iterable of bytes, whose type goes into the headers; None: nothing."""
        if json is not None:
            dumps = self._json_serialize
            if dumps is None:
                from json import dumps
            sent.setdefault("Content-Type", "application/json")
            return dumps(json).encode()
        if data is None:
            return None
        if hasattr(data, "read"):
            data = data.read()
        if isinstance(data, str):
            sent.setdefault("Content-Type", "text/plain; charset=utf-8")
            return data.encode()
        if isinstance(data, (bytes, bytearray)) or hasattr(data, "__aiter__"):
            sent.setdefault("Content-Type", "application/octet-stream")
            return bytes(data) if isinstance(data, bytearray) else data
        sent.setdefault("Content-Type", "application/x-www-form-urlencoded")
        return urlencode(data, doseq=True).encode()

    async def _ask(self, method, url, params, sent, body, history, waiting):
        parts = urlsplit(url)
        host, port = parts._place()
        if parts.scheme != "http" or not host:
            if parts.scheme == "https":
                raise InvalidURL(f"Bide has no TLS: https addresses are not supported: {url}")
            raise InvalidURL(url)
        if params:
            parts = parts._replace(query="&".join([part for part in (parts.query, _query(params)) if part]))
        if params or parts.fragment or not parts.path:
            parts = parts._replace(path=parts.path or "/", fragment="")
            url = parts.geturl()
        fields = sent.items()
        if sent.get("Host") is None:
            fields.insert(0, ("Host", parts.netloc.rpartition("@")[2]))
        if body is None:
            if method in ("POST", "PUT", "PATCH"):
                fields.append(("Content-Length", 0))
        elif isinstance(body, bytes):
            fields.append(("Content-Length", len(body)))
        else:
            fields.append(("Transfer-Encoding", "chunked"))
        target = parts.path + "?" + parts.query if parts.query else parts.path
        head = head_bytes(f"{method} {target} HTTP/1.1", fields)
        place = host, port or 80
        while True:
            connection = await waiting.connect(self._connector, place, url)
            try:
                await _send(connection.writer, head, body)
                answer = await waiting.read(read_response(connection.reader, method))
                return ClientResponse(method, url, answer, history, connection, waiting)
            except (Disconnected, ConnectionError) as error:
                connection.close()
                if not (connection.used_before and method in _REPEATABLE):
                    if isinstance(error, ConnectionError):
                        raise ClientOSError(*error.args) from error
                    raise ServerDisconnectedError() from None
            except BadMessage as error:
                connection.close()
                raise ClientResponseError(400, str(error), url) from error
            except:
                connection.close()
                raise


async def _send(writer, head, body):
    if body is None or isinstance(body, bytes):
        writer.write(head + body if body else head)
    else:
        writer.write(head)
        async for part in body:
            if part:
                writer.write(chunk(part))
                await writer.drain()
        writer.write(LAST_CHUNK)
    await writer.drain()


def _timeout_of(timeout):
    return timeout if isinstance(timeout, ClientTimeout) else ClientTimeout(timeout)


def _query(params):
    """What stands behind the question mark."""
    if isinstance(params, str):
        return params
    pairs = []
    for name, value in params.items() if hasattr(params, "items") else params:
        for each in value if isinstance(value, (list, tuple)) else (value,):
            if isinstance(each, bool) or not isinstance(each, (str, int, float)):
                raise TypeError("Invalid variable type: value should be str, int or float, "
                                f"got {each!r} of type {type(each)}")
            pairs.append((name, each))
    return urlencode(pairs)


def request(method, url, **kwargs):
    """One request in a session of its own."""
    return _OneRequest(method, url, kwargs)


class _OneRequest:
    """What request() returns: entered with `async with`, it is the answer."""

    def __init__(self, method, url, kwargs):
        self._session = ClientSession()
        self._request = self._session.request(method, url, **kwargs)

    async def __aenter__(self):
        try:
            return await self._request.__aenter__()
        except:
            await self._session.close()
            raise

    async def __aexit__(self, *exc):
        await self._request.__aexit__(*exc)
        await self._session.close()
