"""A server that sends every line back in capitals; three clients at once."""
import asyncio


async def serve(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def client(port, name):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answers = []
    for i in range(3):
        writer.write(f"{name} {i}\n".encode())
        await writer.drain()
        answers.append(await reader.readline())
    writer.close()
    await writer.wait_closed()
    return answers


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    for answers in await asyncio.gather(*[client(port, name) for name in ("ann", "bob", "cyd")]):
        print(answers)
    print(server.is_serving(), len(server.sockets))
    server.close()
    await server.wait_closed()
    print(server.is_serving(), server.sockets, server)


asyncio.run(main())
