"""crawl_streams COUNT AT_ONCE: COUNT pages, AT_ONCE at a time, of a server in another process that answers after 100 ms.
Server and client speak HTTP over streams; connections are kept."""
import asyncio
import subprocess
import sys
import time


async def answer(reader, writer):
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            await asyncio.sleep(0.1)
            page = b"page " + head.split(b" ", 2)[1]
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(page), page))
            await writer.drain()
    except asyncio.IncompleteReadError:
        writer.close()


async def serve():
    server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)


async def fetch(port, path, idle):
    if idle:
        reader, writer = idle.pop()
    else:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" % path.encode())
    head = await reader.readuntil(b"\r\n\r\n")
    length = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
    page = await reader.readexactly(int(length))
    idle.append((reader, writer))
    return page


async def crawl(port, count, at_once):
    door = asyncio.Semaphore(at_once)
    idle = []

    async def one(n):
        async with door:
            return await fetch(port, f"/{n}", idle)

    start = time.perf_counter()
    pages = await asyncio.gather(*[one(n) for n in range(count)])
    seconds = time.perf_counter() - start
    assert pages == [b"page /%d" % n for n in range(count)]
    for _, writer in idle:
        writer.close()
    print("seconds", seconds)


if sys.argv[1] == "serve":
    asyncio.run(serve())
else:
    with subprocess.Popen([sys.executable, __file__, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        asyncio.run(crawl(int(server.stdout.readline()), int(sys.argv[1]), int(sys.argv[2])))
        server.stdin.close()
