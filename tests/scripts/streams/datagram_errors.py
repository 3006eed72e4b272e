"""UDP: errors that come back, endpoints that are connected or closed, waiting datagrams, misuse."""
import asyncio
import socket


class Endpoint(asyncio.DatagramProtocol):
    def __init__(self, name):
        self.name = name
        self.received = asyncio.Queue()
        self.lost = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        print(self.name, "made")

    def datagram_received(self, data, addr):
        self.received.put_nowait((data, addr))

    def error_received(self, exc):
        print(self.name, "error", repr(exc))
        self.received.put_nowait(None)

    def connection_lost(self, exc):
        print(self.name, "lost", exc)
        self.lost.set_result(None)


def attempt(name, function, *args):
    try:
        print(name, function(*args))
    except (TypeError, ValueError, OSError) as error:
        print(name, type(error).__name__, str(error).split(" (")[0].split(" fd=")[0])


async def attempt_await(name, awaitable):
    try:
        print(name, await awaitable)
    except (TypeError, ValueError, OSError) as error:
        print(name, type(error).__name__, str(error).split(" (")[0].split(" fd=")[0])


async def main():
    loop = asyncio.get_running_loop()
    server, there = await loop.create_datagram_endpoint(lambda: Endpoint("server"), local_addr=("127.0.0.1", 0))
    address = server.get_extra_info("sockname")
    client, here = await loop.create_datagram_endpoint(lambda: Endpoint("client"), remote_addr=address)
    print(client.get_extra_info("peername") == address, server.get_extra_info("peername"))
    client.sendto(b"one")
    client.sendto(b"two", address)
    client.sendto(bytearray(b"three"))
    for _ in range(3):
        data, sender = await there.received.get()
        server.sendto(data.upper(), sender)
        print((await here.received.get())[0])
    attempt("other address", client.sendto, b"x", ("127.0.0.1", 1))
    attempt("text", client.sendto, "text")
    attempt("too long", client.sendto, b"x" * 70_000)
    server.close()
    server.close()
    print(server.is_closing())
    await there.lost
    client.sendto(b"nobody")
    print(await here.received.get())
    client.sendto(b"nobody")
    print(await here.received.get())
    client.abort()
    await here.lost
    client.sendto(b"closed")
    await attempt_await("no address", loop.create_datagram_endpoint(asyncio.DatagramProtocol))
    await attempt_await("bad address", loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr="x"))
    await attempt_await("two sorts", loop.create_datagram_endpoint(
        asyncio.DatagramProtocol, local_addr=("127.0.0.1", 0), remote_addr=("::1", 9)))
    taken = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    taken.bind(("127.0.0.1", 0))
    try:
        await loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr=taken.getsockname())
    except OSError as error:
        print(error)
    ready, spare = await loop.create_datagram_endpoint(lambda: Endpoint("given"), sock=taken)
    print(ready.get_extra_info("socket").fileno() == taken.fileno(), ready.get_protocol() is spare)
    ready.close()
    await spare.lost
    print(taken.fileno())
    with socket.socket() as sock:
        await attempt_await("a stream", loop.create_datagram_endpoint(asyncio.DatagramProtocol, sock=sock))
    free, _ = await loop.create_datagram_endpoint(lambda: Endpoint("any family"), family=socket.AF_INET)
    free.close()
    await asyncio.sleep(0)


asyncio.run(main())
