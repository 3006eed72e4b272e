"""Megabytes in one write arrive whole; a slow reader holds the sender back."""
import asyncio


async def main():
    data = bytes(range(251)) * 20_000
    finished = asyncio.Event()

    async def serve(reader, writer):
        writer.write(data)
        writer.write_eof()
        await writer.drain()
        writer.close()
        await writer.wait_closed()
        finished.set()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname(), limit=1000)
    got = []
    while part := await reader.read(7777):
        got.append(part)
    print(b"".join(got) == data, max(map(len, got)) <= 7777)
    writer.close()
    await finished.wait()
    server.close()


asyncio.run(main())
