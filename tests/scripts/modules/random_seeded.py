# random: with a seed, the numbers CPython gives.
# python: 3.11
import random

random.seed(0)
print([random.random() for _ in range(5)])
print([random.randint(1, 6) for _ in range(10)], [random.randrange(10) for _ in range(10)], [random.randrange(5, 50, 5) for _ in range(5)], [random.randrange(2 ** 40) for _ in range(3)])
print([random.uniform(-1, 1) for _ in range(3)], [random.uniform(10, 5) for _ in range(2)])
print([random.choice("abcdef") for _ in range(8)], random.choice([1]), random.choice(range(1000)), random.choice((5, 6)))
print(random.choices("abc", k=8), random.choices([1, 2, 3], weights=[1, 5, 10], k=8), random.choices("xy", cum_weights=[1, 10], k=5), random.choices([1, 2]))
deck = list(range(20))
random.shuffle(deck)
print(deck, random.sample(range(100), 8), random.sample("abcdef", 3), random.sample([1, 2, 3], 3), random.sample(range(10 ** 9), 3), random.sample([1], 0), random.sample(["a", "b"], counts=[3, 2], k=4))
print([random.gauss(0, 1) for _ in range(4)], random.gauss(10, 2.5))
for seed in (1, 42, -7, 12345678901, 0, 2 ** 60, True):
    random.seed(seed)
    print(seed, random.random(), random.randint(0, 100))
random.seed(3)
first = [random.random() for _ in range(700)]
random.seed(3)
print(first == [random.random() for _ in range(700)], first[-1], random.gauss(0, 1))
random.seed(3)
print(random.gauss(mu=5, sigma=2), random.randint(a=1, b=1), random.choices(population="ab", k=3), random.sample(population=[1, 2, 3], k=2))
random.seed(10)
for f in (lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.choice([]), lambda: random.sample([1], 5), lambda: random.sample([1, 2], -1), lambda: random.randrange(1, 10, 0), lambda: random.choices([], k=1), lambda: random.choices("ab", weights=[1]), lambda: random.shuffle("abc"), lambda: random.randrange(3, 3), lambda: random.choices("ab", weights=[0, 0]), lambda: random.sample({1, 2}, 1), lambda: random.choice(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(random.random())
random.seed(99)
rolls = [random.randint(1, 6) + random.randint(1, 6) for _ in range(200)]
print([rolls.count(n) for n in range(2, 13)])
