# bide-only: CPython ships without aiohttp
"""aiohttp's server and client: routes, bodies, redirects, errors, a session that keeps its connections."""
import asyncio

import aiohttp
from aiohttp import web

connections = set()
routes = web.RouteTableDef()


@routes.get("/")
async def root(request):
    connections.add(request.transport.get_extra_info("peername"))
    return web.Response(text="root")


@routes.get("/hello/{name}")
async def hello(request):
    return web.Response(text=f"hello {request.match_info['name']} {dict(request.query)}")


@routes.post("/echo")
async def echo(request):
    return web.Response(body=await request.read(), headers={"X-Kind": request.content_type})


@routes.get("/moved")
async def moved(request):
    raise web.HTTPFound("/hello/again")


@routes.get("/fails")
async def fails(request):
    raise ValueError("no")


@routes.get("/slow")
async def slow(request):
    await asyncio.sleep(30)
    return web.Response()


async def main():
    app = web.Application()
    app.add_routes(routes)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    base = "http://127.0.0.1:%d" % runner.addresses[0][1]

    async with aiohttp.ClientSession() as session:
        for _ in range(5):
            async with session.get(base + "/") as response:
                assert await response.text() == "root"
        print("connections:", len(connections))
        async with session.get(base + "/hello/ann%20b", params={"x": "1 2"}) as response:
            print(response.status, response.content_type, await response.text())
        async with session.post(base + "/echo", data=b"\0\1\2") as response:
            print(await response.read(), response.headers["x-kind"], response.headers.get("X-KIND"))
        async with session.post(base + "/echo", data={"a": "b c"}) as response:
            print(await response.text(), response.headers["X-Kind"])
        response = await session.get(base + "/moved")
        print(response.status, await response.text(), [each.status for each in response.history])
        response = await session.get(base + "/moved", allow_redirects=False)
        print(response.status, response.headers["Location"])
        for method, path in (("GET", "/nothing"), ("POST", "/"), ("GET", "/fails"), ("HEAD", "/")):
            async with session.request(method, base + path) as response:
                print(method, path, response.status, response.reason, await response.read())
        try:
            (await session.get(base + "/nothing")).raise_for_status()
        except aiohttp.ClientResponseError as error:
            print(error.status, error.message)
        try:
            await session.get(base + "/slow", timeout=aiohttp.ClientTimeout(total=0.05))
        except asyncio.TimeoutError as error:
            print(repr(error))
        async with session.get(base + "/hello/x") as response:
            async for chunk in response.content.iter_chunked(5):
                print(chunk)
        for url in ("https://127.0.0.1/", "nonsense", "http://127.0.0.1:1/"):
            try:
                await session.get(url)
            except aiohttp.ClientError as error:
                print(type(error).__name__)
    try:
        await session.get(base)
    except RuntimeError as error:
        print(error)
    await runner.cleanup()


asyncio.run(main())
