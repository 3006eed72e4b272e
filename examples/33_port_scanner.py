"""Which ports of this machine answer? A hundred at a time are tried.

A connection that nobody accepts is refused at once on loopback; on a network one waits for an answer that may never
come: hence the timeout.
"""
import asyncio


async def is_open(port, door):
    async with door:
        try:
            _, writer = await asyncio.wait_for(asyncio.open_connection("127.0.0.1", port), 1)
        except (OSError, asyncio.TimeoutError):
            return False
        writer.close()
        return True


async def scan(ports):
    door = asyncio.Semaphore(100)
    answers = await asyncio.gather(*[is_open(port, door) for port in ports])
    return [port for port, answer in zip(ports, answers) if answer]


async def main():
    async def hang_up(reader, writer):
        writer.close()

    servers = [await asyncio.start_server(hang_up, "127.0.0.1", 0) for _ in range(3)]
    mine = sorted(server.sockets[0].getsockname()[1] for server in servers)
    ports = sorted({near for port in mine for near in range(port - 50, port + 51) if near < 65536})
    found = await scan(ports)
    print("of", len(ports) > 100 and "more than a hundred", "ports, mine are found:", set(mine) <= set(found))
    for server in servers:
        server.close()
    print("closed, they are gone:", not set(mine) & set(await scan(mine)))


asyncio.run(main())
