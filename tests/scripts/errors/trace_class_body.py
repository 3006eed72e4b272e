# An exception in a class body, and the frame's name there.
# record: stderr
def make():
    class Bad:
        size = 3
        values = [10 // (size - 3)]

    return Bad


make()
