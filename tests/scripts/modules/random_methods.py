# Every distribution of a seeded generator, its state, and what is refused.
import random

r = random.Random(42)
print(r.random(), r.randint(1, 6), r.randrange(0, 10, 2), r.choice("abc"), r.choices("ab", k=3), r.sample(range(10), 3))
print(r.choices([1, 2, 3], weights=[1, 2, 3], k=4), r.choices("xy", cum_weights=[1, 10], k=4), r.randbytes(5), r.getrandbits(70))
print(r.uniform(1, 2), r.triangular(), r.triangular(1, 5, 2), r.gauss(0, 1), r.gauss(), r.normalvariate(5, 2))
print(r.expovariate(2), r.betavariate(1, 2), r.gammavariate(2, 3), r.lognormvariate(0, 1), r.paretovariate(3), r.weibullvariate(1, 2))
items = list(range(8))
r.shuffle(items)
print(items)
state = r.getstate()
first = [r.random() for _ in range(3)] + [r.gauss(0, 1)]
r.setstate(state)
print(first == [r.random() for _ in range(3)] + [r.gauss(0, 1)], state[0], len(state[1]))
random.seed(7)
before = random.getstate()
a = random.random()
random.setstate(before)
print(a == random.random())
for attempt in (lambda: r.choice([]), lambda: r.randint(2, 1), lambda: r.sample([1], 2), lambda: r.randrange(0),
                lambda: r.choices([], k=1), lambda: r.sample({1, 2}, 1), lambda: r.randrange(1, 10, 0),
                lambda: r.choices("ab", weights=[1]), lambda: r.choices("ab", weights=[0, 0]),
                lambda: r.getrandbits(-1)):
    try:
        print(attempt())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
