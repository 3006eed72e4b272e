"""Text: split, clean, count, sort, join."""
from time import perf_counter


TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of
foolishness, it was the epoch of belief, it was the epoch of incredulity, it was the season of Light, it was the
season of Darkness, it was the spring of hope, it was the winter of despair."""


def run(n):
    counts = {}
    for i in range(n):
        for word in TEXT.split():
            word = word.strip(".,").lower()
            if i % 10 == 0:
                word = word + str(i % 7)
            counts[word] = counts.get(word, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return " ".join("%s=%d" % item for item in ranked[:4]) + f" {len(counts)} words"


start = perf_counter()
result = run(6000)
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
