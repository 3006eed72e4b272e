"""A server and its clients in one loop: every line comes back in capitals.

start_server() calls the coroutine function for every client that connects, each call in a task of its own. Reading
waits without holding up anybody else.
"""
import asyncio


async def serve(reader, writer):
    while line := await reader.readline():          # b"" is the end of the connection
        writer.write(line.upper())
        await writer.drain()                        # waits while the client reads too slowly
    writer.close()


async def client(name, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answers = []
    for word in ("hello", "how are you", "bye"):
        writer.write(f"{name}: {word}\n".encode())
        await writer.drain()
        answers.append((await reader.readline()).decode().strip())
    writer.close()
    await writer.wait_closed()
    return answers


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)   # port 0: any that is free
    port = server.sockets[0].getsockname()[1]
    for answers in await asyncio.gather(client("ann", port), client("bob", port)):
        print(answers)
    server.close()
    await server.wait_closed()


asyncio.run(main())
