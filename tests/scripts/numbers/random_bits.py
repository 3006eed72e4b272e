# Random ints of any size, from a seed.
import random

random.seed(10**40)
print(random.getrandbits(200), random.getrandbits(64), random.getrandbits(63), random.getrandbits(1))
print(random.randrange(10**30), random.randrange(10**30, 10**31), random.randint(-2**70, 2**70))
print(random.randrange(0, 10**30, 10**20))
random.seed(-2**64)
print(random.random(), random.choice(range(2**62)))
random.seed(2**32)
print(random.random(), random.getrandbits(0))
for bad in (lambda: random.getrandbits(-1), lambda: random.randrange(10**30, 10**30)):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
