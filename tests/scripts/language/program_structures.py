# A program: linked list, binary search tree, priority queue, trie, graph, union-find, written as classes.
class LinkedList:
    class Node:
        __slots__ = ("value", "next")

        def __init__(self, value, next=None):
            self.value, self.next = value, next

    def __init__(self, items=()):
        self.head = None
        self.size = 0
        for item in reversed(list(items)):
            self.push(item)

    def push(self, value):
        self.head = self.Node(value, self.head)
        self.size += 1

    def pop(self):
        if self.head is None:
            raise IndexError("pop from empty list")
        value, self.head = self.head.value, self.head.next
        self.size -= 1
        return value

    def reverse(self):
        prev, node = None, self.head
        while node:
            node.next, prev, node = prev, node, node.next
        self.head = prev
        return self

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size

    def __repr__(self):
        return " -> ".join(map(repr, self)) or "empty"


ll = LinkedList("abc")
ll.push("z")
print(ll, len(ll), ll.pop(), ll.reverse(), list(ll), "b" in ll, LinkedList())
try:
    LinkedList().pop()
except IndexError as e:
    print(e)


class Tree:
    def __init__(self):
        self.root = None

    def insert(self, key):
        def go(node):
            if node is None:
                return [key, None, None]
            side = 1 if key < node[0] else 2
            node[side] = go(node[side])
            return node

        self.root = go(self.root)
        return self

    def __iter__(self):
        def walk(node):
            if node:
                yield from walk(node[1])
                yield node[0]
                yield from walk(node[2])

        return walk(self.root)

    def height(self):
        def h(node):
            return 0 if node is None else 1 + max(h(node[1]), h(node[2]))

        return h(self.root)

    def __contains__(self, key):
        node = self.root
        while node:
            if key == node[0]:
                return True
            node = node[1] if key < node[0] else node[2]
        return False


t = Tree()
for k in (50, 30, 70, 20, 40, 60, 80, 30):
    t.insert(k)
print(list(t), t.height(), 60 in t, 65 in t, sum(t), max(t))


class Trie:
    def __init__(self):
        self.children, self.end = {}, False

    def add(self, word):
        node = self
        for ch in word:
            node = node.children.setdefault(ch, Trie())
        node.end = True

    def words(self, prefix=""):
        if self.end:
            yield prefix
        for ch in sorted(self.children):
            yield from self.children[ch].words(prefix + ch)

    def starting(self, prefix):
        node = self
        for ch in prefix:
            node = node.children.get(ch)
            if node is None:
                return []
        return list(node.words(prefix))


trie = Trie()
for w in "car cart care dog do cat".split():
    trie.add(w)
print(list(trie.words()), trie.starting("car"), trie.starting("x"), trie.starting("do"))


class UnionFind:
    def __init__(self, n):
        self.parent = list(range(n))

    def find(self, x):
        while self.parent[x] != x:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        self.parent[max(a, b)] = min(a, b)
        return True


uf = UnionFind(8)
print([uf.union(a, b) for a, b in ((0, 1), (2, 3), (1, 3), (0, 2), (5, 6))], [uf.find(i) for i in range(8)])
edges = [("a", "b", 4), ("b", "c", 1), ("a", "c", 3), ("c", "d", 7), ("b", "d", 2)]
nodes = {n: i for i, n in enumerate("abcd")}
uf = UnionFind(4)
print([e for e in sorted(edges, key=lambda e: e[2]) if uf.union(nodes[e[0]], nodes[e[1]])])


def topological(deps):
    seen, order = {}, []

    def visit(n):
        state = seen.get(n)
        if state == "done":
            return
        if state == "busy":
            raise ValueError(f"cycle through {n}")
        seen[n] = "busy"
        for d in deps.get(n, ()):
            visit(d)
        seen[n] = "done"
        order.append(n)

    for n in deps:
        visit(n)
    return order


print(topological({"shirt": ["body"], "tie": ["shirt"], "jacket": ["tie", "shirt"], "shoes": ["socks"]}))
try:
    topological({"a": ["b"], "b": ["c"], "c": ["a"]})
except ValueError as e:
    print(e)
