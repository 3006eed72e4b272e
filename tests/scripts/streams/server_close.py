"""Servers: started late, closed with clients, used as a context; ports that are taken."""
import asyncio
import socket


async def attempt(name, awaitable):
    try:
        print(name, await awaitable)
    except (OSError, RuntimeError, ValueError, TypeError) as error:
        print(name, type(error).__name__, error)


async def main():
    loop = asyncio.get_running_loop()
    told = []

    async def serve(reader, writer):
        told.append("client")
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
        told.append("gone")
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, start_serving=False)
    port = server.sockets[0].getsockname()[1]
    print(server.is_serving(), len(server.sockets), type(server.sockets), server.get_loop() is loop)
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as error:
        print(type(error).__name__, str(error).replace(str(port), "PORT"))
    await server.start_serving()
    await server.start_serving()
    print(server.is_serving())
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"one\n")
    print(await reader.readline())
    server.close()
    print(server.is_serving(), server.sockets, repr(server))
    server.close()
    # It listens no more, and still serves whom it has.
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as error:
        print(type(error).__name__)
    writer.write(b"two\n")
    print(await reader.readline())
    writer.write_eof()
    print(await reader.read(), told)
    writer.close()
    await writer.wait_closed()
    print(await server.wait_closed())
    await attempt("start_serving", server.start_serving())
    await attempt("serve_forever", server.serve_forever())

    async with await asyncio.start_server(serve, "127.0.0.1", port) as server:
        print("same port again", server.sockets[0].getsockname()[1] == port)
        try:
            await asyncio.start_server(serve, "127.0.0.1", port)
        except OSError as error:
            print(error.errno, str(error).replace(str(port), "PORT"))
        await attempt("both", asyncio.start_server(serve, "127.0.0.1", 0, sock=server.sockets[0]))
    print(server.sockets, server.is_serving())
    await attempt("nothing", asyncio.start_server(serve))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        try:
            await asyncio.start_server(serve, sock=sock)
        except ValueError as error:
            print(str(error).split(",")[0])
    await attempt("bad ssl", asyncio.start_server(serve, "127.0.0.1", 0, ssl=True))
    listener = socket.create_server(("127.0.0.1", 0))
    server = await asyncio.start_server(serve, sock=listener)
    reader, writer = await asyncio.open_connection(*listener.getsockname())
    writer.write(b"three\n")
    print(await reader.readline(), listener.getblocking(), listener.fileno() >= 0)
    server.close()
    print(listener.fileno())
    writer.close()
    await writer.wait_closed()
    await server.wait_closed()


asyncio.run(main())
