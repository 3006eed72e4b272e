"""Transports and protocols by hand: the order of the calls."""
import asyncio


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        print("server: connection_made")
        self.transport = transport

    def data_received(self, data):
        print("server:", data)
        self.transport.write(data[::-1])

    def eof_received(self):
        print("server: eof_received")

    def connection_lost(self, exc):
        print("server: connection_lost", exc)


class Client(asyncio.Protocol):
    def __init__(self, ended):
        self.ended = ended

    def connection_made(self, transport):
        print("client: connection_made", transport.get_protocol() is self, transport.is_reading())
        transport.write(b"hello")

    def data_received(self, data):
        print("client:", data)
        self.ended.set_result("answered")

    def connection_lost(self, exc):
        print("client: connection_lost", exc)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "127.0.0.1", 0)
    ended = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client(ended), *server.sockets[0].getsockname())
    print("connected", isinstance(protocol, Client), transport.is_closing(), transport.get_write_buffer_size())
    print(await ended)
    transport.pause_reading()
    print(transport.is_reading())
    transport.resume_reading()
    transport.close()
    transport.close()
    print(transport.is_closing(), transport.is_reading())
    for bad in ("text", 1, None):
        try:
            transport.write(bad)
        except TypeError as error:
            print(error)
    await asyncio.sleep(0.05)
    server.close()
    print(transport.get_extra_info("nothing"), transport.get_extra_info("nothing", "else"))


asyncio.run(main())
