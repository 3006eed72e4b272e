"""Servers that break off, say nonsense or nothing at all; bodies that come slowly; arguments that make no sense."""
import urllib.error
import urllib.request
from urllib.request import Request, urlopen

import _scripted_server
from _scripted_server import ok

HEAD = b"HTTP/1.1 200 OK\r\n"
base = _scripted_server.start({
    "/short": HEAD + b"Content-Length: 10\r\n\r\nabc",
    "/short-chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nabc",
    "/no-last-chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
    "/nothing": b"",
    "/nonsense": b"what is this\r\n\r\n",
    "/silence": [1.0],
    "/slow": [HEAD + b"Content-Length: 6\r\n\r\nabc", 1.0, b"def"],
    "/pieces": [HEAD + b"Content-Length: 9\r\n\r\none\n", 0.01, b"two\nx"],
    "/bare": b"HTTP/1.1 200 OK\nContent-Length: 2\nX-A: 1\n\nok",
    "/big": ok(b"0123456789" * 300_000),
    "/many": HEAD + b"Content-Length: 1\r\nX-A: 1\r\nX-A: 2\r\nx-b:   spaces\r\n\r\n.",
    "/100": b"HTTP/1.1 100 Continue\r\n\r\n" + ok(b"after all"),
    "/echo": ok,
    "/old": b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\nto the end",
})


def attempt(what, function):
    try:
        print(what, function())
    except Exception as error:
        kind = type(error)
        print(what, kind.__module__, kind.__name__, str(error).replace(base, "BASE"), error.__class__.__mro__[1].__name__)


for path in ("/short", "/short-chunk", "/no-last-chunk", "/nothing", "/bare", "/100", "/old"):
    attempt(path, lambda: urlopen(base + path).read())
attempt("/nonsense", lambda: urlopen(base + "/nonsense").read())
attempt("/silence", lambda: urlopen(base + "/silence", timeout=0.05))
attempt("/slow", lambda: urlopen(base + "/slow", timeout=0.05).read())
attempt("/pieces", lambda: urlopen(base + "/pieces").readline())
attempt("/pieces", lambda: urlopen(base + "/pieces").read(8))
attempt("/pieces", lambda: list(urlopen(base + "/pieces")))
attempt("/big", lambda: len(urlopen(base + "/big").read()))
with urlopen(base + "/many") as answer:
    print(answer.getheader("x-a"), answer.headers.get_all("X-A"), answer.headers["X-B"], answer.getheaders())
    print(answer.getheader("no"), answer.getheader("no", 1), answer.version, answer.status, answer.code, answer.getcode())
    print(answer.read(), answer.read(), answer.isclosed(), answer.closed)
print(answer.closed)
with urlopen(base + "/old") as answer:
    print(answer.version, answer.headers.get_content_type(), answer.read(2), answer.length)
attempt("chunks", lambda: urlopen(base + "/echo", iter([b"one ", b"", b"two"])).read())
attempt("own type", lambda: urlopen(Request(base + "/echo", b"{}", {"content-type": "application/json"})).read())
attempt("str", lambda: urlopen(base + "/echo", "text"))
attempt("space", lambda: urlopen(base + "/a b"))
attempt("newline", lambda: urlopen(Request(base + "/echo", headers={"X-Mine": "a\r\nX-B: b"})))
attempt("no host", lambda: urlopen("http:///path"))
attempt("no scheme", lambda: urlopen("127.0.0.1/path"))
attempt("unknown scheme", lambda: urlopen("gopher://127.0.0.1/"))
attempt("keyword", lambda: urlopen(base, none_such=1))
attempt("refused", lambda: urlopen("http://127.0.0.1:1/"))
request = Request(base + "/echo", headers={"user-agent": "me"})
request.add_header("x-mine", "mine")
print(request.header_items(), request.get_method(), request.get_header("X-mine"), request.has_header("X-mine"))
print(request.type, request.selector, request.get_full_url() == base + "/echo", urlopen(request).read())
