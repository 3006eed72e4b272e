# A program: a small stack machine, a brainfuck interpreter and a lisp in a few lines each.
def stack_machine(program):
    stack, pc, out = [], 0, []
    ops = {"add": lambda a, b: a + b, "sub": lambda a, b: a - b, "mul": lambda a, b: a * b, "lt": lambda a, b: int(a < b)}
    while pc < len(program):
        op, *args = program[pc].split()
        pc += 1
        if op == "push":
            stack.append(int(args[0]))
        elif op in ops:
            b, a = stack.pop(), stack.pop()
            stack.append(ops[op](a, b))
        elif op == "dup":
            stack.append(stack[-int(args[0]) if args else -1])
        elif op == "swap":
            stack[-1], stack[-2] = stack[-2], stack[-1]
        elif op == "jz":
            if not stack.pop():
                pc = int(args[0])
        elif op == "jmp":
            pc = int(args[0])
        elif op == "print":
            out.append(stack[-1])
        else:
            raise ValueError(f"unknown instruction {op!r} at {pc - 1}")
    return stack, out


print(stack_machine(["push 0", "push 5", "dup", "jz 11", "dup", "dup 3", "add", "print", "swap", "push 1", "jmp 12", "jmp 16", "swap", "push 1", "swap", "jmp 16"])[1])
try:
    stack_machine(["push 1", "fly"])
except ValueError as e:
    print(e)


def brainfuck(code, data=""):
    jumps, stack = {}, []
    for i, ch in enumerate(code):
        if ch == "[":
            stack.append(i)
        elif ch == "]":
            j = stack.pop()
            jumps[i], jumps[j] = j, i
    tape, p, i, out, data = [0] * 100, 0, 0, "", iter(data)
    while i < len(code):
        ch = code[i]
        if ch == ">":
            p += 1
        elif ch == "<":
            p -= 1
        elif ch in "+-":
            tape[p] = (tape[p] + (1 if ch == "+" else -1)) % 256
        elif ch == ".":
            out += chr(tape[p])
        elif ch == ",":
            tape[p] = ord(next(data, "\0"))
        elif ch == "[" and not tape[p] or ch == "]" and tape[p]:
            i = jumps[i]
        i += 1
    return out


print(brainfuck("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+."))
print(brainfuck(",[.,]", "echo"), brainfuck(">,[>,]<[.<]", "reversed"))


def parse(text):
    def read(tokens):
        token = next(tokens)
        if token == "(":
            out = []
            while (item := read(tokens)) != ")":
                out.append(item)
            return out
        if token == ")":
            return token
        try:
            return int(token)
        except ValueError:
            return token

    return read(iter(text.replace("(", " ( ").replace(")", " ) ").split()))


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        if name in self:
            return self
        if self.outer is None:
            raise NameError(f"unbound {name}")
        return self.outer.find(name)


def evaluate(x, env):
    if isinstance(x, str):
        return env.find(x)[x]
    if not isinstance(x, list):
        return x
    head, *rest = x
    if head == "define":
        env[rest[0]] = evaluate(rest[1], env)
    elif head == "if":
        return evaluate(rest[1] if evaluate(rest[0], env) else rest[2], env)
    elif head == "lambda":
        return lambda *args: evaluate(rest[1], Env(rest[0], args, env))
    else:
        f, *args = [evaluate(e, env) for e in x]
        return f(*args)


env = Env()
env.update({"+": lambda *a: sum(a), "-": lambda a, b: a - b, "*": lambda a, b: a * b, "<": lambda a, b: a < b, "list": lambda *a: list(a), "map": lambda f, xs: [f(x) for x in xs]})
for line in ("(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))", "(fact 10)", "(define add (lambda (a) (lambda (b) (+ a b))))", "((add 3) 4)", "(map fact (list 1 2 3 4 5))", "(map (add 10) (list 1 2))", "(nope 1)"):
    try:
        print(line, "=>", evaluate(parse(line), env))
    except NameError as e:
        print(line, "=>", e)
