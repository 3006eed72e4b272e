# Caret ranges: an expression over several lines shows its first line.
# record: stderr
def add(a,
        b):
    return a + b


print(add(1,
          2))
result = add(
    add(1, 2),
    add(3,
        "four"),
)
