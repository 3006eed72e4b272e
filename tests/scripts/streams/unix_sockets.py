"""Servers and connections at a path; a socket that is left over is replaced."""
import asyncio
import socket

path = "\0bide-test-" + str(id(asyncio)) + str(hash("x"))


async def serve(reader, writer):
    writer.write(b"got " + await reader.readline())
    writer.close()


async def main():
    server = await asyncio.start_unix_server(serve, path)
    print(server.sockets[0].family == socket.AF_UNIX)
    reader, writer = await asyncio.open_unix_connection(path)
    writer.write(b"a line\n")
    print(await reader.read())
    print(repr(writer.get_extra_info("peername"))[:12])
    writer.close()
    await writer.wait_closed()
    server.close()
    try:
        await asyncio.open_unix_connection("/no/such/socket")
    except OSError as error:
        print(type(error).__name__, error.errno)
    for arguments in ({}, {"path": "x", "sock": 1}):
        try:
            await asyncio.open_unix_connection(**arguments)
        except ValueError as error:
            print(error)


asyncio.run(main())
