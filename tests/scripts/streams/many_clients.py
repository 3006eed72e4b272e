"""Two hundred clients at once, each with its own counter: no byte lost or out of order."""
import asyncio

CLIENTS = 200


async def serve(reader, writer):
    while True:
        try:
            head = await reader.readexactly(2)
        except asyncio.IncompleteReadError as error:
            assert error.partial == b""
            break
        body = await reader.readexactly(int.from_bytes(head, "big"))
        writer.write(head + body)
        await writer.drain()
    writer.close()


async def client(port, n):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for i in range(10):
        message = bytes([n % 256, i]) * (i + 1)
        writer.write(len(message).to_bytes(2, "big") + message)
        assert await reader.readexactly(len(message) + 2) == len(message).to_bytes(2, "big") + message
    writer.close()
    await writer.wait_closed()
    return n


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(sum(await asyncio.gather(*[client(port, n) for n in range(CLIENTS)])))
    server.close()
    await server.wait_closed()


asyncio.run(main())
