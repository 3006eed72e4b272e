"""Clients that vanish: reset in the midst of a line, of a read, of a write; half a message; and what others then see."""
import asyncio
import socket


def reset(sock):
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0" + bytes(4))
    sock.close()


async def attempt(name, awaitable):
    try:
        print(name, await awaitable)
    except (OSError, asyncio.IncompleteReadError) as error:
        print(name, type(error).__name__, error)


async def main():
    accepted = asyncio.Queue()
    server = await asyncio.start_server(lambda r, w: accepted.put_nowait((r, w)), "127.0.0.1", 0)
    address = server.sockets[0].getsockname()

    async def connect():
        sock = socket.socket()
        sock.connect(address)
        return sock, *await accepted.get()

    for name, read in (("readline", lambda r: r.readline()), ("read", lambda r: r.read()),
                       ("readexactly", lambda r: r.readexactly(100)), ("readuntil", lambda r: r.readuntil(b";"))):
        sock, reader, writer = await connect()
        sock.sendall(b"half a line")
        await asyncio.sleep(0.01)
        sock.close()
        await attempt(f"closed, {name}", read(reader))
        writer.close()
        await attempt("wait_closed", writer.wait_closed())
        sock, reader, writer = await connect()
        sock.sendall(b"half a line")
        await asyncio.sleep(0.01)
        reset(sock)
        await attempt(f"reset, {name}", read(reader))
        await attempt("again", reader.read())
        print(reader.at_eof(), type(reader.exception()).__name__)
        await attempt("drain", writer.drain())
        writer.write(b"x")
        writer.close()
        await attempt("wait_closed", writer.wait_closed())

    sock, reader, writer = await connect()
    writer.write(b"x" * 10_000_000)
    drain = asyncio.create_task(writer.drain())
    await asyncio.sleep(0.01)
    reset(sock)
    await attempt("reset while draining", drain)
    await attempt("wait_closed", writer.wait_closed())
    sock, reader, writer = await connect()
    sock.close()
    await asyncio.sleep(0.01)
    for _ in range(6):
        writer.write(b"to nobody")
        await asyncio.sleep(0.005)
    await attempt("drain", writer.drain())
    print(writer.is_closing())
    writer.close()
    await attempt("wait_closed", writer.wait_closed())
    server.close()
    await server.wait_closed()


asyncio.run(main())
