"""A server that runs out of descriptors says so, and accepts again when there are some."""
import subprocess
import sys

PROGRAM = """
import asyncio

async def serve(reader, writer):
    writer.write(await reader.readline())
    await writer.drain()
    writer.close()

async def main():
    reports = []
    asyncio.get_running_loop().set_exception_handler(
        lambda loop, context: reports.append((context["message"], context["exception"].errno)))
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    place = server.sockets[0].getsockname()
    clients = []
    try:
        while True:
            clients.append(await asyncio.open_connection(*place))
    except OSError as error:
        print("client:", error.errno)
    while not reports:
        await asyncio.sleep(0.01)
    print("server:", reports[0])
    for _, writer in clients:
        writer.close()
    while True:
        await asyncio.sleep(0.05)
        try:
            reader, writer = await asyncio.open_connection(*place)
            break
        except OSError:
            pass
    writer.write(b"again")
    writer.write_eof()
    print(await reader.read())
    writer.close()
    server.close()

asyncio.run(main())
"""
done = subprocess.run(["sh", "-c", 'ulimit -n 64; exec "$0" -c "$1"', sys.executable, PROGRAM], stdout=subprocess.PIPE)
print(done.returncode, done.stdout)
