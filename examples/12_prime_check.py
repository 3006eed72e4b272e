# slow: fifty million rounds
"""Long work that gives way: every 100,000 rounds `await asyncio.sleep(0)` lets the other tasks have a turn.

Look at who finishes first: the big number was started first, but the small ones do not wait for it.
Take the `await` away, and they would.
"""
import asyncio


async def is_prime(n):
    if n < 2:
        return False
    divisor = 2
    rounds = 0
    while divisor * divisor <= n:
        if n % divisor == 0:
            print(n, "is", divisor, "*", n // divisor)
            return False
        divisor += 1 if divisor == 2 else 2
        rounds += 1
        if rounds % 100000 == 0:
            await asyncio.sleep(0)
    print(n, "is prime")
    return True


async def check(n):
    print("checking", n)
    prime = await is_prime(n)
    return n, prime


async def main():
    numbers = [9637529763296797, 427920331, 157]
    for number, prime in await asyncio.gather(*[check(n) for n in numbers]):
        print(number, prime)


asyncio.run(main())
