"""Connects that nobody answers, and those that are given up."""
import asyncio
import socket

# A listener whose queue is full answers nobody.
full = socket.socket()
full.bind(("127.0.0.1", 0))
full.listen(0)
address = full.getsockname()
queued = []
for _ in range(4):
    sock = socket.socket()
    sock.setblocking(False)
    sock.connect_ex(address)
    queued.append(sock)


def blocking():
    sock = socket.socket()
    sock.settimeout(0.1)
    try:
        sock.connect(address)
    except TimeoutError as error:
        print("connect", repr(error), isinstance(error, OSError), error.errno)
    print("connect_ex", sock.connect_ex(address) != 0)
    sock.close()
    try:
        socket.create_connection(address, timeout=0.1)
    except TimeoutError as error:
        print("create_connection", repr(error))


async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.wait_for(asyncio.open_connection(*address), 0.1)
    except TimeoutError as error:
        print("open_connection", repr(error))
    try:
        async with asyncio.timeout(0.1):
            await asyncio.open_connection(*address)
    except TimeoutError as error:
        print("timeout block", repr(error))
    sock = socket.socket()
    sock.setblocking(False)
    task = asyncio.create_task(loop.sock_connect(sock, address))
    await asyncio.sleep(0.05)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("sock_connect is cancelled", loop.remove_writer(sock.fileno()))
    sock.close()


blocking()
asyncio.run(main())
for sock in queued:
    sock.close()
left, right = socket.socketpair()
left.settimeout(0.05)
for name in ("recv", "recvfrom"):
    try:
        getattr(left, name)(10)
    except TimeoutError as error:
        print(name, repr(error))
try:
    while True:
        left.sendall(b"x" * 100_000)
except TimeoutError as error:
    print("sendall", repr(error))
left.setblocking(False)
try:
    left.recv(10)
except BlockingIOError as error:
    print(repr(error))
