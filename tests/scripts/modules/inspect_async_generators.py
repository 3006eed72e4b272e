# getasyncgenstate() and getasyncgenlocals(); markcoroutinefunction().
# python: 3.13
import asyncio
import inspect


async def numbers(n):
    for i in range(n):
        print("inside", inspect.getasyncgenstate(them))
        yield i


async def main():
    global them
    them = numbers(2)
    print(inspect.getasyncgenstate(them), inspect.getasyncgenlocals(them))
    async for i in them:
        print(inspect.getasyncgenstate(them), inspect.getasyncgenlocals(them), them.ag_suspended)
    print(inspect.getasyncgenstate(them), inspect.getasyncgenlocals(them), them.ag_suspended)


asyncio.run(main())


@inspect.markcoroutinefunction
def like():
    return asyncio.sleep(0)


print(inspect.iscoroutinefunction(like), inspect.iscoroutinefunction(main), inspect.iscoroutinefunction(numbers))
try:
    inspect.getasyncgenlocals(3)
except TypeError as e:
    print(e)
