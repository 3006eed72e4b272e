/* The commands that make the front end's stages visible: tokens, ast, dis. They read a program and run
 * nothing. */
#ifndef BIDE_CLI_SHOW_H
#define BIDE_CLI_SHOW_H

#include "cli/program.h"

/* Prints what a stage makes of the text on standard output. False: a SyntaxError is pending. */
typedef bool ShowStage(Vm *vm, const Source *source);

/* The stage that the command of that name shows, or NULL. */
ShowStage *show_find_stage(const char *name);

/* Shows the program, which is no module. Returns the exit status: 0, 1 for a syntax error, 2 for a file that
 * cannot be read. */
int show_run(Vm *vm, ShowStage *stage, const Program *program);

#endif
