# bide-only: CPython ships without requests and aiohttp
"""Twenty pages from a server that takes its time: one by one, in threads, in coroutines.

The server answers after a tenth of a second. One by one the waits add up; threads and coroutines wait for all pages at
once. A thread costs a stack, a coroutine a few hundred bytes; the semaphore keeps the crowd at the door small.
"""
import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import aiohttp
import requests
from aiohttp import web

DELAY = 0.1
PAGES = 20


async def page(request):
    await asyncio.sleep(DELAY)
    return web.Response(text=f"page {request.match_info['n']}")


async def serve(started):
    app = web.Application()
    app.add_routes([web.get("/{n}", page)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    started.set_result(runner.addresses[0][1])
    await asyncio.Event().wait()


def one_by_one(urls):
    return [requests.get(url).text for url in urls]


def in_threads(urls):
    with ThreadPoolExecutor(max_workers=len(urls)) as pool:
        return list(pool.map(lambda url: requests.get(url).text, urls))


async def crawl(urls, at_once):
    door = asyncio.Semaphore(at_once)

    async def fetch(session, url):
        async with door, session.get(url) as response:
            return await response.text()

    async with aiohttp.ClientSession() as session:
        return await asyncio.gather(*[fetch(session, url) for url in urls])


def in_coroutines(urls):
    return asyncio.run(crawl(urls, at_once=100))


def main():
    from concurrent.futures import Future
    started = Future()
    threading.Thread(target=lambda: asyncio.run(serve(started)), daemon=True).start()
    urls = [f"http://127.0.0.1:{started.result()}/{n}" for n in range(PAGES)]
    times = {}
    for crawler in (one_by_one, in_threads, in_coroutines):
        start = time.perf_counter()
        pages = crawler(urls)
        times[crawler] = time.perf_counter() - start
        print(f"{crawler.__name__:14} {len(pages)} pages, the last one: {pages[-1]}")
    print("one by one takes at least", PAGES * DELAY, "seconds:", times[one_by_one] >= PAGES * DELAY)
    print("the others are quicker:", times[one_by_one] > max(times[in_threads], times[in_coroutines]))


main()
