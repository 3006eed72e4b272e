# compile: code that runs in any namespace, its modes, and its errors.
c = compile("top + k", "calc.py", "eval")
for k in range(3):
    print(eval(c, {"top": 10, "k": k}))
print(c.co_name, c.co_filename, type(c))
exec(compile("for i in range(3):\n    print(i)", "<loop>", "exec"))
print(i)
for text, mode in [("x = 1", "eval"), ("if", "exec"), ("a b", "exec"), ("print(", "exec"), ("1\n2", "single")]:
    try:
        compile(text, "<string>", mode)
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.filename, e.lineno, e.offset, repr(e.text), e)
for src in ["undefined", "1/0", "open", "__import__('os')"]:
    try:
        eval(src, {"__builtins__": {}})
    except Exception as e:
        print(type(e).__name__, e)
