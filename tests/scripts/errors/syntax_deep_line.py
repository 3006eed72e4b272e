# A syntax error: an error inside nested blocks, after a long run of fine lines.
# record: stderr
print("never printed: the whole file is read first")
def f(x):
    for i in range(3):
        if i:
            while x:
                try:
                    x -= 1 1
                finally:
                    pass
