"""Names are resolved off the loop's thread: the loop ticks on meanwhile."""
import asyncio
import socket
import threading
import time

threads = []


def slowly(*args, **kwargs):
    threads.append(threading.current_thread() is threading.main_thread())
    time.sleep(0.1)
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", args[1]))]


async def ticks(count):
    for _ in range(count):
        await asyncio.sleep(0.01)
    return "ticked on"


async def main():
    loop = asyncio.get_running_loop()
    info = await loop.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM)
    print(info == [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 80))])
    print((await loop.getaddrinfo("127.0.0.1", "http", family=socket.AF_INET, type=socket.SOCK_STREAM))[0][4])
    print(await loop.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
    try:
        await loop.getaddrinfo("no-such-host.invalid", 80)
    except socket.gaierror as error:
        print(type(error).__mro__[1].__name__, error.args[0] < 0)
    try:
        await asyncio.open_connection("no-such-host.invalid", 80)
    except OSError as error:
        print(type(error).__name__)
    try:
        await loop.getaddrinfo("127.0.0.1", "no-such-service")
    except socket.gaierror as error:
        print(error)

    server = await asyncio.start_server(lambda r, w: w.close(), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    before, socket.getaddrinfo = socket.getaddrinfo, slowly
    try:
        (reader, writer), said = await asyncio.gather(asyncio.open_connection("slow.example", port), ticks(5))
    finally:
        socket.getaddrinfo = before
    print(said, threads, await reader.read())
    writer.close()
    server.close()


asyncio.run(main())
