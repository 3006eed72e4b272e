# What exec and eval refuse, and statements of all kinds run from text.
for bad in [lambda: eval(5), lambda: exec(None), lambda: eval("1", 5), lambda: exec("1", 5), lambda: exec("1", {}, 5), lambda: eval("1", {}, 5), lambda: compile("1", "f", "bad"), lambda: compile(1, "f", "exec"), lambda: eval("\0")]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
exec("x: int = 3\nprint(__annotations__)", {})
exec('"doc"\nprint(__doc__)', {})
print(eval("  3  "), eval(b"4"), eval("[i for i in range(3)]"), eval("(lambda: k)()", {"k": 7}))
print(eval("(y := 5) + y"), y)
exec("def fact(n): return 1 if n < 2 else n * fact(n - 1)\nprint(fact(20))")
exec(compile("5\nNone\n'a'" .split()[0], "", "single"))
d = {}
exec("global gg\ngg = 1\nll = 2", d, e2 := {})
print("gg" in d, e2)
exec("import sys as s, math\ntry:\n    1/0\nexcept ZeroDivisionError as err:\n    print(repr(err))\nprint('err' in globals())", {})
exec("async def co():\n    return 5\nimport asyncio\nprint(asyncio.run(co()))", {})
print(sorted(eval("locals()", {"__builtins__": __builtins__.__dict__ if hasattr(__builtins__, '__dict__') else __builtins__}, {"a": 1})))
exec("x = 1/0")

