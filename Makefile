# Bide: `make` builds ./bide; `make demo` runs the first lessons; `make test` runs every test.
#
# A build lives in build/VARIANT, so that the variants never disturb one another:
#   release   what people run (the default)
#   sanitize  AddressSanitizer and UndefinedBehaviorSanitizer
#   stress    collects garbage at every safepoint, to catch a value nobody roots; its loop is the portable switch
#   tsan      ThreadSanitizer: make tsan runs the scripts that start threads
#   pgo       as the compiler makes it when it has watched the benchmarks run: make pgo (gcc only)
#   verify    collects in small steps at every safepoint, and checks that no reference escapes (vm/heap_verify.h)
#
# Useful on the command line: CC=clang, BUILD=build/clang, EXTRA_CFLAGS=-Werror, PREFIX=/usr, DESTDIR=/tmp/x,
# ONLY=asyncio/ (the scripts whose path holds this), JOBS=4 (tests at a time).

ifeq ($(origin CC),default)
CC       := $(shell command -v gcc || command -v clang || echo cc)
endif
VARIANT  ?= release
BUILD    ?= build/$(VARIANT)
PREFIX   ?= /usr/local
PYTHON   ?= python3
JOBS     ?= $(shell getconf _NPROCESSORS_ONLN)
comma    := ,

CPPFLAGS += -I. -I$(BUILD) -D_GNU_SOURCE
WARNINGS := -Wall -Wextra -Wpedantic
# Code at a fixed address needs no relocation: bide starts 5% sooner.
CFLAGS_release  := -O2 -fno-plt -fno-pie
CFLAGS_sanitize := -O1 -DBIDE_FREES_AT_EXIT -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
CFLAGS_tsan     := -O1 -fsanitize=thread -fno-omit-frame-pointer
CFLAGS_stress   := -O1 -DBIDE_GC_STRESS -DBIDE_SWITCH_DISPATCH
CFLAGS_verify   := -O1 -DBIDE_GC_VERIFY -DBIDE_FREES_AT_EXIT
CFLAGS_train    := $(CFLAGS_release) -fprofile-generate -fprofile-update=atomic
CFLAGS_pgo      := $(CFLAGS_release) -fprofile-use -fprofile-partial-training -Wno-missing-profile
CFLAGS   += -std=gnu11 -g $(WARNINGS) $(CFLAGS_$(VARIANT)) $(EXTRA_CFLAGS)
LDFLAGS  += $(if $(filter sanitize,$(VARIANT)),-fsanitize=address$(comma)undefined)
LDFLAGS  += $(if $(filter tsan,$(VARIANT)),-fsanitize=thread)
LDFLAGS  += $(if $(filter train,$(VARIANT)),-fprofile-generate)
LDFLAGS  += $(if $(filter release pgo train,$(VARIANT)),-no-pie)
LDLIBS   := -lm -lpthread

