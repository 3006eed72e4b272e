# bide: --virtual-time
"""When is a queue done? Not when it is empty: when everything that was taken out has been dealt with.

Every `put` counts up, every `task_done` counts down, and `join` waits for zero. So a worker may put new work into the
queue while it does its own, as this one does that follows links from page to page: `join` waits for those as well. And
`task_done` belongs into a `finally`: look at the page that is missing.
"""
import asyncio
import time

START = time.perf_counter()


def log(*words):
    print("%4.1f " % (time.perf_counter() - START), *words)


SITE = {
    "home": ["news", "about"],
    "news": ["today", "yesterday", "home"],
    "about": ["people", "missing"],
    "today": [],
    "yesterday": ["today"],
    "people": ["home"],
}


async def crawler(name, queue, seen):
    while True:
        page = await queue.get()
        try:
            await asyncio.sleep(1)
            links = [link for link in SITE[page] if link not in seen]
            log(name, "read", page, "and found", links)
            for link in links:
                seen.add(link)
                queue.put_nowait(link)
        except KeyError as error:
            log(name, "found no page", error)
        finally:
            queue.task_done()


async def main():
    queue = asyncio.Queue()
    seen = {"home"}
    queue.put_nowait("home")
    crawlers = [asyncio.create_task(crawler(name, queue, seen)) for name in ("a", "b")]
    await asyncio.sleep(0.5)
    log("half a second: the queue is empty:", queue.empty(), "- but not done")
    await queue.join()
    log("done:", len(seen), "pages")
    for task in crawlers:
        task.cancel()


asyncio.run(main())
