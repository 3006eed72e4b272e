# A name that is a standard module: it was not imported.
# record: stderr
print("start")
print(math.pi)
