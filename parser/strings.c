/* Strings: adjacent literals become one constant, or one JoinedStr if an f-string is among them. */
#include "parser/parser_internal.h"

#include <string.h>

/* What is being put together: the parser's buffer holds the text since the last replacement field. */
typedef struct StringBuilder {
    Position place; /* of all the literals together; CPython gives it to every part of an f-string */
    bool is_bytes, is_fstring;
    bool is_mixed;       /* bytes and text */
    const char *problem; /* what is wrong with the text of the f-string at hand, or NULL */
    int values;          /* where the JoinedStr's parts begin in the scratch list */
    size_t text;         /* where this builder's text begins in the parser's buffer */
} StringBuilder;

static void check_warning(Parser *parser, const StringProblem *problem, int32_t line) {
    if (problem->invalid_escape != 0) {
        /* Only the first byte is shown; a character beyond ASCII would be cut. */
        char c = problem->invalid_escape;
        syntax_warning_add(parser->warnings, parser->arena, WARNING_DEPRECATION, line,
                           c & 0x80 ? "invalid escape sequence" : "invalid escape sequence '\\%c'", c);
    }
}

/* Raise an error in a string, which is wrong in whatever way one reads what is around it. */
static _Noreturn void raise_in_string(Parser *parser, Position place, const char *message) {
    parser->speculation = 0;
    parser_raise(parser, place, "%s", message);
}

/* Append what `length` characters of an f-string's text are worth; what is wrong with them is told at its
 * end. */
static void decode_part(Parser *parser, StringBuilder *builder, StringPrefix prefix) {
    const Token token = *parser_token(parser);
    StringProblem problem;
    if (string_literal_decode(&parser->buffer, parser->source->text + token.start, token.end - token.start,
                              prefix, &problem)) {
        check_warning(parser, &problem, token.line);
    } else if (builder->problem == NULL) {
        builder->problem = arena_text(parser->arena, problem.message, strlen(problem.message))->chars;
    }
    parser_advance(parser);
}

/* Take the text gathered so far out of the buffer. */
static const Text *gathered_text(Parser *parser, const StringBuilder *builder) {
    size_t length = parser->buffer.length - builder->text;
    parser->buffer.length = builder->text;
    return arena_text(parser->arena, length > 0 ? parser->buffer.bytes + builder->text : "", length);
}

/* The source between the token at position `open` and the next one is text, too, but for its comments, which
 * stand between tokens: f'{x=}' shows it. */
