# Floats of every size and sign against each other: near one they live in a word, elsewhere in the heap, and
# zero has a word of its own.
edges = [0.0, -0.0, 1.0, -1.0, 1.5, 2.0 ** 256, 2.0 ** 257, -(2.0 ** 256), 2.0 ** -254, 2.0 ** -255,
         -(2.0 ** -255), 2.0 ** -256, 1.9999999999999998 * 2.0 ** 256, 5e-324, 1e308, -1e308,
         float("inf"), float("-inf"), float("nan")]


def results(a, b):
    found = [a + b, a - b, a * b]
    found.append(a / b if b else "-")
    found += [a < b, a <= b, a == b, a != b, a > b, a >= b]
    return found


def tests(a, b):
    text = ""
    if a < b:
        text += "<"
    if a <= b:
        text += "l"
    if a == b:
        text += "="
    if a >= b:
        text += "g"
    if a > b:
        text += ">"
    if a != b:
        text += "!"
    return text


for a in edges:
    print("==", a.hex(), -a, +a, not a, bool(a), -a if a else "zero", 1 if a else 0)
    for b in edges:
        print(*(x.hex() if isinstance(x, float) else x for x in results(a, b)), tests(a, b))

total = 0.0
for i in range(5):
    total += 0.1
    total -= 0.0
print(total, total * 0.0, 0.0 * -total, total - total, -(total - total))
small = 2.0 ** -250
while small:
    last = small
    small *= 0.125
print(last.hex())
large = 2.0 ** 250
while large != large * 2:
    large *= 2
print(large)
