"""Clients of an echo server, all at once: each sends a line, reads its echo, compares every byte, and goes on.

usage: echo_clients.py PORT CLIENTS SECONDS

Lines differ in length and carry the client's number and their own, so one that is lost, doubled, late or another
client's is found. Prints how many came back.
"""
import asyncio
import sys
from time import monotonic

FILLING = b"The quick brown fox jumps over the lazy dog. " * 10


async def client(port, number, end):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    count = 0
    while monotonic() < end:
        line = b"%d %d %b\n" % (number, count, FILLING[:(number * 7 + count * 13) % 400])
        writer.write(line)
        answer = await reader.readexactly(len(line))
        if answer != line:
            raise SystemExit(f"client {number} sent {line!r}\nand received {answer!r}")
        count += 1
    writer.write_eof()
    if rest := await reader.read():
        raise SystemExit(f"client {number} received {rest!r} when all was done")
    writer.close()
    return count


async def main():
    port, clients, seconds = map(int, sys.argv[1:])
    end = monotonic() + seconds
    print(sum(await asyncio.gather(*[client(port, number, end) for number in range(clients)])))


asyncio.run(main())
