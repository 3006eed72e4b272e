/* A tool of the build, not a part of the interpreter: writes the C file that holds the modules written in the
 * language.
 *
 * usage: embed OUTPUT ROOT FILE...      each FILE lies below the folder ROOT and ends in .py
 *
 * A source is written as an array of numbers, not as a string, because C promises string literals of 4,095
 * bytes only. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    char *name;
    const char *path;
} Module;

static void fail(const char *what, const char *path) {
    fprintf(stderr, "embed: %s: ", path);
    perror(what);
    exit(1);
}

/* "stdlib/asyncio/queues.py" below "stdlib" is "asyncio.queues"; "stdlib/asyncio/__init__.py" is "asyncio".
 */
static char *module_name(const char *root, const char *path) {
    size_t root_length = strlen(root);
    if (strncmp(path, root, root_length) == 0 && path[root_length] == '/')
        path += root_length + 1;
    char *name = strdup(path);
    char *end = name + strlen(name);
    if (end - name > 3 && strcmp(end - 3, ".py") == 0)
        *(end -= 3) = '\0';
    if (end - name > 9 && strcmp(end - 9, "/__init__") == 0)
        end[-9] = '\0';
    for (char *c = name; *c != '\0'; c++) {
        if (*c == '/')
            *c = '.';
    }
    return name;
}

static int compare_names(const void *a, const void *b) {
    return strcmp(((const Module *)a)->name, ((const Module *)b)->name);
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "usage: embed OUTPUT ROOT FILE...\n");
        return 2;
    }
    const char *root = argv[2];
    size_t count = (size_t)argc - 3;
    Module *modules = calloc(count + 1, sizeof *modules);
    for (size_t i = 0; i < count; i++)
        modules[i] = (Module){module_name(root, argv[i + 3]), argv[i + 3]};
    qsort(modules, count, sizeof *modules, compare_names);

    FILE *out = fopen(argv[1], "w");
    if (out == NULL)
        fail("cannot write", argv[1]);
    fprintf(out,
            "/* Written by stdlib/tools/embed.c: do not edit. */\n#include \"stdlib/embedded_modules.h\"\n");
    for (size_t i = 0; i < count; i++) {
        FILE *in = fopen(modules[i].path, "rb");
        if (in == NULL)
            fail("cannot read", modules[i].path);
        fprintf(out, "\nstatic const char source_%zu[] = {", i);
        size_t length = 0;
        for (int c; (c = getc(in)) != EOF; length++)
            fprintf(out, "%s%d,", length % 24 == 0 ? "\n    " : " ", c < 128 ? c : c - 256);
        fprintf(out, "\n    0};\n");
        fclose(in);
    }
    fprintf(out, "\nconst BuiltinModule embedded_modules[] = {\n");
    for (size_t i = 0; i < count; i++)
        fprintf(out, "    {\"%s\", NULL, source_%zu, sizeof source_%zu - 1},\n", modules[i].name, i, i);
    fprintf(out, "    {NULL, NULL, NULL, 0},\n};\n");
    if (fclose(out) != 0)
        fail("cannot write", argv[1]);
    for (size_t i = 0; i < count; i++)
        free(modules[i].name);
    free(modules);
    return 0;
}
