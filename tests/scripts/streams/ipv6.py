"""Streams, datagrams and names on ::1 where the machine has it."""
import asyncio
import socket


def has_ipv6():
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as sock:
            sock.bind(("::1", 0))
        return True
    except OSError:
        return False


async def echo(reader, writer):
    writer.write(await reader.readline())
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(echo, "::1", 0)
    name = server.sockets[0].getsockname()
    assert len(name) == 4 and name[0] == "::1" and name[2:] == (0, 0), name
    assert server.sockets[0].family == socket.AF_INET6
    reader, writer = await asyncio.open_connection("::1", name[1])
    assert writer.get_extra_info("peername") == name
    assert len(writer.get_extra_info("sockname")) == 4
    writer.write(b"hello\n")
    assert await reader.read() == b"hello\n"
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    try:
        await asyncio.open_connection("::1", name[1])
    except ConnectionRefusedError as error:
        assert str(error) == f"[Errno 111] Connect call failed {name!r}", error
    both = await asyncio.start_server(echo, ["127.0.0.1", "::1"], 0)
    assert sorted(sock.family for sock in both.sockets) == [socket.AF_INET, socket.AF_INET6]
    both.close()
    loop = asyncio.get_running_loop()
    info = await loop.getaddrinfo("::1", 80, type=socket.SOCK_STREAM)
    assert info == [(socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", 80, 0, 0))], info
    received = loop.create_future()

    class Endpoint(asyncio.DatagramProtocol):
        def datagram_received(self, data, address):
            received.set_result((data, address[0], len(address)))

    server_transport, _ = await loop.create_datagram_endpoint(Endpoint, local_addr=("::1", 0))
    client, _ = await loop.create_datagram_endpoint(
        asyncio.DatagramProtocol, remote_addr=server_transport.get_extra_info("sockname")[:2])
    client.sendto(b"datagram")
    assert await received == (b"datagram", "::1", 4)
    client.close()
    server_transport.close()


if has_ipv6():
    asyncio.run(main())
print("checked")
