"""Opening addresses of the web: urlopen(), over HTTP/1.1 without TLS."""
import io

from http.blocking import Pool
from http.messages import REDIRECTS, BadMessage, Disconnected, Headers
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit

_MOST_REDIRECTS = 10


class Request:
    """An address, and how to ask for it."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.data = data
        self.headers = {}
        for name, value in headers.items():
            self.add_header(name, value)
        self.method = method
        parts = urlsplit(url)
        if not parts.scheme:
            raise ValueError(f"unknown url type: {url!r}")
        self.type, self.host, self.selector = parts.scheme, parts.netloc, _target(parts)

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name.capitalize() in self.headers

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name.capitalize(), default)

    def header_items(self):
        return list(self.headers.items())

    def get_method(self):
        return self.method or ("GET" if self.data is None else "POST")

    def get_full_url(self):
        return self.full_url


def _target(parts):
    return (parts.path or "/") + ("?" + parts.query if parts.query else "")


class HTTPResponse(io.BytesIO):
    """What came: a file of the body's bytes, with the head beside it."""

    def __init__(self, url, status, reason, headers, body):
        super().__init__(body)
        self.url = url
        self.status = self.code = status
        self.reason = self.msg = reason
        self.headers = headers

    def geturl(self):
        return self.url

    def info(self):
        return self.headers

    def getcode(self):
        return self.status

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def getheaders(self):
        return self.headers.items()


def _ask(request, timeout):
    parts = urlsplit(request.full_url)
    if parts.scheme == "https":
        raise URLError("Bide has no TLS: https addresses are not supported")
    if parts.scheme != "http":
        raise URLError(f"unknown url type: {parts.scheme}")
    if not parts.hostname:
        raise URLError("no host given")
    data = request.data
    if isinstance(data, str):
        raise TypeError("POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.")
    headers = Headers({"Accept-Encoding": "identity"})
    if data is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        headers["Content-Length"] = len(data)
    headers["Host"] = parts.netloc.rpartition("@")[2]
    headers["User-Agent"] = "Bide-urllib"
    headers.update(request.headers)
    headers["Connection"] = "close"
    try:
        return Pool().exchange(parts.hostname, parts.port or 80, request.get_method(), _target(parts), headers,
                               data or b"", timeout)
    except TimeoutError:
        raise
    except (OSError, BadMessage, Disconnected) as error:
        raise URLError(error) from error


def urlopen(url, data=None, timeout=None, *, cafile=None, capath=None, cadefault=False, context=None):
    """Ask for an address, follow redirects, and return the answer as a file. HTTPError where it is an error."""
    request = url if isinstance(url, Request) else Request(url)
    if data is not None:
        request.data = data
    for _ in range(_MOST_REDIRECTS + 1):
        _, status, reason, headers, body = _ask(request, timeout)
        response = HTTPResponse(request.full_url, status, reason, headers, body)
        if status in REDIRECTS and "Location" in headers and request.get_method() in ("GET", "HEAD", "POST"):
            method = request.get_method() if status in (307, 308) or request.get_method() == "HEAD" else "GET"
            kept = {name: value for name, value in request.headers.items()
                    if name.lower() not in ("content-length", "content-type")}
            request = Request(urljoin(request.full_url, headers["Location"]),
                              request.data if method == "POST" else None, kept, method=method)
            continue
        if 200 <= status < 300:
            return response
        raise HTTPError(request.full_url, status, reason, headers, response)
    raise HTTPError(request.full_url, status, "The HTTP server returned a redirect error that would lead to an "
                    "infinite loop.\nThe last 30x error message was:\n" + reason, headers, response)


def urlretrieve(url, filename):
    """Copy what is at an address to a file: (filename, headers)."""
    with urlopen(url) as response, open(filename, "wb") as file:
        file.write(response.read())
    return filename, response.headers
