"""StreamWriter: what it answers, and what it refuses."""
import asyncio
import socket


def attempt(name, function, *args):
    try:
        print(name, function(*args))
    except Exception as error:
        print(name, type(error).__name__, error)


async def attempt_await(name, awaitable):
    try:
        print(name, await awaitable)
    except Exception as error:
        print(name, type(error).__name__, error)


async def main():
    received = asyncio.Queue()

    async def serve(reader, writer):
        received.put_nowait((reader, writer))

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    peer_reader, peer_writer = await received.get()
    print(writer.is_closing(), writer.can_write_eof())
    print(writer.get_extra_info("peername") == address, writer.get_extra_info("nothing"),
          writer.get_extra_info("nothing", "else"))
    sock = writer.get_extra_info("socket")
    print(sock.getsockname() == peer_writer.get_extra_info("peername"), sock.family, sock.type, sock.proto)
    for data in ("text", None, 3, [b"list"]):
        attempt("write", writer.write, data)
    writer.write(bytearray(b"array "))
    writer.writelines([b"one ", b"two ", b"three"])
    attempt("writelines", writer.writelines, [b"a", "b"])
    attempt("writelines", writer.writelines, 3)
    writer.write(b"")
    await attempt_await("drain", writer.drain())
    writer.write_eof()
    attempt("write_eof", writer.write_eof)
    attempt("write after write_eof", writer.write, b"x")
    print(await peer_reader.read(), peer_reader.at_eof())
    transport = writer.transport
    print(transport.get_write_buffer_size(), transport.get_write_buffer_limits(), transport.is_reading())
    for limits in ((10, 20), (None, 100), (1000,), (0,), (-1,)):
        attempt("limits", transport.set_write_buffer_limits, *limits)
        print(transport.get_write_buffer_limits())
    transport.pause_reading()
    print(transport.is_reading())
    transport.pause_reading()
    transport.resume_reading()
    transport.resume_reading()
    print(transport.is_reading())
    peer_writer.close()
    print(peer_writer.is_closing())
    peer_writer.close()
    await attempt_await("drain of a closed one", peer_writer.drain())
    await attempt_await("wait_closed", peer_writer.wait_closed())
    await attempt_await("wait_closed again", peer_writer.wait_closed())
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    attempt("write to a closed one", writer.write, b"x")
    await attempt_await("drain", writer.drain())
    print(writer.get_extra_info("socket") is not None, transport.is_closing())

    reader, writer = await asyncio.open_connection(*address)
    peer_reader, peer_writer = await received.get()
    writer.write(b"x" * 10_000_000)
    writer.transport.abort()
    await attempt_await("wait_closed after abort", writer.wait_closed())
    await attempt_await("read of aborted", reader.read())
    try:
        await peer_reader.readexactly(10_000_000)
    except asyncio.IncompleteReadError as error:
        print("peer", len(error.partial) < error.expected)
    peer_writer.close()
    await attempt_await("peer closed", peer_writer.wait_closed())

    reader, writer = await asyncio.open_connection(*address, limit=10)
    peer_reader, peer_writer = await received.get()
    peer_writer.write(b"0123456789abcdef\nnext\n")
    await attempt_await("long line", reader.readline())
    await attempt_await("next line", reader.readline())
    peer_writer.write(b"0123456789abcdef")
    await attempt_await("readuntil", reader.readuntil(b";"))
    await attempt_await("after", reader.read(100))
    peer_writer.close()
    writer.close()
    server.close()


asyncio.run(main())
