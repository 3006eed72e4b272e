"""loop.sock_...() in more detail: cancelled, closed, blocking, refused; recv_into and datagrams."""
import asyncio
import socket


async def attempt(name, awaitable):
    try:
        print(name, await awaitable)
    except (OSError, ValueError, TypeError) as error:
        print(name, type(error).__name__, error)


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    await attempt("ready at once", loop.sock_sendall(left, b"early"))
    right.setblocking(False)
    left.setblocking(False)
    await attempt("recv", loop.sock_recv(right, 100))
    task = asyncio.create_task(loop.sock_recv(right, 100))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", loop.remove_reader(right))
    task = asyncio.create_task(loop.sock_recv(right, 3))
    await asyncio.sleep(0)
    left.send(b"later")
    print(await task, await loop.sock_recv(right, 100))
    buffer = bytearray(8)
    left.send(b"into")
    await attempt("recv_into", loop.sock_recv_into(right, buffer))
    print(buffer)
    task = asyncio.create_task(loop.sock_recv_into(right, buffer))
    await asyncio.sleep(0)
    left.send(b"again, longer")
    print(await task, buffer, await loop.sock_recv(right, 100))
    big = bytes(range(256)) * 4000

    async def receive():
        got = b""
        while len(got) < len(big):
            got += await loop.sock_recv(right, 65536)
        return got == big

    print(await asyncio.gather(loop.sock_sendall(left, big), receive()))
    right.close()
    await attempt("send to nobody", loop.sock_sendall(left, b"x"))
    await attempt("recv of the end", loop.sock_recv(left, 10))
    left.close()
    await attempt("closed", loop.sock_recv(left, 10))
    first = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    second = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    for sock in (first, second):
        sock.setblocking(False)
        sock.bind(("127.0.0.1", 0))
    await attempt("sendto", loop.sock_sendto(first, b"datagram", second.getsockname()))
    data, address = await loop.sock_recvfrom(second, 100)
    print(data, address == first.getsockname())
    await loop.sock_sendto(second, b"answer", address)
    count, address = await loop.sock_recvfrom_into(first, buffer)
    print(count, buffer, address == second.getsockname())
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    address = listener.getsockname()
    sock = socket.socket()
    sock.setblocking(False)
    try:
        await loop.sock_connect(sock, address)
    except ConnectionRefusedError as error:
        print(str(error).replace(str(address[1]), "PORT"))
    sock.close()
    listener.listen()
    listener.setblocking(False)
    sock = socket.socket()
    sock.setblocking(False)
    (accepted, peer), _ = await asyncio.gather(loop.sock_accept(listener), loop.sock_connect(sock, address))
    print(peer == sock.getsockname(), accepted.getblocking(), accepted.gettimeout())
    for sock in (first, second, sock, accepted, listener):
        sock.close()


asyncio.run(main())
