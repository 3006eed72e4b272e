# bide-only: CPython ships without requests
"""requests: redirects by method, servers that break off, streams, timeouts, arguments that it does not have."""
import requests

import _scripted_server
from _scripted_server import ok

HEAD = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
answers = {
    "/echo": ok,
    "/short": HEAD + b"Content-Length: 10\r\n\r\nabc",
    "/short-chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nabc",
    "/bad-chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc",
    "/nothing": b"",
    "/nonsense": b"what is this\r\n\r\n",
    "/silence": [1.0],
    "/slow": [HEAD + b"Content-Length: 6\r\n\r\nabc", 1.0, b"def"],
    "/pieces": [HEAD + b"Transfer-Encoding: chunked\r\n\r\n4\r\none\n\r\n", 0.01, b"5\r\ntwo\nx\r\n0\r\n\r\n"],
    "/big": ok(b"0123456789" * 300_000),
    "/json": HEAD + b"Content-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"a\": [1, 2.5]}",
    "/latin": HEAD + b"Content-Type: text/plain\r\nContent-Length: 3\r\n\r\na\xe9b",
    "/utf8": HEAD + b"Content-Type: text/plain; charset=utf-8\r\nContent-Length: 4\r\n\r\na\xc3\xa9b",
    "/teapot": b"HTTP/1.1 418 I'm a Teapot\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
    "/odd": b"HTTP/1.1 599 Oh\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
    "/zipped": HEAD + b"Content-Encoding: br\r\nContent-Length: 3\r\n\r\nabc",
}
for code in (301, 302, 303, 307, 308):
    answers[f"/to/{code}"] = f"HTTP/1.1 {code} Elsewhere\r\nConnection: close\r\nLocation: /echo\r\nContent-Length: 4\r\n\r\nbody".encode()
base = _scripted_server.start(answers)


def attempt(what, function):
    try:
        print(what, function())
    except Exception as error:
        print(what, type(error).__name__, [each.__name__ for each in type(error).__mro__[1:3]])


for code in (301, 302, 303, 307, 308):
    for method in ("GET", "HEAD", "POST", "PUT", "DELETE"):
        response = requests.request(method, base + f"/to/{code}", data=b"x" if method[0] == "P" else None)
        print(method, code, response.text, response.history, response.url.replace(base, ""))
response = requests.get(base + "/to/302", allow_redirects=False)
print(response.status_code, response.is_redirect, response.is_permanent_redirect, response.content)

for path in ("/short", "/short-chunk", "/bad-chunk", "/nothing", "/nonsense", "/zipped"):
    attempt(path, lambda: requests.get(base + path).content)
attempt("/silence", lambda: requests.get(base + "/silence", timeout=0.05))
attempt("/silence", lambda: requests.get(base + "/silence", timeout=(5, 0.05)))
attempt("/silence", lambda: requests.get(base + "/silence", timeout=(0.05, None)).content)
attempt("/slow", lambda: requests.get(base + "/slow", timeout=0.05))
attempt("three timeouts", lambda: requests.get(base + "/echo", timeout=(1, 2, 3)))
attempt("/json", lambda: requests.get(base + "/json").json())
attempt("/echo", lambda: requests.get(base + "/echo").json())
for path in ("/latin", "/utf8", "/echo"):
    response = requests.get(base + path)
    print(response.encoding, response.text)

with requests.get(base + "/pieces", stream=True) as response:
    print(list(response.iter_lines()))
    attempt("again", lambda: response.content)
print(list(requests.get(base + "/pieces").iter_content(4)), len(requests.get(base + "/big", stream=True).content))
attempt("/slow", lambda: next(requests.get(base + "/slow", stream=True).iter_content(3)))

print(requests.post(base + "/echo", data={"a": ["1", "2"], "b": "c d"}).text)
print(requests.post(base + "/echo", data=[("a", "1"), ("a", "2")]).text)
print(requests.post(base + "/echo", json={"a": None}).text)
print(requests.post(base + "/echo", data=iter([b"one ", b"two"])).text)
print(requests.post(base + "/echo", data="text", headers={"Content-Type": "x/y", "X-Mine": "1"}).text)
print(requests.get(base + "/echo", headers={"User-Agent": None}).text)
with requests.Session() as session:
    session.headers.update({"X-Mine": "session"})
    print(session.get(base + "/echo").text, session.get(base + "/echo", headers={"x-mine": "own"}).text)
    print(session.get(base + "/echo", headers={"X-Mine": None}).text)
for path in ("/teapot", "/odd", "/echo"):
    try:
        print(requests.get(base + path).raise_for_status())
    except requests.exceptions.HTTPError as error:
        print(str(error).replace(base, "BASE"), error.response.status_code)
print(requests.codes.ok, requests.codes.not_found, requests.codes.im_a_teapot)
for keyword in ("auth", "files", "proxies", "nonsense"):
    try:
        requests.get(base + "/echo", **{keyword: 1})
    except TypeError as error:
        print(error)
try:
    requests.get("https://127.0.0.1/")
except requests.RequestException as error:
    print(error)
