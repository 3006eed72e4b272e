# Syntax errors told one by one: keywords in the place of names.
# python: 3.13
from _syntax_errors import show

show(
    "def = 1",
    "x = def",
    "for = 1",
    "in = 1",
    "x = class",
    "class = 'a'",
    "lambda = 1",
    "import = 1",
    "return = 1",
    "from = 1",
    "pass = 1",
    "None",
    "None()",
    "True = 1",
    "x = True = 1",
    "del True",
    "for None in x: pass",
    "import None",
    "import x as None",
    "from x import None",
    "def None(): pass",
    "class True: pass",
    "async = 1",
    "await = 1",
    "x = await",
    "x = async",
)
