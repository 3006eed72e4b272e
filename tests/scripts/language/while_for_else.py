# Loops with else, break and continue, nested and in functions.
for limit in (3, 10):
    n = 0
    while n < 5:
        n += 1
        if n == limit:
            print("break at", n)
            break
    else:
        print("no break, n =", n)
for word in ("abc", "xyz"):
    for ch in word:
        if ch == "y":
            print("found in", word)
            break
    else:
        print("not in", word)
        continue
    print("after break", word)
for i in []:
    print("never")
else:
    print("empty else")
while False:
    pass
else:
    print("while-else at once")
for n in range(2, 20):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=" ")
print()
for i in range(5):
    if i % 2:
        continue
    for j in range(5):
        if j == i:
            break
        if j == 1:
            continue
        print((i, j), end=" ")
    else:
        print("unbroken", i)
print("\nleft", i, j)


def find(xs, want):
    for i, x in enumerate(xs):
        if x == want:
            return i
    else:
        return "missing"


print(find([1, 2, 3], 2), find([1, 2, 3], 9), find([], 1))
xs = [1, 2, 3, 4, 5, 6]
for x in xs:
    if x % 2 == 0:
        xs.remove(x)
print(xs)
xs = [1]
for x in xs:
    if len(xs) < 6:
        xs.append(x + 1)
print(xs)
for i in range(3):
    i = i * 100
    print(i, end=" ")
print(i)
count = 0
while True:
    count += 1
    if count < 5:
        continue
    while True:
        count += 10
        if count > 40:
            break
    break
print(count)
for a, b in [(1, 2), (3, 4)]:
    pass
print(a, b)
for holder in [[0]]:
    for holder[0] in range(3):
        pass
    print(holder)
