# Did you mean: for a misspelt global.
# record: stderr
counter = 5
print(counter)
print(countre)
