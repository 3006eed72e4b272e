# slow: four threads that do nothing but allocate
"""Garbage is collected while several threads hold what must live."""
import threading


def build(n):
    kept = []
    for i in range(n):
        kept.append([str(i), {"i": i}, (i, [i])])
        [object() for _ in range(10)]
    return sum(int(text) + d["i"] + t[0] + t[1][0] for text, d, t in kept)


def work():
    result = build(1500)
    with lock:
        results.append(result)


lock, results = threading.Lock(), []
threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(results)
