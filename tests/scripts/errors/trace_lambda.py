# Frames of lambdas called by built-in functions.
# record: stderr
table = {"a": 1}
print(sorted("a", key=lambda k: table[k]))
print(max(map(lambda k: table[k] + 1, "ab")))
