"""loop.sock_recv() and its kin on plain sockets."""
import asyncio
import socket


async def serve(loop, listener):
    connection, _ = await loop.sock_accept(listener)
    while data := await loop.sock_recv(connection, 100):
        await loop.sock_sendall(connection, b"<" + data + b">")
    connection.close()


async def talk():
    loop = asyncio.get_running_loop()
    listener = socket.create_server(("127.0.0.1", 0))
    listener.setblocking(False)
    task = asyncio.create_task(serve(loop, listener))
    sock = socket.socket()
    sock.setblocking(False)
    await loop.sock_connect(sock, listener.getsockname())
    for word in (b"a", b"bc"):
        await loop.sock_sendall(sock, word)
        print(await loop.sock_recv(sock, 100))
    reading = asyncio.create_task(loop.sock_recv(sock, 10))
    await asyncio.sleep(0)
    reading.cancel()
    try:
        await reading
    except asyncio.CancelledError:
        print("cancelled")
    print(loop.remove_reader(sock))
    sock.close()
    await task
    listener.close()
    left, right = socket.socketpair()
    left.setblocking(False)
    right.setblocking(False)
    big = bytes(range(256)) * 4000
    sending = asyncio.create_task(loop.sock_sendall(left, big))
    got = b""
    while len(got) < len(big):
        got += await loop.sock_recv(right, 100_000)
    await sending
    print(got == big)
    left.close()
    right.close()


asyncio.run(talk())
