# dedent() and indent().
import textwrap

for text in ["  a\n    b\n  c", "\ta\n\t  b", " a\n\tb", "a\n  b", "  a\n \n\n  b  \n", "", "   ", "\n  x\n", "    x\n   y\n     z"]:
    print(repr(textwrap.dedent(text)), repr(textwrap.indent(text, "> ")))


def help():
    return textwrap.dedent("""\
        usage:
          one
        two
    """)


print(help())
print(textwrap.indent("a\n\nb\n", "+", lambda line: True), textwrap.indent("keep\nskip\n", "- ", lambda line: "k" in line[:1]))
