# python: 3.13
# The classes of transports and servers, and a server that ends its connections.
import asyncio


class Mine(asyncio.Transport):
    def write(self, data):
        print("written:", data)


def missing(call):
    try:
        call()
    except NotImplementedError as error:
        print("not implemented", error)


async def main():
    mine = Mine({"answer": 42})
    print(mine.get_extra_info("answer"), mine.get_extra_info("question"), mine.get_extra_info("q", "?"))
    mine.writelines([b"a", b"b"])
    missing(mine.close)
    missing(mine.is_reading)
    missing(mine.abort)
    missing(asyncio.AbstractServer().close)
    print([cls.__name__ for cls in Mine.__mro__])
    print(issubclass(asyncio.DatagramTransport, asyncio.Transport),
          issubclass(asyncio.SubprocessTransport, asyncio.BaseTransport))

    async def serve(reader, writer):
        writer.write(b"hello")
        print("server read", await reader.read())

    for end in ("close_clients", "abort_clients"):
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        print(isinstance(server, asyncio.AbstractServer))
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        print(isinstance(writer.transport, asyncio.Transport), isinstance(writer.transport, asyncio.ReadTransport))
        print(await reader.readexactly(5))
        server.close()
        getattr(server, end)()
        await server.wait_closed()
        try:
            print("client read", await reader.read())
        except ConnectionResetError:
            print("reset")
        writer.close()

    transport, protocol = await asyncio.get_running_loop().create_datagram_endpoint(
        asyncio.DatagramProtocol, ("127.0.0.1", 0))
    print(isinstance(transport, asyncio.DatagramTransport), type(transport).__name__)
    transport.close()


asyncio.run(main())
