"""asyncio.create_subprocess_exec() and create_subprocess_shell()."""
import asyncio
import signal

PIPE = asyncio.subprocess.PIPE


async def attempt(awaitable):
    try:
        print(await awaitable)
    except Exception as error:
        print(type(error).__name__, error)


async def main():
    process = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    print(process.returncode, await process.communicate(b"through cat"), process.returncode)
    process = await asyncio.create_subprocess_shell("echo a; echo b; echo err >&2; exit 4", stdout=PIPE, stderr=PIPE)
    async for line in process.stdout:
        print(line)
    print(await process.stderr.read(), await process.wait())
    process = await asyncio.create_subprocess_exec("sleep", "20")
    process.terminate()
    print(await process.wait() == -signal.SIGTERM)
    for call in (process.kill, process.terminate):
        try:
            call()
        except ProcessLookupError as error:
            print(repr(error))
    await attempt(asyncio.create_subprocess_exec("no-such-program-here"))
    await attempt(asyncio.create_subprocess_exec("echo", 5))
    await attempt(asyncio.create_subprocess_shell(["echo"]))
    await attempt(asyncio.create_subprocess_exec("true", text=True))
    await attempt(asyncio.create_subprocess_exec("true", bufsize=1))

    process = await asyncio.create_subprocess_exec("tr", "a-z", "A-Z", stdin=PIPE, stdout=PIPE)
    for word in (b"one\n", b"two\n"):
        process.stdin.write(word)
    await process.stdin.drain()
    process.stdin.close()
    print(await process.stdout.readline(), await process.stdout.readline(), await process.stdout.readline())
    await process.wait()

    slow = await asyncio.create_subprocess_exec("sleep", "20")
    try:
        await asyncio.wait_for(slow.wait(), 0.05)
    except asyncio.TimeoutError:
        slow.kill()
        print("killed", await slow.wait())

    async def square(n):
        process = await asyncio.create_subprocess_shell(f"echo $(({n} * {n}))", stdout=PIPE)
        return int((await process.communicate())[0])

    print(await asyncio.gather(*[square(n) for n in range(8)]))
    big = b"0123456789" * 100_000
    process = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    out, err = await process.communicate(big)
    print(out == big, err)


asyncio.run(main())
