# wrap(), fill(), shorten(): lines of a given width.
import textwrap

text = "Coroutines are well-known generalised sub-routines -- they give way, and go on later.\tSee  the e-mail of 2020-01-02."
for width in 70, 30, 12, 5:
    print(width, textwrap.wrap(text, width))
print(textwrap.fill(text, 25))
print(textwrap.wrap(""), textwrap.wrap("   "), textwrap.wrap("word"), textwrap.wrap("a\nb\n\nc"))
for width in 80, 40, 20, 10:
    print(repr(textwrap.shorten(text, width)), repr(textwrap.shorten(text, width, placeholder="...")))
print(textwrap.wrap("ünïcödé wörter sind auch breit", 10), textwrap.wrap("supercalifragilistic", 6))
