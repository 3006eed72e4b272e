# Did you mean: for a method of a built-in type.
# record: stderr
words = ["a", "b"]
words.append("c")
print(words)
words.appendd("d")
