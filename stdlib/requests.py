"""HTTP for people: get() and post(), sessions that keep their connections; without TLS."""
from http.blocking import Pool
from http.messages import PHRASES, REDIRECTS, BadMessage, Disconnected, Headers
from urllib.parse import urlencode, urljoin, urlsplit

_MOST_REDIRECTS = 30


class RequestException(IOError):
    """What goes wrong with a request."""


class HTTPError(RequestException):
    """An answer that is an error, where raise_for_status() was asked."""

    def __init__(self, *args, response=None):
        super().__init__(*args)
        self.response = response


class ConnectionError(RequestException):
    """The server cannot be reached, or went away."""


class Timeout(RequestException):
    """It took too long."""


class ConnectTimeout(ConnectionError, Timeout):
    """It took too long to connect."""


class ReadTimeout(Timeout):
    """It took too long to answer."""


class TooManyRedirects(RequestException):
    """One redirect led to another without end."""


class InvalidURL(RequestException, ValueError):
    """The address makes no sense."""


class MissingSchema(RequestException, ValueError):
    """The address does not begin with http://."""


class InvalidSchema(RequestException, ValueError):
    """The address is of a kind that is not supported."""


class JSONDecodeError(RequestException, ValueError):
    """The body is no JSON."""


class Response:
    """An answer."""

    def __init__(self, url, method, status, reason, headers, content):
        self.url = url
        self.status_code = status
        self.reason = reason
        self.headers = headers
        self.content = content
        self.history = []
        self.encoding = headers.charset("iso-8859-1" if headers.content_type("").startswith("text/") else None)

    def __repr__(self):
        return f"<Response [{self.status_code}]>"

    def __bool__(self):
        return self.ok

    def __iter__(self):
        return self.iter_content(128)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def is_redirect(self):
        return self.status_code in REDIRECTS and "Location" in self.headers

    @property
    def apparent_encoding(self):
        return "utf-8"

    @property
    def text(self):
        encoding = self.encoding or "utf-8"
        return self.content.decode("latin-1" if encoding == "iso-8859-1" else encoding, "replace")

    def json(self, **kwargs):
        import json
        try:
            return json.loads(self.content.decode("utf-8"), **kwargs)
        except ValueError as error:
            raise JSONDecodeError(str(error)) from error

    def iter_content(self, chunk_size=1):
        for start in range(0, len(self.content), chunk_size or len(self.content) or 1):
            yield self.content[start:start + (chunk_size or len(self.content))]

    def iter_lines(self):
        yield from self.content.splitlines()

    def raise_for_status(self):
        if 400 <= self.status_code < 600:
            whose = "Client" if self.status_code < 500 else "Server"
            raise HTTPError(f"{self.status_code} {whose} Error: {self.reason} for url: {self.url}", response=self)

    def close(self):
        pass


def _prepare(url, params, data, json, headers):
    """(address, headers, body) as they are sent."""
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
        parts = parts._replace(query="&".join(part for part in (parts.query, more) if part))
    sent = Headers({"Host": parts.netloc.rpartition("@")[2], "User-Agent": "Bide-requests", "Accept": "*/*"})
    body = b""
    if json is not None:
        import json as json_module
        body = json_module.dumps(json).encode()
        sent["Content-Type"] = "application/json"
    elif isinstance(data, (str, bytes)):
        body = data.encode() if isinstance(data, str) else data
    elif data:
        body = urlencode(data, doseq=True).encode()
        sent["Content-Type"] = "application/x-www-form-urlencoded"
    sent.update({name: value for name, value in (headers or {}).items() if value is not None})
    return parts.geturl() if parts.path else parts._replace(path="/").geturl(), sent, body


class Session:
    """Requests that share headers and connections."""

    def __init__(self):
        self.headers = Headers()
        self._pool = Pool()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def close(self):
        self._pool.close()

    def request(self, method, url, params=None, data=None, headers=None, timeout=None, allow_redirects=True, json=None):
        method = method.upper()
        history = []
        while True:
            response = self._ask(method, url, params, data, json, headers, timeout)
            response.history = list(history)
            if not (allow_redirects and response.is_redirect):
                return response
            history.append(response)
            if len(history) > _MOST_REDIRECTS:
                raise TooManyRedirects(f"Exceeded {_MOST_REDIRECTS} redirects.")
            url, params = urljoin(response.url, response.headers["Location"]), None
            if response.status_code in (301, 302, 303) and method not in ("GET", "HEAD"):
                method, data, json = "GET", None, None

    def _ask(self, method, url, params, data, json, headers, timeout):
        together = Headers(self.headers)
        together.update(headers or {})
        url, sent, body = _prepare(url, params, data, json, together)
        if body or method in ("POST", "PUT", "PATCH"):
            sent["Content-Length"] = len(body)
        parts = urlsplit(url)
        target = (parts.path or "/") + ("?" + parts.query if parts.query else "")
        if isinstance(timeout, tuple):
            timeout = timeout[-1]
        try:
            _, status, reason, answered, content = self._pool.exchange(parts.hostname, parts.port or 80, method, target,
                                                                       sent, body, timeout)
        except TimeoutError as error:
            raise ReadTimeout(f"Read timed out. (read timeout={timeout})") from error
        except (OSError, BadMessage, Disconnected) as error:
            raise ConnectionError(str(error) or "Connection aborted.") from error
        return Response(url, method, status, reason or PHRASES.get(status, ""), answered, content)

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

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


def request(method, url, **kwargs):
    with Session() as once:
        return once.request(method, url, **kwargs)


def get(url, params=None, **kwargs):
    return request("GET", url, params=params, **kwargs)


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
