"""crawl_aiohttp COUNT AT_ONCE: COUNT pages, AT_ONCE at a time, of a server in another process that answers after 100 ms.
Server and client are aiohttp's."""
import asyncio
import subprocess
import sys
import time

import aiohttp
from aiohttp import web


async def page(request):
    await asyncio.sleep(0.1)
    return web.Response(text=f"page {request.match_info['n']}")


async def serve():
    app = web.Application()
    app.add_routes([web.get("/{n}", page)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


async def crawl(port, count, at_once):
    door = asyncio.Semaphore(at_once)

    async def one(session, n):
        async with door, session.get(f"http://127.0.0.1:{port}/{n}") as response:
            return await response.text()

    async with aiohttp.ClientSession() as session:
        start = time.perf_counter()
        pages = await asyncio.gather(*[one(session, n) for n in range(count)])
        seconds = time.perf_counter() - start
    assert pages == [f"page {n}" for n in range(count)]
    print("seconds", seconds)


if sys.argv[1] == "serve":
    asyncio.run(serve())
else:
    with subprocess.Popen([sys.executable, __file__, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        asyncio.run(crawl(int(server.stdout.readline()), int(sys.argv[1]), int(sys.argv[2])))
        server.stdin.close()
