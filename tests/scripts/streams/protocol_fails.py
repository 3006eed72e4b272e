"""Exceptions in a protocol's methods go to the loop's handler, and end the connection."""
import asyncio


class Bad(asyncio.Protocol):
    def connection_lost(self, exc):
        print("server lost:", repr(exc))

    def data_received(self, data):
        raise ValueError(data)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], repr(context["exception"])))
    server = await loop.create_server(Bad, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"x")
    print(await reader.read())
    writer.close()
    server.close()
    await asyncio.sleep(0.05)


asyncio.run(main())
