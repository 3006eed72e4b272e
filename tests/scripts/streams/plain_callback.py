"""The callback of a server may be a plain function, which may start tasks of its own."""
import asyncio

served = []


def connected(reader, writer):
    served.append(asyncio.create_task(answer(reader, writer)))


async def answer(reader, writer):
    name = await reader.readuntil(b".")
    writer.write(b"hello " + name)
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(connected, "127.0.0.1", 0, start_serving=False)
    print(server.is_serving())
    await server.start_serving()
    print(server.is_serving())
    for name in (b"ann.", b"bob."):
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(name)
        print(await reader.read())
        writer.close()
        await writer.wait_closed()
    print([task.done() for task in served])
    server.close()
    server.close()
    await server.wait_closed()


asyncio.run(main())
