"""add_reader() and add_writer(): replaced, removed, of what is not open, of a transport's own."""
import asyncio
import os
import socket


def attempt(name, function, *args):
    try:
        print(name, function(*args))
    except Exception as error:
        print(name, type(error).__name__, "".join(c for c in str(error).split("<")[0] if not c.isdigit()))


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    for sock in (left, right):
        sock.setblocking(False)
    seen = []
    loop.add_reader(right, seen.append, "first")
    loop.add_reader(right.fileno(), lambda: seen.append(right.recv(10)))
    left.send(b"data")
    await asyncio.sleep(0.02)
    print(seen, loop.remove_reader(right), loop.remove_reader(right))
    loop.add_writer(left, seen.append, "writable")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(seen[-1], loop.remove_writer(left), loop.remove_writer(left))
    attempt("closed", loop.add_reader, -1, print)
    attempt("no descriptor", loop.add_reader, "x", print)
    attempt("remove", loop.remove_reader, 999)
    reader, writer = os.pipe()
    os.write(writer, b"x")
    loop.add_reader(reader, lambda: (seen.append(os.read(reader, 1)), 1 / 0))
    loop.set_exception_handler(lambda loop, context: print(context["message"].split("<")[0], context["exception"]))
    await asyncio.sleep(0.02)
    print(seen[-1])
    os.close(writer)
    loop.remove_reader(reader)
    os.close(reader)
    transport, protocol = await loop.create_connection(asyncio.Protocol, sock=left)
    attempt("of a transport", loop.add_reader, left.fileno(), print)
    attempt("of a transport", loop.remove_writer, left.fileno())
    for name in ("sock_recv", "sock_sendall"):
        try:
            await getattr(loop, name)(left, b"x" if name == "sock_sendall" else 1)
        except RuntimeError as error:
            print(name, str(error).split("<")[0].replace(str(left.fileno()), "N"))
    transport.close()
    right.close()
    await asyncio.sleep(0)


asyncio.run(main())
