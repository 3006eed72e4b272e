# A syntax error: brackets that do not match, lines apart.
# record: stderr
print("never printed: the whole file is read first")
x = {
    'a': [1, 2,
    },
}
