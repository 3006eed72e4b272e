/* Strings: adjacent literals become one constant, or one JoinedStr if an f-string is among them. */
#include "parser/parser_internal.h"

#include <string.h>

/* What is being put together: the parser's buffer holds the text since the last replacement field. */
typedef struct StringBuilder {
    Position place; /* of all the literals together; CPython gives it to every part of an f-string */
    bool is_bytes, is_fstring;
    int values;  /* where the JoinedStr's parts begin in the scratch list */
    size_t text; /* where this builder's text begins in the parser's buffer */
} StringBuilder;

static void check_warning(Parser *parser, const StringProblem *problem, int32_t line) {
    if (problem->invalid_escape != 0) {
        /* Only the first byte is shown; a character beyond ASCII would be cut. */
        char c = problem->invalid_escape;
        syntax_warning_add(parser->warnings, parser->arena, WARNING_DEPRECATION, line,
                           c & 0x80 ? "invalid escape sequence" : "invalid escape sequence '\\%c'", c);
    }
}

/* An error in a string is shown at the token after all the adjacent strings, since CPython looks at them only
 * then. */
static Position place_after_strings(Parser *parser) {
    int open = 0;
    for (;;) {
        TokenKind next = parser_peek(parser);
        open += (next == TOKEN_FSTRING_START) - (next == TOKEN_FSTRING_END);
        if (next == TOKEN_END || (open <= 0 && next != TOKEN_STRING && next != TOKEN_FSTRING_START &&
                                  next != TOKEN_FSTRING_MIDDLE && next != TOKEN_FSTRING_END)) {
            return parser_place(parser);
        }
        parser_advance(parser);
    }
}

/* Append what `length` characters of literal text are worth. */
static void decode(Parser *parser, const char *chars, size_t length, StringPrefix prefix) {
    StringProblem problem;
    int32_t line = parser_place(parser).line;
    if (!string_literal_decode(&parser->buffer, chars, length, prefix, &problem)) {
        /* Other characters than ASCII in bytes are noticed at once. */
        bool is_early = strncmp(problem.message, "bytes can", 9) == 0;
        Position place = is_early ? parser_place(parser) : place_after_strings(parser);
        parser_raise(parser, place, "%s", problem.message);
    }
    check_warning(parser, &problem, line);
}

/* Take the text gathered so far out of the buffer. */
static const Text *gathered_text(Parser *parser, const StringBuilder *builder) {
    size_t length = parser->buffer.length - builder->text;
    parser->buffer.length = builder->text;
    return arena_text(parser->arena, length > 0 ? parser->buffer.bytes + builder->text : "", length);
}

/* The text gathered so far becomes a part of the JoinedStr. */
static void flush_text(Parser *parser, StringBuilder *builder) {
    if (parser->buffer.length > builder->text) {
        const Text *text = gathered_text(parser, builder);
        Node *part = parser_node_at(parser, NODE_CONSTANT, builder->place);
        part->Constant.value = (ConstantValue){CONSTANT_STRING, {.text = text}};
        parser_list_push(parser, part);
    }
}

static void parse_field(Parser *parser, StringBuilder *builder, StringPrefix prefix);

/* A format spec is an f-string of its own, up to the `}` of its field. */
static Node *parse_format_spec(Parser *parser, Position place, StringPrefix prefix) {
    StringBuilder spec = {.place = place,
                          .is_fstring = true,
                          .values = parser_list_begin(parser),
                          .text = parser->buffer.length};
    while (parser_peek(parser) != TOKEN_RIGHT_BRACE) {
        if (parser_peek(parser) == TOKEN_FSTRING_MIDDLE) {
            const Token token = *parser_token(parser);
            decode(parser, parser->source->text + token.start, token.end - token.start, prefix);
            parser_advance(parser);
        } else if (parser_peek(parser) == TOKEN_LEFT_BRACE) {
            parse_field(parser, &spec, prefix);
        } else {
            parser_fail(parser);
        }
    }
    flush_text(parser, &spec);
    Node *node = parser_node_at(parser, NODE_JOINED_STR, place);
    node->JoinedStr.values = parser_list_take(parser, spec.values);
    return parser_finish(parser, node);
}

/* !s, !r or !a, without a blank. */
static int parse_conversion(Parser *parser) {
    uint32_t end = parser_token(parser)->end;
    parser_advance(parser);
    const Token *token = parser_token(parser);
    char letter = parser->source->text[end];
    if (letter == '}' || letter == ':') {
        parser_raise(parser, parser_place(parser), "missing conversion character");
    }
    if ((letter != 's' && letter != 'r' && letter != 'a') || token->end != end + 1) {
        parser_raise(parser, parser_place(parser),
                     "invalid conversion character '%.*s': expected 's', 'r', or 'a'",
                     (int)(token->end - token->start), parser->source->text + token->start);
    }
    parser_advance(parser);
    return letter;
}

/* What a field must not begin with. */
static void refuse_empty_field(Parser *parser) {
    switch (parser_peek(parser)) {
    case TOKEN_RIGHT_BRACE:
        parser_raise(parser, parser_place(parser), "valid expression required before '}'");
    case TOKEN_EXCLAMATION:
    case TOKEN_COLON:
    case TOKEN_EQUAL:
        parser_raise(parser, parser_place(parser), "valid expression required before %s",
                     token_kind_name(parser_peek(parser)));
    case TOKEN_DOUBLE_STAR: {
        Position stars = parser_place(parser);
        parser_fix_furthest(parser);
        parser_advance(parser);
        if (parser_attempt(parser, parse_expression) != NULL && parser_peek(parser) == TOKEN_RIGHT_BRACE) {
            parser_raise(parser, stars, "cannot use double starred expression here");
        }
        parser_fail(parser);
    }
    default: return;
    }
}

