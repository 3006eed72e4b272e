"""A server's day: 100,000 sessions stay connected, and requests come in for one after another of them.

Every request makes garbage (a parsed message, a reply, a future), and some sessions go and new ones come: so the
collector works all the time, with many live objects that it must look at.
"""
import asyncio
from time import perf_counter

SESSIONS = 100_000
REQUESTS = 400_000


class Session:
    def __init__(self, number):
        self.number = number
        self.request = None
        self.seen = 0
        self.last = None

    async def receive(self):
        self.request = asyncio.get_running_loop().create_future()
        return await self.request

    async def serve(self):
        while True:
            message = await self.receive()
            if message is None:
                return self.seen
            self.last = {"session": self.number, "path": message["path"].split("/"), "n": message["n"]}
            self.seen += 1


async def main():
    sessions = [Session(number) for number in range(SESSIONS)]
    tasks = [asyncio.create_task(session.serve()) for session in sessions]
    await asyncio.sleep(0)
    place = 1
    served = 0
    for n in range(REQUESTS):
        place = (place * 48271) % 2147483647
        at = place % SESSIONS
        session = sessions[at]
        if session.request.done():
            await asyncio.sleep(0)
        if n % 20 == 0:
            session.request.set_result(None)
            served += await tasks[at]
            sessions[at] = session = Session(at)
            tasks[at] = asyncio.create_task(session.serve())
            await asyncio.sleep(0)
        else:
            session.request.set_result({"path": "/room/" + str(at), "n": n})
    await asyncio.sleep(0)
    for session in sessions:
        session.request.set_result(None)
    for task in tasks:
        served += await task
    return served


start = perf_counter()
result = asyncio.run(main())
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
