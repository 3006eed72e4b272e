# bide-only: CPython ships without aiohttp
"""aiohttp's client: redirects by method, servers that break off, bodies that come by and by, timeouts, limits,
arguments that it does not have."""
import asyncio

import aiohttp

import _scripted_server
from _scripted_server import ok

HEAD = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
answers = {
    "/echo": ok,
    "/short": HEAD + b"Content-Length: 10\r\n\r\nabc",
    "/short-chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nabc",
    "/nothing": b"",
    "/nonsense": b"what is this\r\n\r\n",
    "/silence": [1.0],
    "/slow": [HEAD + b"Content-Length: 6\r\n\r\nabc", 1.0, b"def"],
    "/pieces": [HEAD + b"Transfer-Encoding: chunked\r\n\r\n4\r\none\n\r\n", 0.05, b"5\r\ntwo\nx\r\n0\r\n\r\n"],
    "/big": ok(b"0123456789" * 300_000),
    "/json": HEAD + b"Content-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"a\": [1, 2.5]}",
    "/latin": HEAD + b"Content-Type: text/plain; charset=latin-1\r\nContent-Length: 3\r\n\r\na\xe9b",
    "/missing": b"HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 4\r\n\r\ngone",
    "/loop": b"HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: /loop\r\nContent-Length: 0\r\n\r\n",
    "/old": b"HTTP/1.0 200 OK\r\n\r\nto the end",
}
for code in (301, 302, 303, 307, 308):
    answers[f"/to/{code}"] = (f"HTTP/1.1 {code} Elsewhere\r\nConnection: close\r\nLocation: /echo\r\n"
                              "Content-Length: 4\r\n\r\nbody").encode()
base = _scripted_server.start(answers)


async def attempt(what, coroutine):
    try:
        result = await coroutine
        print(what, result)
    except Exception as error:
        print(what, type(error).__name__, str(error).replace(base, "BASE")[:75], isinstance(error, asyncio.TimeoutError))


async def body(session, path, **kwargs):
    async with session.get(base + path, **kwargs) as response:
        return await response.read()


async def status(session, path, **kwargs):
    async with session.get(base + path, **kwargs) as response:
        return response.status


async def pieces():
    yield b"one "
    await asyncio.sleep(0)
    yield b"two"


async def main():
    async with aiohttp.ClientSession() as session:
        for code in (301, 302, 303, 307, 308):
            for method in ("GET", "HEAD", "POST", "PUT", "DELETE"):
                async with session.request(method, base + f"/to/{code}", data=b"x" if method[0] == "P" else None,
                                           headers={"X-Mine": "1"}) as response:
                    print(method, code, response.status, await response.text(), len(response.history))
        for path in ("/short", "/short-chunk", "/nothing", "/nonsense", "/old"):
            await attempt(path, body(session, path))
        await attempt("/loop", body(session, "/loop"))
        await attempt("/loop", body(session, "/loop", max_redirects=3))
        await attempt("/slow, head", status(session, "/slow", timeout=aiohttp.ClientTimeout(total=0.2)))
        await attempt("/slow, body", body(session, "/slow", timeout=aiohttp.ClientTimeout(total=0.1)))
        await attempt("/slow, read", body(session, "/slow", timeout=aiohttp.ClientTimeout(sock_read=0.1)))
        await attempt("/silence", body(session, "/silence", timeout=aiohttp.ClientTimeout(total=0.1)))
        await attempt("/silence", body(session, "/silence", timeout=aiohttp.ClientTimeout(sock_read=0.1)))
        await attempt("/missing", status(session, "/missing", raise_for_status=True))
        await attempt("nowhere", session.get("http://127.0.0.1:1/"))
        await attempt("no address", session.get("nonsense"))
        await attempt("both", session.post(base + "/echo", data=b"x", json={}))
        await attempt("bool", session.get(base + "/echo", params={"a": True}))

        async with session.get(base + "/pieces") as response:
            print(await response.content.readline(), await response.content.read(1), await response.content.read(),
                  response.content.at_eof(), await response.read())
        async with session.get(base + "/pieces") as response:
            print([line async for line in response.content])
        async with session.get(base + "/pieces") as response:
            print([chunk async for chunk in response.content.iter_chunked(3)])
        async with session.get(base + "/big") as response:
            total = 0
            async for chunk in response.content.iter_any():
                total += len(chunk)
            print(total, response.content_length)
        async with session.get(base + "/big") as response:
            print(len(await response.content.readexactly(1_000_001)))
        response = await session.get(base + "/big")
        response.close()
        await attempt("after close", response.read())

        async with session.get(base + "/json") as response:
            print(await response.json(), response.content_type, response.charset, response.ok, response.method)
        async with session.get(base + "/latin") as response:
            print(await response.text(), response.get_encoding())
        async with session.get(base + "/latin") as response:
            await attempt("json", response.json())
        for data in ("text", b"bytes", {"a": "1", "b": "c d"}, [("a", "1"), ("a", "2")], pieces()):
            async with session.post(base + "/echo", data=data) as response:
                print(await response.text())
        async with session.post(base + "/echo", json={"a": None}) as response:
            print(await response.text())
        async with session.put(base + "/echo", data=b"x", headers={"content-type": "x/y"}) as response:
            print(await response.text())
    async with aiohttp.ClientSession(base, headers={"X-Mine": "session"}, raise_for_status=True) as session:
        async with session.get("/echo") as response:
            print(await response.text())
        async with session.get("/echo", headers={"x-mine": "own"}) as response:
            print(await response.text())
        try:
            await session.get("/missing")
        except aiohttp.ClientResponseError as error:
            print(error.status, error.message)
    connector = aiohttp.TCPConnector(limit=1)
    async with aiohttp.ClientSession(connector=connector) as session:
        held = await session.get(base + "/slow")
        await attempt("limit", body(session, "/echo", timeout=aiohttp.ClientTimeout(connect=0.05)))
        held.close()
        print(await body(session, "/echo"))
    print(connector.closed, session.closed)
    async with aiohttp.request("GET", base + "/echo") as response:
        print(response.status)


asyncio.run(main())
