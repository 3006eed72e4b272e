"""UDP: an endpoint that answers, one that asks; errors of use."""
import asyncio


class Answer(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        print("asked:", data)
        self.transport.sendto(data.upper(), addr)


class Ask(asyncio.DatagramProtocol):
    def __init__(self):
        self.answers = asyncio.Queue()

    def connection_made(self, transport):
        print("asking", transport.get_extra_info("peername") is not None)

    def datagram_received(self, data, addr):
        self.answers.put_nowait(data)

    def connection_lost(self, exc):
        print("lost", exc)


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Answer, local_addr=("127.0.0.1", 0))
    place = server.get_extra_info("sockname")
    client, protocol = await loop.create_datagram_endpoint(Ask, remote_addr=place)
    for word in (b"one", b"two"):
        client.sendto(word)
        print("answer:", await protocol.answers.get())
    try:
        client.sendto("text")
    except TypeError as error:
        print(error)
    try:
        client.sendto(b"x", ("127.0.0.2", 1))
    except ValueError as error:
        print(str(error).startswith("Invalid address: must be None or"))
    client.close()
    server.abort()
    print(client.is_closing(), server.is_closing())
    await asyncio.sleep(0.01)


asyncio.run(main())
