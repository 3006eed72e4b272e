# Carriage returns: lines may end in CR LF.
if True:
    print("one")
    text = """two
three"""
print(repr(text), "a\
b")