/* { expression [=] [!conversion] [:spec] } */
static void parse_field(Parser *parser, StringBuilder *builder, StringPrefix prefix) {
    uint32_t field_start = parser_token(parser)->end;
    parser_enter(parser);
    parser_advance(parser);
    parser->fstring_depth++;
    refuse_empty_field(parser);
    Node *field = parser_node_at(parser, NODE_FORMATTED_VALUE, builder->place);
    field->FormattedValue.value = parse_yield_or_star_expressions(parser);
    if (field->FormattedValue.value->kind == NODE_STARRED) {
        parser_raise(parser, field->FormattedValue.value->position, "cannot use starred expression here");
    }
    field->FormattedValue.conversion = -1;
    bool shows_source = parser_accept(parser, TOKEN_EQUAL);
    if (shows_source) {
        uint32_t field_end = parser_token(parser)->start;
        byte_buffer_append(&parser->buffer, parser->source->text + field_start, field_end - field_start);
    }
    flush_text(parser, builder);
    if (parser_peek(parser) == TOKEN_EXCLAMATION) {
        field->FormattedValue.conversion = parse_conversion(parser);
    }
    if (parser_peek(parser) == TOKEN_COLON) {
        parser_advance(parser);
        field->FormattedValue.format_spec = parse_format_spec(parser, builder->place, prefix);
    } else if (shows_source && field->FormattedValue.conversion == -1) {
        field->FormattedValue.conversion = 'r';
    }
    if (parser_peek(parser) != TOKEN_RIGHT_BRACE) {
        TokenKind next = parser_peek(parser);
        if (next == TOKEN_FSTRING_END || next == TOKEN_STRING || next == TOKEN_EXCLAMATION ||
            field->FormattedValue.conversion != -1) {
            parser_raise(parser, parser_place(parser), "expecting '}'");
        }
        parser_fail(parser);
    }
    parser_advance(parser);
    parser->fstring_depth--;
    parser->depth--;
    field->height = field->FormattedValue.value->height + 1;
    Node *spec = field->FormattedValue.format_spec;
    if (spec != NULL && spec->height >= field->height) {
        field->height = spec->height + 1;
    }
    parser_list_push(parser, field);
}

static void parse_fstring(Parser *parser, StringBuilder *builder) {
    const Token start = *parser_token(parser);
    StringPrefix prefix;
    bool is_triple;
    string_literal_prefix(parser->source->text + start.start, &prefix, &is_triple);
    parser_advance(parser);
    while (!parser_accept(parser, TOKEN_FSTRING_END)) {
        if (parser_peek(parser) == TOKEN_FSTRING_MIDDLE) {
            const Token token = *parser_token(parser);
            decode(parser, parser->source->text + token.start, token.end - token.start, prefix);
            parser_advance(parser);
        } else {
            parse_field(parser, builder, prefix);
        }
    }
}

static void parse_plain_string(Parser *parser, StringBuilder *builder, bool is_first) {
    const Token token = *parser_token(parser);
    const char *chars = parser->source->text + token.start;
    StringPrefix prefix;
    bool is_triple;
    size_t opening = string_literal_prefix(chars, &prefix, &is_triple);
    if (is_first) {
        builder->is_bytes = prefix.is_bytes;
    } else if (builder->is_bytes != prefix.is_bytes) {
        parser_raise(parser, place_after_strings(parser), "cannot mix bytes and nonbytes literals");
    }
    size_t length = token.end - token.start - opening - (is_triple ? 3 : 1);
    decode(parser, chars + opening, length, prefix);
    parser_advance(parser);
}

Node *parse_strings(Parser *parser) {
    StringBuilder builder = {
        .place = parser_place(parser), .values = parser_list_begin(parser), .text = parser->buffer.length};
    for (bool is_first = true;; is_first = false) {
        TokenKind next = parser_peek(parser);
        if (next == TOKEN_STRING) {
            parse_plain_string(parser, &builder, is_first);
        } else if (next == TOKEN_FSTRING_START) {
            if (builder.is_bytes) {
                parser_raise(parser, place_after_strings(parser), "cannot mix bytes and nonbytes literals");
            }
            builder.is_fstring = true;
            parse_fstring(parser, &builder);
        } else {
            break;
        }
    }
    if (!builder.is_fstring) {
        const Text *text = gathered_text(parser, &builder);
        ConstantKind kind = builder.is_bytes ? CONSTANT_BYTES : CONSTANT_STRING;
        return parser_constant(parser, builder.place, (ConstantValue){kind, {.text = text}});
    }
    flush_text(parser, &builder);
    Node *node = parser_node_at(parser, NODE_JOINED_STR, builder.place);
    node->JoinedStr.values = parser_list_take(parser, builder.values);
    parser_finish(parser, node);
    /* The parts were made before the end was known. */
    for (int32_t i = 0; i < node->JoinedStr.values.count; i++) {
        Node *part = node->JoinedStr.values.items[i];
        part->position = node->position;
        if (part->kind == NODE_FORMATTED_VALUE && part->FormattedValue.format_spec != NULL) {
            Node *spec = part->FormattedValue.format_spec;
            spec->position = node->position;
            for (int32_t j = 0; j < spec->JoinedStr.values.count; j++) {
                spec->JoinedStr.values.items[j]->position = node->position;
            }
        }
    }
    return node;
}
