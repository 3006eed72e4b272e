"""Refused, reset and broken connections; writing to one that is lost; bad arguments."""
import asyncio
import socket


async def attempt(awaitable):
    try:
        await awaitable
        print("no error")
    except Exception as error:
        print(type(error).__name__, str(error).replace(str(port), "PORT"))


async def main():
    global port
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    await attempt(asyncio.open_connection("127.0.0.1", port))
    await attempt(asyncio.open_connection())
    await attempt(asyncio.open_connection("127.0.0.1", port, sock=probe))
    await attempt(asyncio.start_server(print))
    await attempt(asyncio.open_connection("127.0.0.1", 70000))

    async def reset(reader, writer):
        await reader.read(1)
        sock = writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct_linger)
        writer.transport.abort()

    struct_linger = bytes([1, 0, 0, 0, 0, 0, 0, 0])
    server = await asyncio.start_server(reset, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"x")
    await attempt(reader.read())
    await attempt(writer.drain())
    await attempt(writer.wait_closed())
    writer.write(b"lost")
    await attempt(writer.drain())
    print(reader.exception(), writer.is_closing())
    writer.close()
    server.close()


port = 0
asyncio.run(main())
