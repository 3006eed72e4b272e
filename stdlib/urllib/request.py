"""Opening addresses of the web: urlopen(), over HTTP/1.1 without TLS."""
from http.blocking import ConnectTimedOut, Pool
from http.client import BadStatusLine, HTTPException, HTTPResponse, InvalidURL, RemoteDisconnected
from http.messages import BadMessage, BadStatus, Disconnected, Headers
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit

_MOST_REDIRECTS = 10
_MOST_REPEATS = 4  # redirects to one address


class Request:
    """An address, and how to ask for it."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.data = data
        self.headers = {}
        for name, value in headers.items():
            self.add_header(name, value)
        self.method = method
        self.timeout = None
        parts = urlsplit(url)
        if not parts.scheme:
            raise ValueError(f"unknown url type: {url!r}")
        self.type, self.host, self.selector = parts.scheme, parts.netloc, _target(parts)

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, default)

    def remove_header(self, header_name):
        self.headers.pop(header_name, None)

    def header_items(self):
        return list(self.headers.items())

    def get_method(self):
        return self.method or ("GET" if self.data is None else "POST")

    def get_full_url(self):
        return self.full_url


def _target(parts):
    return (parts.path or "/") + ("?" + parts.query if parts.query else "")


def _ask(request):
    """(version, status, reason, headers, Incoming)"""
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
    target = _target(parts)
    for char in target:
        if char <= " " or char == "\x7f":
            raise InvalidURL(f"URL can't contain control characters. {target!r} (found at least {char!r})")
    headers = Headers({"Accept-Encoding": "identity"})
    if data is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        if hasattr(data, "read"):
            data = data.read()
        if isinstance(data, (bytes, bytearray)):
            data = bytes(data)
            headers["Content-Length"] = len(data)
    headers["Host"] = parts.netloc.rpartition("@")[2]
    headers["User-Agent"] = "Bide-urllib"
    headers.update(request.headers)
    headers["Connection"] = "close"
    for value in headers.values():
        if "\r" in value or "\n" in value:
            raise ValueError(f"Invalid header value {value.encode('latin-1')!r}")
    try:
        return Pool().exchange(parts.hostname, parts.port or 80, request.get_method(), target, headers,
                               b"" if data is None else data, (request.timeout, request.timeout))
    except ConnectTimedOut as error:
        raise URLError(TimeoutError(*error.args)) from None
    except TimeoutError:
        raise
    except OSError as error:
        raise URLError(error) from error
    except Disconnected:
        raise RemoteDisconnected("Remote end closed connection without response") from None
    except BadStatus as error:
        raise BadStatusLine(error.line + "\r\n") from None
    except BadMessage as error:
        raise HTTPException(str(error)) from None


def _redirected(request, answer, visited):
    """The request to follow; None: it is not to be followed. HTTPError: there is no end of redirects."""
    _, status, reason, headers, _ = answer
    method = request.get_method()
    if "Location" not in headers or status not in (301, 302, 303, 307, 308):
        return None
    if method not in ("GET", "HEAD") and not (method == "POST" and status in (301, 302, 303)):
        return None
    url = urljoin(request.full_url, headers["Location"])
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https", "ftp", ""):
        raise HTTPError(url, status, f"{reason} - Redirection to url '{url}' is not allowed", headers, None)
    if visited.get(url, 0) >= _MOST_REPEATS or len(visited) >= _MOST_REDIRECTS:
        raise HTTPError(request.full_url, status, "The HTTP server returned a redirect error that would lead to an "
                        "infinite loop.\nThe last 30x error message was:\n" + reason, headers,
                        HTTPResponse(request.full_url, answer))
    visited[url] = visited.get(url, 0) + 1
    kept = {name: value for name, value in request.headers.items()
            if name.lower() not in ("content-length", "content-type")}
    following = Request(url.replace(" ", "%20"), headers=kept, method="HEAD" if method == "HEAD" else None)
    following.timeout = request.timeout
    return following


def urlopen(url, data=None, timeout=None, *, cafile=None, capath=None, cadefault=False, context=None):
    """Ask for an address, follow redirects, and return the answer as a file. HTTPError where it is an error."""
    if cafile is not None or capath is not None or cadefault or context is not None:
        raise NotImplementedError("Bide has no TLS: cafile, capath, cadefault and context are not supported")
    request = url if isinstance(url, Request) else Request(url)
    if data is not None:
        request.data = data
    if timeout is not None:
        request.timeout = timeout
    visited = {}
    while True:
        answer = _ask(request)
        following = _redirected(request, answer, visited)
        if following is None:
            break
        answer[4].read()
        request = following
    response = HTTPResponse(request.full_url, answer)
    if 200 <= response.status < 300:
        return response
    raise HTTPError(request.full_url, response.status, response.reason, response.headers, response)


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Copy what is at an address to a file: (filename, headers)."""
    if filename is None:
        raise NotImplementedError("Bide's urlretrieve() needs the name of the file")
    with urlopen(url, data) as response, open(filename, "wb") as file:
        total = int(response.headers.get("Content-Length", -1))
        count = 0
        if reporthook is not None:
            reporthook(count, 8192, total)
        while part := response.read(8192):
            file.write(part)
            count += 1
            if reporthook is not None:
                reporthook(count, 8192, total)
    return filename, response.headers