static void append_source(Parser *parser, int open) {
    parser_token(parser);
    const char *text = parser->source->text;
    for (int i = open; i < parser->position; i++) {
        const Token *token = &parser->tokens[i];
        if (i > open) {
            byte_buffer_append(&parser->buffer, text + token->start, token->end - token->start);
        }
        const char *gap = text + token->end, *next = text + token[1].start;
        while (gap < next) {
            const char *comment = memchr(gap, '#', (size_t)(next - gap));
            const char *stop = comment != NULL ? comment : next;
            byte_buffer_append(&parser->buffer, gap, (size_t)(stop - gap));
            gap = comment != NULL ? comment + strcspn(comment, "\n") : next;
        }
    }
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
static Node *parse_format_spec(Parser *parser, StringBuilder *outer, StringPrefix prefix) {
    StringBuilder spec = {.place = outer->place,
                          .problem = outer->problem,
                          .is_fstring = true,
                          .values = parser_list_begin(parser),
                          .text = parser->buffer.length};
    while (parser_peek(parser) != TOKEN_RIGHT_BRACE) {
        if (parser_peek(parser) == TOKEN_FSTRING_MIDDLE) {
            decode_part(parser, &spec, prefix);
        } else if (parser_peek(parser) == TOKEN_LEFT_BRACE) {
            parse_field(parser, &spec, prefix);
        } else {
            parser_raise(parser, parser_place(parser), "f-string: expecting '}', or format specs");
        }
    }
    outer->problem = spec.problem;
    flush_text(parser, &spec);
    Node *node = parser_node_at(parser, NODE_JOINED_STR, outer->place);
    node->JoinedStr.values = parser_list_take(parser, spec.values);
    return parser_finish(parser, node);
}

/* !s, !r or !a, without a blank. */
static int parse_conversion(Parser *parser) {
    Position mark = parser_place(parser);
    parser_advance(parser);
    const Token *token = parser_token(parser);
    const char *name = parser->source->text + token->start;
    Position place = parser_place(parser);
    if (token->kind == TOKEN_RIGHT_BRACE || token->kind == TOKEN_COLON) {
        parser_raise(parser, place, "f-string: missing conversion character");
    }
    if (token->kind != TOKEN_NAME) {
        parser_raise(parser, place, "f-string: invalid conversion character");
    }
    if (place.line != mark.end_line || place.column != mark.end_column) {
        raise_in_string(parser, parser_span(mark, place),
                        "f-string: conversion type must come right after the exclamanation mark");
    }
    if (token->end != token->start + 1 || (*name != 's' && *name != 'r' && *name != 'a')) {
        const Text *message = arena_format(
            parser->arena, "f-string: invalid conversion character '%.*s': expected 's', 'r', or 'a'",
            (int)(token->end - token->start), name);
        raise_in_string(parser, place, message->chars);
    }
    parser_advance(parser);
    return *name;
}

/* What stands between the braces before = ! and : is wrong, or there is nothing. */
static Node *parse_field_value(Parser *parser) {
    Position place = parser_place(parser);
    switch (parser_peek(parser)) {
    case TOKEN_RIGHT_BRACE:
    case TOKEN_EXCLAMATION:
    case TOKEN_COLON:
    case TOKEN_EQUAL:
        parser_raise(parser, place, "f-string: valid expression required before %s",
                     token_kind_name(parser_peek(parser)));
    default: break;
    }
    if (!parser->is_searching) {
        return parse_yield_or_star_expressions(parser);
    }
    Node *value = parser_attempt(parser, parse_yield_or_star_expressions);
    if (value == NULL) {
        parser_raise(parser, place, "f-string: expecting a valid expression after '{'");
    }
    return value;
}

/* What may follow each part of a field. If something else does, the reading fails, and the search says why.
 */
static void expect_after_part(Parser *parser, bool allows_equal, bool allows_conversion) {
    switch (parser_peek(parser)) {
    case TOKEN_RIGHT_BRACE:
    case TOKEN_COLON: return;
    case TOKEN_EQUAL:
        if (allows_equal) {
            return;
        }
        break;
    case TOKEN_EXCLAMATION:
        if (allows_conversion) {
            return;
        }
        break;
    default: break;
    }
    if (!parser->is_searching) {
        parser_fail(parser);
    }
    parser_raise(parser, parser_place(parser), "f-string: expecting %s",
                 allows_equal        ? "'=', or '!', or ':', or '}'"
                 : allows_conversion ? "'!', or ':', or '}'"
                                     : "':' or '}'");
}

/* { expression [=] [!conversion] [:spec] } */
static void parse_field(Parser *parser, StringBuilder *builder, StringPrefix prefix) {
    int outer_level = parser->field_level, position = parser->position;
    parser->field_level = parser_token(parser)->level;
    parser_enter(parser);
    parser_advance(parser);
    Node *field = parser_node_at(parser, NODE_FORMATTED_VALUE, builder->place);
    field->FormattedValue.value = parse_field_value(parser);
    expect_after_part(parser, true, true);
    field->FormattedValue.conversion = -1;
    bool shows_source = parser_accept(parser, TOKEN_EQUAL);
    if (shows_source) {
        append_source(parser, position);
        expect_after_part(parser, false, true);
    }
    flush_text(parser, builder);
    if (parser_peek(parser) == TOKEN_EXCLAMATION) {
        field->FormattedValue.conversion = parse_conversion(parser);
        expect_after_part(parser, false, false);
    }
    if (parser_accept(parser, TOKEN_COLON)) {
        field->FormattedValue.format_spec = parse_format_spec(parser, builder, prefix);
    } else if (shows_source && field->FormattedValue.conversion == -1) {
        field->FormattedValue.conversion = 'r';
    }
    parser_expect(parser, TOKEN_RIGHT_BRACE);
    parser->field_level = outer_level;
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
    builder->problem = NULL;
    parser_advance(parser);
    while (parser_peek(parser) != TOKEN_FSTRING_END) {
        if (parser_peek(parser) == TOKEN_FSTRING_MIDDLE) {
            decode_part(parser, builder, prefix);
        } else {
            parse_field(parser, builder, prefix);
        }
    }
    if (builder->problem != NULL) {
        raise_in_string(parser, parser_place(parser), builder->problem);
    }
    parser_advance(parser);
}

static void parse_plain_string(Parser *parser, StringBuilder *builder, bool is_first) {
    const Token token = *parser_token(parser);
    const char *chars = parser->source->text + token.start;
    StringPrefix prefix;
    bool is_triple;
    size_t opening = string_literal_prefix(chars, &prefix, &is_triple);
    if (is_first) {
        builder->is_bytes = prefix.is_bytes;
    }
    builder->is_mixed |= builder->is_bytes != prefix.is_bytes;
    size_t length = token.end - token.start - opening - (is_triple ? 3 : 1);
    StringProblem problem;
    if (!string_literal_decode(&parser->buffer, chars + opening, length, prefix, &problem)) {
        raise_in_string(parser, parser_place(parser), problem.message);
    }
    check_warning(parser, &problem, token.line);
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
            builder.is_mixed |= builder.is_bytes;
            builder.is_fstring = true;
            parse_fstring(parser, &builder);
        } else {
            break;
        }
    }
    if (builder.is_mixed) {
        raise_in_string(parser, parser_place(parser), "cannot mix bytes and nonbytes literals");
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
