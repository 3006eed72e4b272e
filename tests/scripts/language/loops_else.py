# for and while: else, break, continue, the variable afterwards, changing what is walked.
for i in range(3):
    if i == 5:
        break
else:
    print("no break", i)
for i in range(3):
    if i == 1:
        break
else:
    print("never")
print(i)
for i in []:
    pass
else:
    print("else of an empty loop", i)
n = 5
while n:
    n -= 1
    if n % 2:
        continue
    if n == 100:
        break
    print(n, end=" ")
else:
    print("done", n)
for a in range(2):
    for b in range(2):
        if b:
            break
        print(a, b)
    else:
        print("never")
items = [1, 2, 3]
for item in items:
    if item < 3:
        items.append(item + 10)
    if len(items) > 8:
        break
print(items)
for i in range(3):
    i = 10
print(i)
for i, (a, *b) in enumerate([(1, 2, 3), "xy"]):
    print(i, a, b)
for x in iter([1, 2]):
    for x in "ab":
        pass
    print(x)
while True:
    try:
        break
    finally:
        print("leaving")
for ch in "ab": print(ch, end="")
else: print()
