# bide: --virtual-time
"""A pool of workers that can be shut down gracefully: finish what was accepted, accept nothing more.

One None for each worker, at the end of the queue, tells them to go home: what stands before it is still done. If that
takes too long, those who are left are cancelled; look at the job that gives its work back. Compare when the jobs end
that were submitted before the shutdown, and what becomes of the one after it.
"""
import asyncio
import time

START = time.perf_counter()


def log(*words):
    print("%4.1f " % (time.perf_counter() - START), *words)


class Pool:
    def __init__(self, size):
        self.queue = asyncio.Queue()
        self.open = True
        self.workers = [asyncio.create_task(self.work(n), name="worker %d" % n) for n in range(1, size + 1)]

    def submit(self, name, seconds):
        if not self.open:
            raise RuntimeError("the pool is closed")
        self.queue.put_nowait((name, seconds))

    async def work(self, n):
        log("worker", n, "begins")
        while (job := await self.queue.get()) is not None:
            name, seconds = job
            try:
                await asyncio.sleep(seconds)
                log("worker", n, "did", name)
            except asyncio.CancelledError:
                log("worker", n, "gives back", name)
                raise
        log("worker", n, "goes home")

    async def shutdown(self, patience):
        self.open = False
        for _ in self.workers:
            self.queue.put_nowait(None)
        log("no more work is accepted")
        done, late = await asyncio.wait(self.workers, timeout=patience)
        for worker in late:
            log(worker.get_name(), "is sent home")
            worker.cancel()
        await asyncio.gather(*self.workers, return_exceptions=True)
        log("closed:", len(done), "went by themselves,", len(late), "were sent")


async def main():
    pool = Pool(3)
    for n, seconds in enumerate((1, 2, 1, 3, 1, 9), 1):
        pool.submit("job %d" % n, seconds)
    await asyncio.sleep(1.5)
    stopping = asyncio.create_task(pool.shutdown(patience=5))
    await asyncio.sleep(0)
    try:
        pool.submit("job 7", 1)
    except RuntimeError as error:
        log("job 7:", error)
    await stopping


asyncio.run(main())
