# Did you mean: a built-in name.
# record: stderr
for i in range(2):
    print(i)
for i in rnage(3):
    print(i)
