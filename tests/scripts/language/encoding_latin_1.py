# -*- coding: latin-1 -*-
# A file in Latin-1, as its first line says.
text = "café üß"
naïve = len(text)
print(ascii(text), naïve, b"\xe9".decode("latin-1") in text)
