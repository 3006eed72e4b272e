"""write_eof(): the other side sees the end and may still answer."""
import asyncio


async def serve(reader, writer):
    data = await reader.read()
    print("server has", data, reader.at_eof())
    writer.write(b"%d bytes" % len(data))
    writer.close()


async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        print(writer.can_write_eof(), writer.is_closing())
        writer.writelines([b"some ", b"words"])
        writer.write_eof()
        try:
            writer.write(b"more")
        except RuntimeError as error:
            print(error)
        print(await reader.read())
        writer.close()
        print(writer.is_closing())
        writer.write_eof()
        await writer.wait_closed()


asyncio.run(main())
