# A program: Conway's game of life on a set of cells and on a wrapped grid.
def neighbours(cell):
    x, y = cell
    return {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} - {cell}


def step(alive):
    counts = {}
    for cell in alive:
        for n in neighbours(cell):
            counts[n] = counts.get(n, 0) + 1
    return {c for c, k in counts.items() if k == 3 or (k == 2 and c in alive)}


def show(alive, size=8):
    for y in range(size):
        print("".join("#" if (x, y) in alive else "." for x in range(size)))


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for generation in range(5):
    print("generation", generation, len(glider))
    if generation % 2 == 0:
        show(glider)
    glider = step(glider)


class Grid:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        self.h, self.w = len(self.rows), len(self.rows[0])

    def __getitem__(self, pos):
        y, x = pos
        return self.rows[y % self.h][x % self.w]

    def next(self):
        new = [["." for _ in range(self.w)] for _ in range(self.h)]
        for y in range(self.h):
            for x in range(self.w):
                n = sum(self[y + dy, x + dx] == "#" for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx)
                if n == 3 or n == 2 and self[y, x] == "#":
                    new[y][x] = "#"
        return Grid(["".join(r) for r in new])

    def __eq__(self, other):
        return self.rows == other.rows

    def __str__(self):
        return "\n".join("".join(r) for r in self.rows)


g = Grid(["......", "..#...", "..#...", "..#...", "......"])
first = g
for i in range(2):
    g = g.next()
    print(g, g == first, sep="\n")
wrapped = Grid(["##...#", "......", "......", "#....."])
for _ in range(3):
    wrapped = wrapped.next()
    print(wrapped, end="\n\n")
