"""The server that other programs talk to: its port is the first line it prints. Ctrl-C ends it."""
import asyncio
import socket

from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/")
async def root(request):
    return web.Response(text="hello\n")


@routes.get("/pages/{name}")
async def page(request):
    return web.json_response({"name": request.match_info["name"], "query": dict(request.query)})


@routes.route("*", "/echo")
async def echo(request):
    return web.Response(body=await request.read(), headers={"X-Method": request.method, "X-Kind": request.content_type})


@routes.post("/digest")
async def digest(request):
    count, total = 0, 0
    async for part in request.content.iter_chunked(65536):
        count += len(part)
        total = (total + sum(part)) % 65521
    return web.Response(text=f"{count} {total}\n")


@routes.get("/stream")
async def stream(request):
    response = web.StreamResponse()
    await response.prepare(request)
    for n in range(5):
        await response.write(b"part %d\n" % n)
        await asyncio.sleep(0.01)
    return response


@routes.get("/large")
async def large(request):
    return web.Response(body=b"0123456789abcdef" * 250_000)


@routes.route("*", "/to/{code}")
async def elsewhere(request):
    kind = {"301": web.HTTPMovedPermanently, "302": web.HTTPFound, "303": web.HTTPSeeOther,
            "307": web.HTTPTemporaryRedirect, "308": web.HTTPPermanentRedirect}
    raise kind[request.match_info["code"]]("/echo")


@routes.get("/slow")
async def slow(request):
    await asyncio.sleep(0.5)
    return web.Response(text="at last\n")


@routes.get("/fails")
async def fails(request):
    raise ValueError("as it should")


async def make():
    app = web.Application(client_max_size=0)
    app.add_routes(routes)

    async def closing(app):
        print("closing", flush=True)

    app.on_shutdown.append(closing)
    return app


sock = socket.socket()
sock.bind(("127.0.0.1", 0))
web.run_app(make(), sock=sock, print=lambda message: print(sock.getsockname()[1], flush=True))
print("closed", flush=True)
