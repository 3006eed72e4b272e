#include "lexer/syntax_error.h"

#include <stdarg.h>
#include <stdio.h>

const char *syntax_error_name(SyntaxErrorKind kind) {
    switch (kind) {
    case ERROR_INDENTATION: return "IndentationError";
    case ERROR_TAB: return "TabError";
    default: return "SyntaxError";
    }
}

void syntax_error_set(SyntaxErrorInfo *error, SyntaxErrorKind kind, int32_t line, int32_t column,
                      int32_t end_line, int32_t end_column, const char *format, ...) {
    if (error->is_set) {
        return;
    }
    *error = (SyntaxErrorInfo){.is_set = true,
                               .kind = kind,
                               .line = line,
                               .column = column,
                               .end_line = end_line,
                               .end_column = end_column};
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
}
