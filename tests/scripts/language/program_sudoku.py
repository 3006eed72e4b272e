# A program: sudoku by backtracking with generators and sets; the eight queens; a maze.
PUZZLE = """53..7....
6..195...
.98....6.
8...6...3
4..8.3..1
7...2...6
.6....28.
...419..5
....8..79"""

board = [[0 if c == "." else int(c) for c in line] for line in PUZZLE.splitlines()]
steps = 0


def options(r, c):
    used = set(board[r]) | {board[i][c] for i in range(9)}
    used |= {board[i][j] for i in range(r // 3 * 3, r // 3 * 3 + 3) for j in range(c // 3 * 3, c // 3 * 3 + 3)}
    return [n for n in range(1, 10) if n not in used]


def solve():
    global steps
    best = None
    for r in range(9):
        for c in range(9):
            if not board[r][c]:
                opts = options(r, c)
                if best is None or len(opts) < len(best[2]):
                    best = r, c, opts
    if best is None:
        return True
    r, c, opts = best
    for n in opts:
        steps += 1
        board[r][c] = n
        if solve():
            return True
        board[r][c] = 0
    return False


print(solve(), steps)
for i, row in enumerate(board):
    print(" ".join(str(n) + (" |" if j in (2, 5) else "") for j, n in enumerate(row)))
    if i in (2, 5):
        print("-" * 21)

MAZE = ["#########", "#S..#...#", "##.##.#.#", "#......##", "#.###.#E#", "#...#...#", "#########"]


def find(ch):
    return next((r, row.index(ch)) for r, row in enumerate(MAZE) if ch in row)


def shortest(start, goal):
    frontier, came = [start], {start: None}
    for cell in frontier:
        if cell == goal:
            break
        r, c = cell
        for nxt in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
            if MAZE[nxt[0]][nxt[1]] != "#" and nxt not in came:
                came[nxt] = cell
                frontier.append(nxt)
    else:
        return None
    path = []
    while cell is not None:
        path.append(cell)
        cell = came[cell]
    return path[::-1]


path = shortest(find("S"), find("E"))
print(len(path), path)
for r, row in enumerate(MAZE):
    print("".join("*" if (r, c) in path and ch == "." else ch for c, ch in enumerate(row)))


def queens(n, rows=()):
    if len(rows) == n:
        yield rows
    else:
        for r in range(n):
            if all(r != q and abs(r - q) != len(rows) - i for i, q in enumerate(rows)):
                yield from queens(n, (*rows, r))


first = next(queens(8))
print(first, len(list(queens(6))))
for r in first:
    print(". " * r + "Q " + ". " * (7 - r))
