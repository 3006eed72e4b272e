/* The instruction set of the register machine: the one list of opcodes.
 *
 * An instruction is one 64-bit word: op (8 bits), x (8), a (16), b (16), c (16); or op, x, a and a signed
 * 32-bit `offset` in place of b and c. Jump offsets count words from the instruction after the one that holds
 * them. Some instructions are followed by further words: "+J" is a JUMP instruction that says where to go
 * when the test comes out as asked (the loop reads its offset; falling past it costs nothing; a jump back is
 * a safepoint); "+2" two words of inline cache, zero when compiled. R is the frame's registers, K the code's
 * constants, G the module's globals (entries of its namespace), F the function's free variables (cells).
 *
 * Calls: R[a] holds the callee and the arguments follow it; the result goes to R[c], or replaces the callee.
 * The loop may use R[a] and, for methods, R[a+1] for its own ends.
 * Method calls: R[a] the function, R[a+1] self or NOTHING (then R[a] is an ordinary callable), arguments from
 * R[a+2].
 *
 * Handled exceptions: an exception table entry says "from here to there, on an exception put it in R[r] and
 * go to h". A handler begins with ENTER_HANDLER r and every way out of it passes LEAVE_HANDLER r: R[r] is the
 * exception and R[r+1] what was being handled before. A yield or await inside a handler needs nothing
 * special: a chain that suspends takes what it was handling along and gives its driver's back (see
 * delegation.h). */
#ifndef BIDE_VM_OPCODES_H
#define BIDE_VM_OPCODES_H

#include <stdint.h>

typedef union Instruction {
    struct {
        uint8_t op, x;
        uint16_t a;
        union {
            struct {
                uint16_t b, c;
            };
            int32_t offset;
        };
    };
    uint64_t word; /* inline cache words, and for whole-word comparisons */
} Instruction;

/* X(name, words, operands, effect). `operands` tells the listing what each field is, in the order a b c x:
 *   r register  k constant  g global slot  B builtin slot or 0xffff  f free variable  n plain number  j jump
 * offset   . unused */
