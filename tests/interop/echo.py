"""A server that sends back every line in capitals: its port is the first line it prints. It ends after so many connections."""
import asyncio
import sys


async def main():
    done = asyncio.Queue()

    async def answer(reader, writer):
        async for line in reader:
            writer.write(line.upper())
        writer.close()
        await writer.wait_closed()
        done.put_nowait(None)

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        print(server.sockets[0].getsockname()[1], flush=True)
        for _ in range(int(sys.argv[1])):
            await done.get()


asyncio.run(main())
