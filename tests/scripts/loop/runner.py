# asyncio.Runner and the parameters of asyncio.run().
import asyncio


def attempt(what, *arguments, **keywords):
    try:
        print(what(*arguments, **keywords))
    except BaseException as error:
        print(type(error).__name__ + ":", error)


async def answer(value=42):
    return value


async def debug():
    return asyncio.get_running_loop().get_debug()


attempt(asyncio.run)
attempt(asyncio.run, 5)
attempt(asyncio.run, None)
attempt(asyncio.run, 1, 2)
attempt(asyncio.run, 1, wrong=True)
attempt(asyncio.run, debug(), debug=True)
attempt(asyncio.run, debug(), debug=False)
attempt(asyncio.run, debug(), debug=None)
attempt(asyncio.Runner, 1)
attempt(asyncio.Runner, wrong=1)

runner = asyncio.Runner()
print(runner.get_loop() is runner.get_loop(), runner.get_loop().is_running())
attempt(runner.run, answer())
attempt(runner.run, answer("again"))
attempt(runner.run, 5)
attempt(runner.run)
inner = answer()
attempt(runner.run, inner, None)
loop = runner.get_loop()
print(loop.is_closed(), runner.close(), runner.close(), loop.is_closed())
attempt(runner.run, inner)
attempt(runner.get_loop)
attempt(runner.__enter__)
inner.close()

unused = asyncio.Runner()
unused.close()
attempt(unused.get_loop().is_closed)
unused.close()
attempt(unused.get_loop)

with asyncio.Runner(debug=True) as runner:
    print(runner.run(debug()), runner.get_loop().get_debug())
    print(runner.run(answer()))


def factory():
    print("the factory is asked")
    return asyncio.new_event_loop()


with asyncio.Runner(loop_factory=factory) as runner:
    print("entered")
    print(runner.run(answer()))


async def forgets():
    async def forgotten():
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            print("a task that is left over is cancelled")
            raise

    asyncio.create_task(forgotten())
    await asyncio.sleep(0)


with asyncio.Runner() as runner:
    runner.run(forgets())
    print("run() leaves it alone", len(asyncio.all_tasks(runner.get_loop())))

try:
    with asyncio.Runner() as runner:
        runner.run(forgets())
        raise ValueError("in the with block")
except ValueError as error:
    print(error)
