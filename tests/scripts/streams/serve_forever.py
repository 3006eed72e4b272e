"""serve_forever(), cancelled; awaited twice; of a closed server."""
import asyncio


async def serve(reader, writer):
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    task = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(str(error).partition(" is ")[2])
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", repr(error), server.is_serving())
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(error)

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    task = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    server.close()
    try:
        await task
    except asyncio.CancelledError:
        print("closing it cancels it")
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        print(server.is_serving(), server.get_loop() is asyncio.get_running_loop())
    print(server.is_serving())


asyncio.run(main())
