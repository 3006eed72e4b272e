# python: 3.13
"""Which redirects urlopen() follows, and with which method."""
import urllib.error
import urllib.request
from urllib.request import Request, urlopen

import _scripted_server

answers = {"/here": _scripted_server.ok, "/else/where": _scripted_server.ok, "/nowhere":
           b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n",
           "/file": b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n"}
for code in (300, 301, 302, 303, 304, 307, 308):
    for name, place in (("to", "/here"), ("relative", "else/where"), ("loop", f"/loop/{code}")):
        answers[f"/{name}/{code}"[:99]] = (
            f"HTTP/1.1 {code} Elsewhere\r\nLocation: {place}\r\nContent-Length: 4\r\n\r\nbody".encode())
for n in range(12):
    answers[f"/step/{n}"] = f"HTTP/1.1 302 On\r\nLocation: /step/{n + 1}\r\nContent-Length: 0\r\n\r\n".encode()
answers["/step/12"] = _scripted_server.ok
answers["/relative/else/where"] = _scripted_server.ok
base = _scripted_server.start(answers)


def attempt(path, method="GET", data=None):
    request = Request(base + path, data=data, method=method, headers={"X-Mine": "yes"})
    try:
        with urlopen(request) as answer:
            print(method, path, answer.status, answer.read(), answer.geturl().replace(base, ""))
    except urllib.error.HTTPError as error:
        print(method, path, repr(error).replace(base, ""), error.read(), error.geturl().replace(base, ""))


for code in (300, 301, 302, 303, 304, 307, 308):
    attempt(f"/to/{code}")
    attempt(f"/to/{code}", "HEAD")
    attempt(f"/to/{code}", "POST", b"data")
    attempt(f"/to/{code}", "PUT", b"data")
    attempt(f"/to/{code}", "DELETE")
attempt("/relative/302")
attempt("/loop/302")
attempt("/loop/307")
attempt("/step/0")
attempt("/step/3")
attempt("/nowhere")
try:
    urlopen(base + "/file")
except urllib.error.HTTPError as error:
    print(str(error))