#define OPCODES(X)                                                                                           \
    /* moves and constants */                                                                                \
    X(MOVE, 1, "rr..", "R[a] = R[b]")                                                                        \
    X(LOAD_CONST, 1, "rk..", "R[a] = K[b]")                                                                  \
    X(LOAD_INT, 1, "ri..", "R[a] = offset, a small integer")                                                 \
    X(CHECK_LOCAL, 1, "rk..", "UnboundLocalError about name K[b] if R[a] is NOTHING")                        \
    X(DELETE_LOCAL, 1, "rk..",                                                                               \
      "R[a] = NOTHING; UnboundLocalError about K[b] if it was already; b 0xffff: no check")                  \
    X(NEW_CELL, 1, "r...", "R[a] = new cell holding R[a] (NOTHING: unbound)")                                \
    X(LOAD_CELL, 1, "rrk.", "R[a] = cell R[b]'s value; UnboundLocalError about K[c]")                        \
    X(STORE_CELL, 1, "rr..", "cell R[a]'s value = R[b]")                                                     \
    X(DELETE_CELL, 1, "rk..", "cell R[a]'s value = NOTHING; UnboundLocalError about K[b] if it was")         \
    X(LOAD_FREE, 1, "rfk.", "R[a] = F[b]'s value; NameError about free variable K[c]")                       \
    X(STORE_FREE, 1, "fr..", "F[a]'s value = R[b]")                                                          \
    X(DELETE_FREE, 1, "fk..", "F[a]'s value = NOTHING; NameError about K[b] if it was")                      \
    X(LOAD_GLOBAL, 1, "rgB.", "R[a] = G[b], or if that is NOTHING builtin slot c, or NameError")             \
    X(STORE_GLOBAL, 1, "rg..", "G[b] = R[a]")                                                                \
    X(DELETE_GLOBAL, 1, ".g..", "G[b] = NOTHING; NameError if it was")                                       \
    X(LOAD_NAME, 1, "rkg.",                                                                                  \
      "class body: R[a] = namespace R[0][K[b]], else global slot c, else builtin, or NameError")             \
    X(STORE_NAME, 1, "rk..", "class body: namespace R[0][K[b]] = R[a]")                                      \
    X(DELETE_NAME, 1, ".k..", "class body: del R[0][K[b]], NameError if absent")                             \
    X(LOAD_CLASS_FREE, 1, "rfk.",                                                                            \
      "class body: R[a] = namespace R[0][K[c]], else F[b]'s value, or NameError")                            \
    /* attributes and items */                                                                               \
    X(LOAD_ATTR, 3, "rrk.", "R[a] = R[b].K[c] +2")                                                           \
    X(STORE_ATTR, 3, "rrk.", "R[a].K[c] = R[b] +2")                                                          \
    X(DELETE_ATTR, 1, "r.k.", "del R[a].K[c]")                                                               \
    X(LOAD_METHOD, 3, "rrk.",                                                                                \
      "R[a], R[a+1] = function and self of R[b].K[c], or the attribute and NOTHING +2")                      \
    X(LOAD_SPECIAL, 1, "rrk.",                                                                               \
      "R[a], R[a+1] = method K[c] of type(R[b]) and R[b]; TypeError: no context manager. x: 1 async")        \
    X(GET_ITEM, 1, "rrr.", "R[a] = R[b][R[c]]")                                                              \
    X(GET_ITEM_K, 1, "rrk.", "R[a] = R[b][K[c]]")                                                            \
    X(GET_ITEM_INT, 1, "rrn.", "R[a] = R[b][c]")                                                             \
    X(SET_ITEM, 1, "rrr.", "R[a][R[b]] = R[c]")                                                              \
    X(SET_ITEM_INT, 1, "rnr.", "R[a][b] = R[c]")                                                             \
    X(DELETE_ITEM, 1, "rr..", "del R[a][R[b]]")                                                              \
    X(BUILD_SLICE, 1, "rr..", "R[a] = slice(R[b], R[b+1], R[b+2])")                                          \
    /* arithmetic: x is 1 for the in-place form (+=); the _K forms take a constant on the right */           \
    X(ADD, 1, "rrrx", "R[a] = R[b] + R[c]")                                                                  \
    X(SUB, 1, "rrrx", "R[a] = R[b] - R[c]")                                                                  \
    X(MUL, 1, "rrrx", "R[a] = R[b] * R[c]")                                                                  \
    X(DIV, 1, "rrrx", "R[a] = R[b] / R[c]")                                                                  \
    X(FLOORDIV, 1, "rrrx", "R[a] = R[b] // R[c]")                                                            \
    X(MOD, 1, "rrrx", "R[a] = R[b] % R[c]")                                                                  \
    X(POW, 1, "rrrx", "R[a] = R[b] ** R[c]")                                                                 \
    X(LSHIFT, 1, "rrrx", "R[a] = R[b] << R[c]")                                                              \
    X(RSHIFT, 1, "rrrx", "R[a] = R[b] >> R[c]")                                                              \
    X(AND, 1, "rrrx", "R[a] = R[b] & R[c]")                                                                  \
    X(OR, 1, "rrrx", "R[a] = R[b] | R[c]")                                                                   \
    X(XOR, 1, "rrrx", "R[a] = R[b] ^ R[c]")                                                                  \
    X(MATMUL, 1, "rrrx", "R[a] = R[b] @ R[c]")                                                               \
    X(ADD_K, 1, "rrkx", "R[a] = R[b] + K[c]")                                                                \
    X(SUB_K, 1, "rrkx", "R[a] = R[b] - K[c]")                                                                \
    X(MUL_K, 1, "rrkx", "R[a] = R[b] * K[c]")                                                                \
    X(DIV_K, 1, "rrkx", "R[a] = R[b] / K[c]")                                                                \
    X(FLOORDIV_K, 1, "rrkx", "R[a] = R[b] // K[c]")                                                          \
    X(MOD_K, 1, "rrkx", "R[a] = R[b] % K[c]")                                                                \
    X(POW_K, 1, "rrkx", "R[a] = R[b] ** K[c]")                                                               \
    X(LSHIFT_K, 1, "rrkx", "R[a] = R[b] << K[c]")                                                            \
    X(RSHIFT_K, 1, "rrkx", "R[a] = R[b] >> K[c]")                                                            \
    X(AND_K, 1, "rrkx", "R[a] = R[b] & K[c]")                                                                \
    X(OR_K, 1, "rrkx", "R[a] = R[b] | K[c]")                                                                 \
    X(XOR_K, 1, "rrkx", "R[a] = R[b] ^ K[c]")                                                                \
    X(ACCUMULATE, 1, "rrr.",                                                                                 \
      "R[a] += R[c]; a string may grow in place: R[b], R[b+1] as string_grow() has them")                    \
    X(NEG, 1, "rr..", "R[a] = -R[b]")                                                                        \
    X(POS, 1, "rr..", "R[a] = +R[b]")                                                                        \
    X(INVERT, 1, "rr..", "R[a] = ~R[b]")                                                                     \
    X(NOT, 1, "rr..", "R[a] = not R[b]")                                                                     \
    /* comparisons */                                                                                        \
    X(LT, 1, "rrr.", "R[a] = R[b] < R[c]")                                                                   \
    X(LE, 1, "rrr.", "R[a] = R[b] <= R[c]")                                                                  \
    X(EQ, 1, "rrr.", "R[a] = R[b] == R[c]")                                                                  \
    X(NE, 1, "rrr.", "R[a] = R[b] != R[c]")                                                                  \
    X(GT, 1, "rrr.", "R[a] = R[b] > R[c]")                                                                   \
    X(GE, 1, "rrr.", "R[a] = R[b] >= R[c]")                                                                  \
    X(IS, 1, "rrrx", "R[a] = R[b] is R[c]; x 1: is not")                                                     \
    X(IN, 1, "rrrx", "R[a] = R[b] in R[c]; x 1: not in")                                                     \
    /* jumps */                                                                                              \
    X(JUMP, 1, "j...", "pc += offset")                                                                       \
    X(JUMP_BACK, 1, "j...", "pc += offset, at a safepoint: the end of an endless loop's body")               \
    X(JUMP_IF_TRUE, 1, "rj..", "if R[a] is true, pc += offset")                                              \
    X(JUMP_IF_FALSE, 1, "rj..", "if R[a] is false, pc += offset")                                            \
    X(TEST_LT, 2, "rr.x", "if (R[a] < R[b]) == x, take the jump +J")                                         \
    X(TEST_LE, 2, "rr.x", "if (R[a] <= R[b]) == x, take the jump +J")                                        \
    X(TEST_EQ, 2, "rr.x", "if (R[a] == R[b]) == x, take the jump +J")                                        \
    X(TEST_NE, 2, "rr.x", "if (R[a] != R[b]) == x, take the jump +J")                                        \
    X(TEST_GT, 2, "rr.x", "if (R[a] > R[b]) == x, take the jump +J")                                         \
    X(TEST_GE, 2, "rr.x", "if (R[a] >= R[b]) == x, take the jump +J")                                        \
    X(TEST_LT_K, 2, "rk.x", "if (R[a] < K[b]) == x, take the jump +J")                                       \
    X(TEST_LE_K, 2, "rk.x", "if (R[a] <= K[b]) == x, take the jump +J")                                      \
    X(TEST_EQ_K, 2, "rk.x", "if (R[a] == K[b]) == x, take the jump +J")                                      \
    X(TEST_NE_K, 2, "rk.x", "if (R[a] != K[b]) == x, take the jump +J")                                      \
    X(TEST_GT_K, 2, "rk.x", "if (R[a] > K[b]) == x, take the jump +J")                                       \
    X(TEST_GE_K, 2, "rk.x", "if (R[a] >= K[b]) == x, take the jump +J")                                      \
    X(TEST_IS, 2, "rr.x", "if (R[a] is R[b]) == x, take the jump +J")                                        \
    X(TEST_IN, 2, "rr.x", "if (R[a] in R[b]) == x, take the jump +J")                                        \
    X(TEST_NONE, 2, "r..x", "if (R[a] is None) == x, take the jump +J")                                      \
    /* iteration */                                                                                          \
    X(GET_ITER, 1, "rr.x", "R[a] = iter(R[b]); x 1: R[b] is a temporary (see CLOSE_ITER)")                   \
    X(FOR_ITER, 2, "rr..", "R[a] = next(R[b]), take the jump +J; exhausted: go on")                          \
    X(CLOSE_ITER, 1, "r...",                                                                                 \
      "a for loop over a temporary is left early: close R[a] if it is a generator made there")               \
    X(GET_AITER, 1, "rr..", "R[a] = aiter(R[b])")                                                            \
    X(FOR_AITER, 2, "rr..",                                                                                  \
      "R[a] = await anext(R[b]); a native async generator that ends takes the jump +J, anything else "       \
      "raises StopAsyncIteration here")                                                                      \
    X(END_ASYNC_FOR, 1, "r...", "raise R[a] again unless it is a StopAsyncIteration")                        \
    X(CLOSE_AITER, 1, "r...", "an async for over a temporary is left early: have the loop close R[a]")       \
    /* building */                                                                                           \
    X(BUILD_TUPLE, 1, "rrn.", "R[a] = tuple of R[b .. b+c)")                                                 \
    X(BUILD_LIST, 1, "rrn.", "R[a] = list of R[b .. b+c)")                                                   \
    X(BUILD_SET, 1, "rrn.", "R[a] = set of R[b .. b+c)")                                                     \
    X(BUILD_DICT, 1, "rrn.", "R[a] = dict of the c pairs R[b], R[b+1] ...")                                  \
    X(BUILD_STRING, 1, "rrn.", "R[a] = the strings R[b .. b+c) joined")                                      \
    X(FORMAT_VALUE, 1, "rrrx",                                                                               \
      "R[a] = format(R[b], R[c]), c 0xffff: no spec; x first 0 nothing 1 str 2 repr 3 ascii")                \
    X(LIST_APPEND, 1, "rr..", "R[a].append(R[b])")                                                           \
    X(LIST_EXTEND, 1, "rr..", "R[a].extend(R[b]): [*x]")                                                     \
    X(LIST_TO_TUPLE, 1, "rrrx",                                                                              \
      "R[a] = tuple(R[b]), R[b] a list; x 1: any iterable, the only *args of a call; TypeError names "       \
      "callee R[c]")                                                                                         \
    X(SET_ADD, 1, "rr..", "R[a].add(R[b])")                                                                  \
    X(SET_UPDATE, 1, "rr..", "R[a].update(R[b])")                                                            \
    X(DICT_SET, 1, "rrr.", "R[a][R[b]] = R[c], R[a] a plain dict")                                           \
    X(DICT_UPDATE, 1, "rr..", "R[a].update(R[b]): {**m}")                                                    \
    X(DICT_MERGE, 1, "rrr.",                                                                                 \
      "R[a].update(R[b]) for f(**m): keys must be new strings, TypeError names callee R[c]")                 \
    X(UNPACK, 1, "rrn.", "R[a .. a+c) = exactly c items of R[b]")                                            \
    X(UNPACK_STAR, 1, "rrnx",                                                                                \
      "R[a .. a+c) = first c items of R[b], R[a+c] = list of the middle, then the last x")                   \
    /* functions and calls */                                                                                \
    X(MAKE_FUNCTION, 1, "rkrx",                                                                              \
      "R[a] = function of code K[b]; x bit 0: R[c] defaults tuple, bit 1: R[c+1] keyword defaults dict, "    \
      "bit 2: R[c+2] annotations dict, bit 3: R[c+3] tuple of type parameters")                              \
    X(LOAD_BUILD_CLASS, 1, "r...",                                                                           \
      "R[a] = the class builder: called with body function, name, bases, keywords")                          \
    X(LOAD_TYPE_ALIAS, 1, "r...",                                                                            \
      "R[a] = the maker of type aliases: called with name, function of the value, tuple of parameters")      \
    X(CALL, 1, "rnr.", "R[c] = R[a](R[a+1 .. a+b])")                                                         \
    X(CALL_LOCAL, 1, "rrrn", "R[c] = R[b](R[a+1 .. a+x])")                                                   \
    X(CALL_KEYWORDS, 1, "rnk.",                                                                              \
      "R[a] = R[a](...): the last of b arguments are keywords, named by tuple K[c]")                         \
    X(CALL_METHOD, 1, "rnr.", "R[c] = R[a](R[a+1]?, R[a+2 .. a+1+b])")                                       \
    X(CALL_METHOD_KEYWORDS, 1, "rnk.", "R[a] = R[a](...): likewise")                                         \
    X(CALL_SPREAD, 1, "r..x",                                                                                \
      "R[a] = R[a](*R[a+1], **R[a+2]); R[a+1] a tuple; x 1: R[a+2] a dict; x 0: no keywords")                \
    X(RETURN, 1, "r...", "return R[a]")                                                                      \
    X(RETURN_NONE, 1, "....", "return None")                                                                 \
    /* generators and coroutines */                                                                          \
    X(YIELD, 1, "rr..", "suspend with R[b]; R[a] = what is sent")                                            \
    X(YIELD_FROM, 1, "rr..", "delegate to iterable R[b] until it is done; R[a] = its result")                \
    X(AWAIT, 1, "rr.x",                                                                                      \
      "delegate to awaitable R[b]; R[a] = its result; x 1, 2: it came from __aenter__, __aexit__")           \
    X(ASYNC_YIELD, 1, "rr..",                                                                                \
      "async generator: hand R[b] to who awaits the next item; R[a] = what asend sends")                     \
    /* exceptions */                                                                                         \
    X(ENTER_HANDLER, 1, "r...",                                                                              \
      "R[a+1] = the exception handled so far (NOTHING: the driver's); the one handled now is R[a]")          \
    X(LEAVE_HANDLER, 1, "r...", "the exception handled now is R[a+1] again")                                 \
    X(TEST_EXCEPTION, 2, "rr.x", "if (R[a] matches class or tuple R[b]) == x, take the jump +J")             \
    X(CATCH_GROUP, 2, "rr..",                                                                                \
      "except*: split R[a] by class or tuple R[b]: what matches is R[a+1] and handled now, R[a] the rest; "  \
      "nothing does: take the jump +J")                                                                      \
    X(REJOIN_GROUP, 1, "rr..",                                                                               \
      "except*: R[a] = what of exception R[a] is to be raised when its clauses raised the list R[b] and "    \
      "left R[b+1], or None")                                                                                \
    X(RAISE, 1, "rr.x", "x 0: raise R[a]; 1: raise R[a] from R[b]; 2: raise what is being handled")          \
    X(RERAISE, 1, "r...", "raise R[a] on, without a new traceback entry for this line")                      \
    X(LOAD_ASSERTION_ERROR, 1, "r...", "R[a] = AssertionError, whatever scripts did to the name")            \
    X(EXIT_ARGUMENTS, 1, "rr..",                                                                             \
      "R[a], R[a+1], R[a+2] = type, value, traceback of exception R[b], for __exit__")                       \
    /* patterns */                                                                                           \
    X(TEST_SEQUENCE, 2, "rn.x", "if R[a] is no sequence of b items (x 1: at least b), take the jump +J")     \
    X(MATCH_MAPPING, 2, "rr..",                                                                              \
      "R[a] = tuple of what R[b] has for the keys in tuple R[a]; no mapping, or not all: take the jump +J")  \
    X(MATCH_CLASS, 2, "rrkx",                                                                                \
      "R[a] = tuple of R[b]'s attributes: x by the __match_args__ of class R[a], then those in tuple K[c]; " \
      "no such instance: take the jump +J")                                                                  \
    /* imports, annotations, statements with an effect on the outside */                                     \
    X(IMPORT, 1, "rkkx", "R[a] = import K[b] with from-list K[c] (None or a tuple); x: leading dots")        \
    X(IMPORT_FROM, 1, "rrk.", "R[a] = R[b].K[c], ImportError where absent")                                  \
    X(IMPORT_STAR, 1, "r...", "all public names of module R[a] into the globals")                            \
    X(SETUP_ANNOTATIONS, 1, "....",                                                                          \
      "make __annotations__ in the module's or class's namespace unless it is there")                        \
    X(DROP_ARGUMENTS, 1, "r...",                                                                             \
      "warn if a coroutine is lost that was made for an argument of the call that gave R[a]; then DROP")     \
    X(DROP, 1, "r...", "an expression statement drops R[a]: warn if that loses a coroutine")                 \
    X(ECHO, 1, "r...", "REPL: show R[a] unless None, and keep it in _")

typedef enum Opcode {
#define X(name, words, operands, effect) OP_##name,
    OPCODES(X)
#undef X
        OPCODE_COUNT
} Opcode;

#endif
