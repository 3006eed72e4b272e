"""Text in lines of a given width, and the indentation of lines."""
__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_SPACE = "\t\n\x0b\x0c\r "


def _is_letter(c):
    return c.isalpha() or c == "_"


class TextWrapper:
    """Wraps paragraphs; its attributes say how."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width, self.initial_indent, self.subsequent_indent = width, initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace, self.tabsize = expand_tabs, replace_whitespace, tabsize
        self.fix_sentence_endings, self.drop_whitespace = fix_sentence_endings, drop_whitespace
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens
        self.max_lines, self.placeholder = max_lines, placeholder

    # --- Chunks: what a line cannot be broken within

    def _word_parts(self, word):
        """A word in parts: after hyphens between letters, and around dashes."""
        start = at = 0
        while at < len(word):
            if word[at] != "-":
                at += 1
                continue
            end = at
            while end < len(word) and word[end] == "-":
                end += 1
            before, after = word[start:at], word[end:]
            if end - at >= 2:
                if before and after and (before[-1].isalnum() or before[-1] in "_!\"'&.,?") and \
                        (after[0].isalnum() or after[0] == "_"):
                    yield before
                    yield word[at:end]
                    start = end
            elif self._may_break(word, start, at):
                yield word[start:end]
                start = end
            at = end
        if start < len(word):
            yield word[start:]

    @staticmethod
    def _may_break(word, start, at):
        """After the hyphen there, if two letters stand before it and two after."""
        before = word[max(start, at - 2):at]
        letters_before = len(before) == 2 and _is_letter(before[1]) and _is_letter(before[0]) or \
            at - start >= 3 and _is_letter(word[at - 1]) and word[at - 2] == "-" and _is_letter(word[at - 3])
        after = word[at + 1:at + 4]
        letters_after = len(after) >= 2 and _is_letter(after[0]) and (
            _is_letter(after[1]) or len(after) == 3 and after[1] == "-" and _is_letter(after[2]))
        return letters_before and letters_after

    def _split(self, text):
        chunks, at = [], 0
        while at < len(text):
            start, blank = at, text[at] in _SPACE
            while at < len(text) and (text[at] in _SPACE) == blank:
                at += 1
            if blank or not self.break_on_hyphens:
                chunks.append(text[start:at])
            else:
                chunks.extend(self._word_parts(text[start:at]))
        return chunks

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(c): " " for c in _SPACE})
        return text

    def _split_chunks(self, text):
        chunks = self._split(self._munge_whitespace(text))
        if self.fix_sentence_endings:
            for n in range(len(chunks) - 1):
                if chunks[n + 1] == " " and self._ends_sentence(chunks[n]):
                    chunks[n + 1] = "  "
        return chunks

    @staticmethod
    def _ends_sentence(chunk):
        end = chunk[:-1] if chunk.endswith(("'", '"')) else chunk
        return len(end) >= 2 and end[-1] in ".!?" and "a" <= end[-2] <= "z"

    # --- Lines

    def _take_part(self, chunks, line, room):
        """Of a chunk that is longer than a line: as much as fits, or all of it on a line of its own."""
        if self.break_long_words:
            chunk, end = chunks[0], room
            if self.break_on_hyphens and len(chunk) > room:
                hyphen = chunk.rfind("-", 0, room)
                if hyphen > 0 and any(c != "-" for c in chunk[:hyphen]):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[0] = chunk[end:]
        elif not line:
            line.append(chunks.pop(0))

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines, chunks = [], list(chunks)
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            if self.drop_whitespace and not chunks[0].strip() and lines:
                del chunks[0]
            line, length = [], 0
            while chunks and length + len(chunks[0]) <= room:
                length += len(chunks[0])
                line.append(chunks.pop(0))
            if chunks and len(chunks[0]) > room:
                self._take_part(chunks, line, room - length if room >= 1 else 1)
                length = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            rest_is_blank = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or rest_is_blank and length <= room:
                lines.append(indent + "".join(line))
            else:
                lines.append(self._last_line(line, length, room, indent, lines))
                break
        return lines

    def _last_line(self, line, length, room, indent, lines):
        """The line, shortened so that the placeholder fits; or the placeholder goes to the line before."""
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= room:
                return indent + "".join(line) + self.placeholder
            length -= len(line.pop())
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines.pop()
                return before + self.placeholder
        return indent + self.placeholder.lstrip()

    def wrap(self, text):
        """A list of lines."""
        return self._wrap_chunks(self._split_chunks(text))

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """One line of at most that width, its white space collapsed."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Without the blanks that all lines begin with."""
    lines = ["" if not line.strip(" \t") else line for line in text.split("\n")]
    margin = None
    for line in lines:
        if line:
            own = line[:len(line) - len(line.lstrip(" \t"))]
            if margin is None:
                margin = own
            while not own.startswith(margin):
                margin = margin[:-1]
    return "\n".join([line[len(margin or ""):] for line in lines])


def indent(text, prefix, predicate=None):
    """With the prefix before all lines that are not blank, or for which the predicate holds."""
    if predicate is None:
        predicate = str.strip
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
