"""A peer that does not read: drain() waits, and no more than the high-water mark waits in memory."""
import asyncio


async def main():
    go_on = asyncio.Event()
    done = asyncio.Event()
    received = 0

    async def serve(reader, writer):
        nonlocal received
        await go_on.wait()
        while data := await reader.read(65536):
            received += len(data)
        writer.close()
        done.set()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(writer.transport.get_write_buffer_limits())
    writer.transport.set_write_buffer_limits(high=100_000, low=1000)
    print(writer.transport.get_write_buffer_limits())
    sent = 0
    stuck = False
    while not stuck:
        writer.write(b"x" * 50_000)
        sent += 50_000
        try:
            await asyncio.wait_for(writer.drain(), 0.2)
        except asyncio.TimeoutError:
            stuck = True
    size = writer.transport.get_write_buffer_size()
    print("stuck:", 100_000 < size <= 150_000)
    go_on.set()
    await writer.drain()
    print("flows:", writer.transport.get_write_buffer_size() <= 1000)
    writer.close()
    await writer.wait_closed()
    await done.wait()
    print("all there:", received == sent)
    server.close()
    for limits in ({"high": 1, "low": 2}, {"low": -1}):
        try:
            writer.transport.set_write_buffer_limits(**limits)
        except ValueError as error:
            print(error)
    writer.transport.set_write_buffer_limits(low=10)
    print(writer.transport.get_write_buffer_limits())


asyncio.run(main())
