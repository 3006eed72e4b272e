# bide-only: CPython ships without aiohttp
"""aiohttp's server, word by word: routes, bodies both ways, bad requests, kept connections, streams, what surrounds
handlers, the end."""
import asyncio

from aiohttp import web

events = []


@web.middleware
async def outer(request, handler):
    events.append("outer " + request.path)
    response = await handler(request)
    response.headers["X-Outer"] = "1"
    return response


@web.middleware
async def no_errors(request, handler):
    try:
        return await handler(request)
    except web.HTTPNotFound:
        return web.json_response({"error": "nothing here"}, status=404)


routes = web.RouteTableDef()


@routes.get("/")
async def root(request):
    return web.Response(text="root")


@routes.get("/item/{id}/{name}.txt")
async def item(request):
    return web.json_response(dict(request.match_info))


@routes.get("/files/{tail:.*}")
async def files(request):
    return web.Response(text=request.match_info["tail"])


@routes.route("*", "/any")
async def anything(request):
    return web.Response(text=request.method)


@routes.post("/echo")
async def echo(request):
    return web.Response(body=await request.read(), content_type=request.content_type)


@routes.post("/form")
async def form(request):
    fields = await request.post()
    return web.Response(text=f"{fields['a']} {fields.getall('a')} {fields.get('b')}")


@routes.post("/json")
async def echo_json(request):
    return web.json_response(await request.json())


@routes.get("/query")
async def query(request):
    return web.Response(text=f"{request.query.get('a')} {request.query.getall('a', [])} {request.query_string}")


@routes.get("/stream")
async def stream(request):
    response = web.StreamResponse(headers={"Content-Type": "text/plain"})
    await response.prepare(request)
    for n in range(3):
        await response.write(b"part %d\n" % n)
    await response.write_eof()
    return response


@routes.get("/cookie")
async def cookie(request):
    response = web.Response(text=request.cookies.get("a", "none"))
    response.set_cookie("b", "2", max_age=5)
    return response


@routes.get("/raise/{code}")
async def raise_code(request):
    raise {"201": web.HTTPCreated(), "204": web.HTTPNoContent(), "302": web.HTTPFound("/"),
           "403": web.HTTPForbidden(text="keep out"), "503": web.HTTPServiceUnavailable()}[request.match_info["code"]]


@routes.get("/not-a-response")
async def not_a_response(request):
    return "text"


async def context(app):
    events.append("context in")
    yield
    events.append("context out")


async def on_startup(app):
    events.append("startup")


async def on_shutdown(app):
    events.append("shutdown")


async def on_cleanup(app):
    events.append("cleanup")


def shown(answer):
    lines = [line for line in answer.decode("latin-1").split("\r\n")
             if not line.startswith(("Date:", "Server:"))]
    return "\n    ".join(lines)


async def talk(port, *parts, pause=0.02):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for part in parts:
        writer.write(part)
        await asyncio.sleep(pause)
    writer.write_eof()
    answer = await asyncio.wait_for(reader.read(), 5)
    writer.close()
    print(b"".join(parts)[:60], "\n   ", shown(answer))


async def main():
    app = web.Application(middlewares=[outer, no_errors], client_max_size=1000)
    app.add_routes(routes)
    app.cleanup_ctx.append(context)
    app.on_startup.append(on_startup)
    app.on_shutdown.append(on_shutdown)
    app.on_cleanup.append(on_cleanup)
    app["shared"] = 1
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]

    for path in (b"/", b"/item/7/a%20b.txt", b"/item/7/.txt", b"/item/7", b"/files/a/b/c", b"/files/", b"/none", b"/any",
                 b"/query?a=1&a=2&b=%20", b"/raise/201", b"/raise/204", b"/raise/302", b"/raise/403", b"/raise/503",
                 b"/stream", b"/"):
        await talk(port, b"GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n" % path, pause=0)
    print(events)
    await talk(port, b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab")
    await talk(port, b"HEAD / HTTP/1.1\r\nHost: x\r\n\r\n", b"PURGE /any HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    await talk(port, b"GET / HTTP/1.0\r\n\r\n")
    await talk(port, b"GET /stream HTTP/1.0\r\n\r\n")
    await talk(port, b"GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET / HTTP/1.0\r\n\r\n")
    await talk(port, b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET /any HTTP/1.1\r\nHost: x\r\n\r\n")
    await talk(port, b"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nab",
               b"c\r\n", b"2;x=y\r\nde\r\n0\r\nTrailer: x\r\n\r\n")
    await talk(port, b"POST /form HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 11\r\n"
               b"Content-Type: application/x-www-form-urlencoded\r\n\r\na=1&a=2&b=+")
    await talk(port, b"POST /json HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 8\r\n\r\n{\"a\": 1}")
    await talk(port, b"POST /json HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n", b"[]",
               b"GET /cookie HTTP/1.1\r\nHost: x\r\nCookie: a=1; z=2\r\nConnection: close\r\n\r\n")
    await talk(port, b"POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1001\r\n\r\n" + b"x" * 1001)
    await talk(port, b"GET /\r\n\r\n")
    await talk(port, b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: ten\r\n\r\n")
    await talk(port, b"GET / HTTP/1.1\r\nno colon\r\n\r\n")
    await talk(port, b"GET / HTTP/1.1\n\nGET /any HTTP/1.1\r\nConnection: close\r\n\r\n")
    await talk(port, b"GET / HTTP/1.1\r\nHo")
    await talk(port)

    for what, attempt in (("keyword", lambda: web.Application(nonsense=1)), ("route", lambda: web.get("/", root, nonsense=1)),
                          ("path", lambda: web.get("no-slash", root)), ("body", lambda: web.Response(text=b"x")),
                          ("both", lambda: web.Response(text="x", body=b"x")),
                          ("regex", lambda: web.get("/{n:[0-9]+}", root)),
                          ("charset", lambda: web.Response(content_type="text/html; charset=utf-8"))):
        try:
            attempt()
        except Exception as error:
            print(what, type(error).__name__, error)
    await runner.cleanup()
    print(events[-3:])


asyncio.run(main())
