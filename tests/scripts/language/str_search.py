# str: find, index, count, startswith, endswith, in, replace, and their ranges.
# python: 3.11
s = "the cat sat on the mat"
print(s.find("at"), s.find("at", 6), s.find("at", 6, 8), s.rfind("at"), s.rfind("at", 0, 12), s.find("zz"), s.find(""))
print(s.index("cat"), s.rindex("the"), s.count("at"), s.count("t", 5), s.count("t", -3), s.count(""), "aaa".count("aa"))
print("abc".find("", 3), "abc".find("", 4), "abc".rfind(""), "".find(""), "abc".find("c", -1), "abc".find("a", -100))
print(s.startswith("the"), s.startswith("cat", 4), s.startswith(("x", "th")), s.startswith(""), s.startswith("e", 2, 3))
print(s.endswith("mat"), s.endswith("ma", 0, -1), s.endswith(("at", "zz")), s.endswith(()), "".startswith("", 1))
print(s.replace("at", "og"), s.replace("at", "og", 2), s.replace("at", ""), "abc".replace("", "-"), "aaa".replace("a", "b", 0))
print("abc".replace("", "-", 2), "".replace("", "x"), "aaaa".replace("aa", "b"), "abc".replace("x", "y"))
for f in (lambda: s.index("dog"), lambda: s.rindex("dog"), lambda: s.find(5), lambda: s.startswith(5),
          lambda: s.startswith([1]), lambda: s.startswith((1,)), lambda: s.replace("a"), lambda: s.count(), lambda: s.endswith(b"t")):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print("naïve café".find("é"), "日本語日本".rfind("日"), "日本語日本".count("本"), "日本語".index("語"), "x日".find("日", 1))
print("abcabc".removeprefix("abc"), "abcabc".removesuffix("abc"), "abc".removeprefix("x"), "abc".removesuffix(""))
print("a-b_c".translate({ord("-"): " ", ord("_"): None}), "abc".translate(str.maketrans("ab", "xy", "c")))
print("hello".translate(str.maketrans({"h": "J", "l": "LL", 111: 48})), str.maketrans("a", "b"), str.maketrans({"x": None}))
print("a" in "abc", "abcd" in "abc", "" in "", "é" in "café", "bc" not in "abc")
