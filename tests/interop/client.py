"""client LIBRARY ADDRESS: asks a server for what it serves with urllib, requests or aiohttp, and prints what came."""
import asyncio
import sys

library, base = sys.argv[1:]


def with_urllib(method, path, data=None):
    from urllib.error import HTTPError
    from urllib.request import Request, urlopen
    try:
        answer = urlopen(Request(base + path, data=data, method=method), timeout=10)
    except HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.read(), answer.headers, answer.url


def with_requests(method, path, data=None):
    answer = session.request(method, base + path, data=data, timeout=10)
    return answer.status_code, answer.content, answer.headers, answer.url


async def with_aiohttp(method, path, data=None):
    async with session.request(method, base + path, data=data) as answer:
        return answer.status, await answer.read(), answer.headers, answer.url


def show(what, status, body, headers, url):
    shown = body if len(body) < 60 else f"{len(body)} bytes, {sum(body)}"
    print(*what, status, shown, headers.get("Content-Type"), url.replace(base, ""))


REQUESTS = [("GET", "/hello.txt"), ("GET", "/empty"), ("GET", "/large"), ("HEAD", "/large"), ("GET", "/none"),
            ("GET", "/folder"), ("GET", "/a%20b.txt?x=1"), ("POST", "/hello.txt", b"data"), ("GET", "/hello.txt")]


async def main():
    global session
    import aiohttp
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
        for each in REQUESTS:
            show(each[:2], *await with_aiohttp(*each))
        bodies = await asyncio.gather(*[with_aiohttp("GET", "/large") for _ in range(20)])
        print("at once", {len(body) for _, body, _, _ in bodies})


if library == "aiohttp":
    asyncio.run(main())
else:
    if library == "requests":
        import requests
        session = requests.Session()
    for each in REQUESTS:
        show(each[:2], *(with_requests if library == "requests" else with_urllib)(*each))
