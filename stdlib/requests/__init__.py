"""HTTP for people: get() and post(), sessions that keep their connections; without TLS."""
from http.blocking import ConnectTimedOut, Pool
from http.messages import PHRASES, REDIRECTS, BadMessage, Disconnected, Headers
from requests import exceptions
from requests.exceptions import (
    ChunkedEncodingError, ConnectionError, ConnectTimeout, ContentDecodingError, HTTPError, InvalidSchema, InvalidURL,
    JSONDecodeError, MissingSchema, ReadTimeout, RequestException, StreamConsumedError, Timeout, TooManyRedirects,
)
from urllib.parse import urlencode, urljoin, urlsplit

_MOST_REDIRECTS = 30
_PART = 65536


class Response:
    """An answer. Its body has come already, or is on its way where a stream was asked for."""

    def __init__(self, url, answer, history):
        self.url = url
        _, self.status_code, reason, self.headers, self._incoming = answer
        self.reason = reason or PHRASES.get(self.status_code, "")
        self.history = history
        self.encoding = self.headers.charset("ISO-8859-1" if self.headers.content_type("")[:5] == "text/" else None)
        self._content = None
        self._consumed = False

    def __repr__(self):
        return f"<Response [{self.status_code}]>"

    def __bool__(self):
        return self.ok

    def __iter__(self):
        return self.iter_content(128)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def is_redirect(self):
        return self.status_code in REDIRECTS and "Location" in self.headers

    @property
    def is_permanent_redirect(self):
        return self.status_code in (301, 308) and "Location" in self.headers

    @property
    def apparent_encoding(self):
        return "utf-8"

    @property
    def content(self):
        if self._content is None:
            if self._consumed:
                raise RuntimeError("The content for this response was already consumed")
            self._content = b"".join(self.iter_content(_PART))
        return self._content

    @property
    def text(self):
        encoding = self.encoding or self.apparent_encoding
        return self.content.decode("latin-1" if encoding.lower() == "iso-8859-1" else encoding, "replace")

    def json(self, **kwargs):
        import json
        try:
            return json.loads(self.content.decode("utf-8"), **kwargs)
        except ValueError as error:
            raise JSONDecodeError(str(error), response=self) from error

    def iter_content(self, chunk_size=1):
        """The body piece by piece."""
        if self._content is not None:
            for start in range(0, len(self._content), chunk_size):
                yield self._content[start:start + chunk_size]
            return
        if self._consumed:
            raise StreamConsumedError()
        coding = self.headers.get("Content-Encoding", "identity")
        if coding != "identity":
            raise ContentDecodingError(f"Bide has no compression: the body is encoded with {coding!r}")
        self._consumed = True
        try:
            while part := self._incoming.read_part(chunk_size):
                yield part
        except (BadMessage, Disconnected) as error:
            self.close()
            raise ChunkedEncodingError("Connection broken: the body is not complete") from error
        except OSError as error:
            self.close()
            raise ConnectionError(str(error)) from error

    def iter_lines(self, chunk_size=512):
        """The body line by line, without the ends of the lines."""
        pending = b""
        for part in self.iter_content(chunk_size):
            lines = (pending + part).splitlines(True)
            pending = b"" if lines[-1].endswith(b"\n") else lines.pop()
            yield from [line.rstrip(b"\r\n") for line in lines]
        if pending:
            yield pending.rstrip(b"\r")

    def raise_for_status(self):
        if 400 <= self.status_code < 600:
            whose = "Client" if self.status_code < 500 else "Server"
            raise HTTPError(f"{self.status_code} {whose} Error: {self.reason} for url: {self.url}", response=self)

    def close(self):
        self._incoming.close()