ROOMS    := lexer parser vm stdlib cli
SOURCES  := $(sort $(wildcard $(ROOMS:%=%/*.c) $(ROOMS:%=%/*/*.c)))
SOURCES  := $(filter-out stdlib/tools/%,$(SOURCES))
OBJECTS  := $(SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/embedded_modules.o
LIBRARY  := $(filter-out $(BUILD)/cli/main.o,$(OBJECTS))

# Modules of the standard library that are written in the language itself.
EMBEDDED := $(sort $(wildcard stdlib/*.py stdlib/*/*.py stdlib/*/*/*.py))

.PHONY: all
all: $(BUILD)/bide
ifeq ($(BUILD),build/release)
	@ln -sf build/release/bide bide
endif

$(BUILD)/bide: $(OBJECTS)
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# Rewritten, and so newer than every object, only when the compiler or its flags have changed.
.PHONY: force
$(BUILD)/flags: force
	@mkdir -p $(@D)
	@echo '$(CC) $(CPPFLAGS) $(CFLAGS)' | cmp -s - $@ || echo '$(CC) $(CPPFLAGS) $(CFLAGS)' > $@

# --- Modules written in the language --------------------------------------------------------------

$(BUILD)/embed: stdlib/tools/embed.c
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -O1 $(WARNINGS) -D_GNU_SOURCE -o $@ $<

# The list of modules, so that one that is added or removed is noticed.
$(BUILD)/embedded_modules.list: force
	@mkdir -p $(@D)
	@echo '$(EMBEDDED)' | cmp -s - $@ || echo '$(EMBEDDED)' > $@

$(BUILD)/embedded_modules.c: $(BUILD)/embed $(BUILD)/embedded_modules.list $(EMBEDDED)
	$(BUILD)/embed $@ stdlib $(EMBEDDED)

$(BUILD)/embedded_modules.o: $(BUILD)/embedded_modules.c $(BUILD)/flags
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# --- Tests ----------------------------------------------------------------------------------------

UNIT_SOURCES := $(sort $(wildcard tests/unit/*.c))
UNIT_OBJECTS := $(UNIT_SOURCES:%.c=$(BUILD)/%.o)
ONLY         ?=

# Sanitizers and stress cost a lot of time.
TEST_TIMEOUT_release  := 60
TEST_TIMEOUT_sanitize := 300
TEST_TIMEOUT_stress   := 300
TEST_TIMEOUT_tsan     := 300
TEST_TIMEOUT_verify   := 300
TEST_ENV := BIDE=$(abspath $(BUILD)/bide) BIDE_ROOT=$(CURDIR) BIDE_TEST_TIMEOUT=$(TEST_TIMEOUT_$(VARIANT)) \
            UBSAN_OPTIONS=print_stacktrace=1 TZ=UTC0 $(if $(filter stress verify,$(VARIANT)),BIDE_SKIP_SLOW=1)

.PHONY: test unit scripts sanitize stress verify tsan build-tests
test: unit scripts

build-tests: $(BUILD)/tests/unit_tests $(BUILD)/tests/script_tests $(BUILD)/bide

unit: $(BUILD)/tests/unit_tests $(BUILD)/bide
	@echo "== unit tests ($(VARIANT))"
	@$(TEST_ENV) $(BUILD)/tests/unit_tests --jobs $(JOBS) --timeout $(TEST_TIMEOUT_$(VARIANT))

scripts: $(BUILD)/tests/script_tests $(BUILD)/bide
	@echo "== scripts ($(VARIANT))"
	@$(TEST_ENV) BIDE_ONLY='$(ONLY)' $(BUILD)/tests/script_tests --jobs $(JOBS)

sanitize:
	$(MAKE) VARIANT=sanitize test

stress:
	$(MAKE) VARIANT=stress test

tsan:
	$(MAKE) VARIANT=tsan ONLY=threads/ scripts

verify:
	$(MAKE) VARIANT=verify test

$(BUILD)/tests/unit_tests: $(UNIT_OBJECTS) $(LIBRARY)
	$(CC) $(LDFLAGS) -o $@ $^ -lcriterion -lutil $(LDLIBS)

# The runner of scripts only starts ./bide: it is the same program in every variant.
$(BUILD)/tests/script_tests: tests/scripts/runner.c | criterion
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -g -O1 -I. -D_GNU_SOURCE $(WARNINGS) $(EXTRA_CFLAGS) -o $@ $< -lcriterion

$(UNIT_OBJECTS): | criterion

.PHONY: criterion
criterion:
	@CC='$(CC)' tests/need_criterion

# What mutates programs and compiles them.
$(BUILD)/tests/fuzz/syntax: $(BUILD)/tests/fuzz/syntax.o $(BUILD)/tests/fuzz/mutation.o $(LIBRARY)
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# curl, nc, wrk and nginx (those that are there) against Bide's HTTP.
.PHONY: interop
interop: all
	$(PYTHON) tests/interop/run $(BUILD)/bide

.PHONY: record conformance fuzz fuzz-syntax fuzz-syntax-against fuzz-async fuzz-code fuzz-numbers
# Records what has no recording yet, or what is named: make record FILES="examples/01_generator_next.py".
record:
	$(PYTHON) tests/record $(FILES)

conformance:
	$(PYTHON) tests/record --check $(FILES)

# Broken programs against the sanitized build.
fuzz:
	$(MAKE) VARIANT=sanitize
	$(PYTHON) tests/fuzz/run $(FUZZ_ARGS) build/sanitize/bide

# Programs with mistakes, a million in minutes: the sanitized front end must neither crash nor hang nor leak.
INPUTS  ?= 100000
SEED    ?= 0
SCRIPTS := $(sort $(wildcard examples/*.py tests/scripts/*/*.py))
fuzz-syntax:
	$(MAKE) VARIANT=sanitize build/sanitize/tests/fuzz/syntax
	build/sanitize/tests/fuzz/syntax -n $(INPUTS) --seed $(SEED) -j $(JOBS) $(FUZZ_ARGS) $(SCRIPTS)

# What CPython refuses Bide refuses, and what CPython accepts Bide accepts or refuses by name.
fuzz-syntax-against: $(BUILD)/tests/fuzz/syntax
	$(PYTHON) tests/fuzz/run_syntax -n $(INPUTS) --seed $(SEED) $(FUZZ_ARGS) $(BUILD)/tests/fuzz/syntax

# Random asyncio programs: CPython's order of events against Bide's.
SEEDS ?= 1000
fuzz-async: $(BUILD)/bide
	$(PYTHON) tests/fuzz/run_async -n $(SEEDS) -j $(JOBS) $(FUZZ_ARGS) $(BUILD)/bide

# Random programs of ordinary code: what CPython prints against what Bide prints.
fuzz-code: $(BUILD)/bide
	$(PYTHON) tests/fuzz/run_code -n $(SEEDS) -j $(JOBS) $(FUZZ_ARGS) $(BUILD)/bide

# Random programs about numbers: what CPython prints against what Bide prints.
fuzz-numbers: $(BUILD)/bide
	$(PYTHON) tests/fuzz/run_numbers -n $(SEEDS) -j $(JOBS) $(FUZZ_ARGS) $(BUILD)/bide

# --- For people -----------------------------------------------------------------------------------

DEMO ?= $(wordlist 1,9,$(sort $(wildcard examples/*.py)))

.PHONY: demo bench pgo profile install format lint clean
demo: all
	@for lesson in $(DEMO); do \
	    echo; echo "--- ./bide $$lesson"; echo; $(BUILD)/bide $$lesson || exit 1; \
	done

# Programs side by side; then echo servers under load.
bench: all $(BUILD)/echo_server
	$(PYTHON) tests/bench/run $(BENCH_ARGS) bide=$(BUILD)/bide python=$(PYTHON)
	$(PYTHON) tests/bench/waits $(BENCH_ARGS) bide=$(BUILD)/bide python=$(PYTHON)
	$(PYTHON) tests/bench/echo_load $(LOAD_ARGS) --floor $(BUILD)/echo_server bide=$(BUILD)/bide python=$(PYTHON)

$(BUILD)/echo_server: tests/bench/serving/echo_server.c
	$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $<

# Both builds share a folder, since the profile of an object lies beside it.
pgo:
	$(MAKE) VARIANT=train BUILD=build/pgo
	find build/pgo -name '*.gcda' -delete
	for program in tests/bench/[a-z]*.py; do build/pgo/bide $$program >build/pgo/output || exit 1; done
	$(MAKE) VARIANT=pgo BUILD=build/pgo

# The functions that one benchmark spends its instructions in: make profile NAME=taking_turns (or a path).
NAME ?= taking_turns
profile: all
	valgrind -q --tool=callgrind --callgrind-out-file=$(BUILD)/callgrind.out \
	    $(BUILD)/bide $(if $(wildcard $(NAME)),$(NAME),tests/bench/$(NAME).py)
	callgrind_annotate $(BUILD)/callgrind.out | sed -n '/^Ir  .*function/,$$p' | cut -c1-140 | head -40

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/bide/examples
	install -m 755 $(BUILD)/bide $(DESTDIR)$(PREFIX)/bin/bide
	install -m 644 $(wildcard examples/*.py) $(DESTDIR)$(PREFIX)/share/bide/examples

C_FILES := $(sort $(wildcard $(foreach room,$(ROOMS),$(room)/*.[ch] $(room)/*/*.[ch]) tests/*/*.[ch] tests/bench/serving/*.c))

format:
	clang-format -i $(C_FILES)

lint:
	tests/lint $(C_FILES)

clean:
	rm -rf build bide

-include $(OBJECTS:.o=.d) $(UNIT_OBJECTS:.o=.d) $(wildcard $(BUILD)/tests/fuzz/*.d)
