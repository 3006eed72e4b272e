"""BufferedProtocol: bytes come into a bytearray of the protocol's own."""
import asyncio
import socket


class Receiver(asyncio.BufferedProtocol):
    def __init__(self, size):
        self.buffer = bytearray(size)
        self.seen = []
        self.lost = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        print("made", transport.get_protocol() is self)

    def get_buffer(self, sizehint):
        self.seen.append(sizehint)
        return self.buffer

    def buffer_updated(self, nbytes):
        self.seen.append(bytes(self.buffer[:nbytes]))

    def eof_received(self):
        print("eof")

    def connection_lost(self, error):
        self.lost.set_result(error)


async def run(factory, data=b"0123456789abc"):
    left, right = socket.socketpair()
    loop = asyncio.get_running_loop()
    problems = []
    loop.set_exception_handler(lambda loop, context: problems.append((context["message"], context["exception"])))
    transport, protocol = await loop.create_connection(factory, sock=right)
    left.send(data)
    await asyncio.sleep(0.02)
    left.close()
    print(protocol.seen, repr(await protocol.lost), problems)


class Empty(Receiver):
    def get_buffer(self, sizehint):
        return bytearray()


class Fails(Receiver):
    def buffer_updated(self, nbytes):
        raise ValueError("not these")


class GivesNone(Receiver):
    def get_buffer(self, sizehint):
        raise LookupError("no buffer")


async def main():
    await run(lambda: Receiver(5))
    await run(lambda: Receiver(100))
    await run(lambda: Empty(5))
    await run(lambda: Fails(5))
    await run(lambda: GivesNone(5))
    # Another protocol from the middle on.
    left, right = socket.socketpair()
    loop = asyncio.get_running_loop()
    first = Receiver(100)
    transport, _ = await loop.create_connection(lambda: first, sock=right)
    left.send(b"one")
    await asyncio.sleep(0.02)

    class Plain(asyncio.Protocol):
        def data_received(self, data):
            print("plain", data)

    transport.set_protocol(Plain())
    left.send(b"two")
    await asyncio.sleep(0.02)
    print(first.seen)
    transport.close()
    left.close()
    await asyncio.sleep(0)
    print(issubclass(asyncio.BufferedProtocol, asyncio.BaseProtocol))


asyncio.run(main())