def _address(url, params):
    """The address taken apart, with the parameters in its query."""
    parts = urlsplit(url)
    if not parts.scheme:
        raise MissingSchema(f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?")
    if parts.scheme == "https":
        raise InvalidSchema(f"Bide has no TLS: https addresses are not supported: {url!r}")
    if parts.scheme != "http":
        raise InvalidSchema(f"No connection adapters were found for {url!r}")
    if not parts.hostname:
        raise InvalidURL(f"Invalid URL {url!r}: No host supplied")
    if params:
        if hasattr(params, "items"):
            params = {name: value for name, value in params.items() if value is not None}
        more = params if isinstance(params, str) else urlencode(params, doseq=True)
        parts = parts._replace(query="&".join([part for part in (parts.query, more) if part]))
    return parts._replace(path=parts.path or "/")


def _body(data, json, headers):
    """What to send, bytes or an iterable of bytes, whose type goes into the headers; None: nothing."""
    if not data and json is not None:
        from json import dumps
        headers.setdefault("Content-Type", "application/json")
        return dumps(json).encode()
    if not data:
        return None
    if hasattr(data, "read"):
        data = data.read()
    if isinstance(data, str):
        return data.encode()
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    if isinstance(data, (list, tuple)) or hasattr(data, "items"):
        headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        return urlencode(data, doseq=True).encode()
    return data


def _timeouts(timeout):
    """(seconds to connect, seconds between bytes)"""
    if isinstance(timeout, tuple):
        if len(timeout) != 2:
            raise ValueError(f"Invalid timeout {timeout}. Pass a (connect, read) timeout tuple, or a single float to "
                             "set both timeouts to the same value.")
        return timeout
    return timeout, timeout


class Session:
    """Requests that share headers and connections."""

    def __init__(self):
        self.headers = Headers({"User-Agent": "Bide-requests", "Accept": "*/*"})
        self.max_redirects = _MOST_REDIRECTS
        self._pool = Pool()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def close(self):
        self._pool.close()

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, *, timeout=None,
                allow_redirects=True, stream=False, verify=None, json=None):
        method = method.upper()
        parts = _address(url, params)
        sent = Headers(self.headers)
        sent.update({name: value for name, value in (headers or {}).items() if value is not None})
        for name, value in (headers or {}).items():
            if value is None:
                sent.pop(name)
        if cookies:
            sent["Cookie"] = "; ".join([f"{name}={value}" for name, value in cookies.items()])
        body = _body(data, json, sent)
        history = []
        while True:
            response = self._ask(method, parts, sent, body, _timeouts(timeout), list(history))
            if not (allow_redirects and response.is_redirect):
                if not stream:
                    response.content
                return response
            response.content
            if len(history) >= self.max_redirects:
                raise TooManyRedirects(f"Exceeded {self.max_redirects} redirects.", response=response)
            history.append(response)
            place = parts.netloc
            parts = _address(urljoin(response.url, response.headers["Location"]), None)
            if parts.netloc != place:
                sent.pop("Authorization")
            if (response.status_code in (302, 303) and method != "HEAD"
                    or response.status_code == 301 and method == "POST"):
                method = "GET"
            if response.status_code not in (307, 308):
                body = None
                sent.pop("Content-Type")

    def _ask(self, method, parts, sent, body, timeouts, history):
        headers = Headers({"Host": parts.netloc.rpartition("@")[2]})
        headers.update(sent)
        if isinstance(body, bytes) or body is None and method not in ("GET", "HEAD"):
            headers["Content-Length"] = len(body or b"")
        target = parts.path + ("?" + parts.query if parts.query else "")
        where = f"HTTPConnectionPool(host={parts.hostname!r}, port={parts.port or 80})"
        try:
            answer = self._pool.exchange(parts.hostname, parts.port or 80, method, target, headers,
                                         b"" if body is None else body, timeouts)
        except ConnectTimedOut as error:
            raise ConnectTimeout(f"{where}: Connection to {parts.hostname} timed out. "
                                 f"(connect timeout={timeouts[0]})") from error
        except TimeoutError as error:
            raise ReadTimeout(f"{where}: Read timed out. (read timeout={timeouts[1]})") from error
        except (OSError, BadMessage, Disconnected) as error:
            raise ConnectionError(f"{where}: {error}" if str(error) else "Connection aborted.") from error
        return Response(parts.geturl(), answer, history)

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        kwargs.setdefault("allow_redirects", False)
        return self.request("HEAD", url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request("POST", url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)


def session():
    return Session()


def request(method, url, *, stream=False, **kwargs):
    if stream:
        return Session().request(method, url, stream=True, **kwargs)
    with Session() as once:
        return once.request(method, url, **kwargs)


def get(url, params=None, **kwargs):
    return request("GET", url, params=params, **kwargs)


def options(url, **kwargs):
    return request("OPTIONS", url, **kwargs)


def head(url, **kwargs):
    kwargs.setdefault("allow_redirects", False)
    return request("HEAD", url, **kwargs)


def post(url, data=None, json=None, **kwargs):
    return request("POST", url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    return request("PUT", url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    return request("PATCH", url, data=data, **kwargs)


def delete(url, **kwargs):
    return request("DELETE", url, **kwargs)


class _Codes:
    """The codes of answers by name: codes.ok, codes.not_found."""

    def __getattr__(self, name):
        for code, phrase in PHRASES.items():
            if phrase.lower().replace(" ", "_").replace("-", "_").replace("'", "") == name.lower():
                return code
        raise AttributeError(name)


codes = _Codes()
