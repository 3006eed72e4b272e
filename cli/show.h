/* The commands that make the front end's stages visible: tokens, ast, dis. They read a file and run nothing. */
#ifndef BIDE_CLI_SHOW_H
#define BIDE_CLI_SHOW_H

typedef int ShowCommand(const char *path);

/* The command of that name, or NULL. Returns the exit status: 0, 1 for a syntax error, 2 for a file that cannot be read. */
ShowCommand *show_find_command(const char *name);

#endif
