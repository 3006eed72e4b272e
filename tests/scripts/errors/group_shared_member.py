# record: stderr
class G(ExceptionGroup):
    def __str__(self): return "my str"
class H(ExceptionGroup):
    def __str__(self): raise ValueError
x = ValueError("shared")
x.add_note("hey")
raise G("q", [x, H("z", [x, G("w", [x])]), x])
