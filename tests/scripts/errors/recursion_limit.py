# Endless recursion: repeated lines are counted.
# record: stderr
def down(n):
    return down(n + 1)


print("start")
down(0)
