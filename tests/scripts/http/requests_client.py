# bide-only: CPython ships without requests and aiohttp
"""requests against a server in another thread."""
import asyncio
import threading

import requests
from aiohttp import web


async def show(request):
    return web.Response(text=f"{request.method} {request.path_qs} {await request.text()}")


async def moved(request):
    raise web.HTTPSeeOther("/show?after=redirect")


async def forever(request):
    raise web.HTTPFound("/forever")


async def slow(request):
    await asyncio.sleep(30)


def server():
    async def main():
        app = web.Application()
        app.add_routes([web.route("*", "/show", show), web.post("/moved", moved), web.get("/forever", forever),
                        web.get("/slow", slow)])
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        stop = asyncio.Event()
        shared.extend([runner.addresses[0][1], asyncio.get_running_loop(), stop])
        started.set()
        await stop.wait()
        await runner.cleanup()
    asyncio.run(main())


def attempt(function, *args, **kwargs):
    try:
        response = function(*args, **kwargs)
        print(response, response.text, [each.status_code for each in response.history])
    except requests.RequestException as error:
        print(type(error).__name__)


shared = []
started = threading.Event()
thread = threading.Thread(target=server)
thread.start()
started.wait()
port, loop, stop = shared
base = f"http://127.0.0.1:{port}"
attempt(requests.get, base + "/show", params={"a": "1 2", "b": ["x", "y"], "c": None})
attempt(requests.post, base + "/show", data={"k": "v w"})
attempt(requests.post, base + "/show", data="raw")
attempt(requests.put, base + "/show", data=b"bytes")
attempt(requests.delete, base + "/show")
attempt(requests.post, base + "/moved")
attempt(requests.get, base + "/forever")
attempt(requests.get, base + "/nothing")
attempt(requests.get, base + "/slow", timeout=0.05)
attempt(requests.get, "http://127.0.0.1:1/")
attempt(requests.get, "no-scheme")
attempt(requests.get, "https://127.0.0.1/")
response = requests.get(base + "/nothing")
print(response.ok, bool(response), response.reason, response.headers["CONTENT-type"])
try:
    response.raise_for_status()
except requests.HTTPError as error:
    print(str(error).replace(base, "BASE"))
with requests.Session() as session:
    session.headers["X-One"] = "1"
    print([session.get(base + "/show").status_code for _ in range(3)])
loop.call_soon_threadsafe(stop.set)
thread.join()
