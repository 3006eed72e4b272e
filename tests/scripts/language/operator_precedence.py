# Which operator binds tighter, and which side first.
print(2 + 3 * 4, (2 + 3) * 4, 2 ** 3 ** 2, -2 ** 2, 2 ** -1, (-2) ** 2, 10 - 4 - 3, 100 / 10 / 2, 7 // 2 * 2, 7 % 4 * 2)
print(1 << 2 + 1, 1 << 2 << 1, 6 & 3 | 8, 6 ^ 3 & 1, 5 | 2 ^ 7 & 4, ~1 + 1, -~1, not 1 == 2, 1 + 1 == 2 and 2 > 1)
print(1 < 2 == 2, (1 < 2) == 2, 1 == 1 in [1], (1 == 1) in [1], 1 in [1] == True, 3 > 2 > 1, 1 < 3 > 2, 2 in (1, 2) in [True])
print(1 if 0 else 2 or 3, (lambda: 0 or 1)(), [x for x in range(5) if x > 1 and x < 4], -5 // 2, -5 % 3, 5 // -2, 5 % -3, -5 // -2)
print(2 * 3 ** 2, 2 ** 3 * 2, -3 ** 2 + 1, +-+1, ~-1, not not 1, 1 - -1, 1--1, 2 ** 2 ** 0, 8 >> 1 + 1, 1 | 2 == 2)
print("a" "b" * 2, "a" + "b" * 2, "%s" % "x" * 2, "%s-%s" % ("a", "b") + "!", [1] + [2] * 2, 3 * (1,), "a" < "b" < "c")
a = b = [1]
print(a is b, a is not b, not a is b, a == [1] is not None, 1 is not None)
print(*[1, 2] + [3], *(4,) or (5,), **{"sep": "-"} | {"end": "!\n"})
