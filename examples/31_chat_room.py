"""A chat room: what one says, all others hear.

Each client has a queue of what it is yet to hear, and a task that sends it on. So a slow reader holds up only itself.
"""
import asyncio

room = {}                                           # name -> queue of lines


def tell_others(speaker, line):
    for name, queue in room.items():
        if name != speaker:
            queue.put_nowait(line)


async def send_on(queue, writer):
    while True:
        writer.write(f"{await queue.get()}\n".encode())
        await writer.drain()


async def serve(reader, writer):
    name = (await reader.readline()).decode().strip()
    room[name] = asyncio.Queue()
    sender = asyncio.create_task(send_on(room[name], writer))
    tell_others(name, f"* {name} is here")
    while line := await reader.readline():
        tell_others(name, f"<{name}> {line.decode().strip()}")
    del room[name]
    sender.cancel()
    tell_others(name, f"* {name} is gone")
    writer.close()


class Guest:
    async def enter(self, name, port):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", port)
        self.writer.write(f"{name}\n".encode())
        self.name = name
        return self

    def say(self, text):
        self.writer.write(f"{text}\n".encode())

    async def hear(self):
        print(f"{self.name} hears: {(await self.reader.readline()).decode().strip()}")


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    ann = await Guest().enter("ann", port)
    while "ann" not in room:
        await asyncio.sleep(0)
    bob = await Guest().enter("bob", port)
    await ann.hear()                                # bob is here
    ann.say("hello bob")
    await bob.hear()
    bob.say("hello ann")
    await ann.hear()
    bob.writer.close()
    await ann.hear()                                # bob is gone
    ann.writer.close()
    server.close()


asyncio.run(main())
