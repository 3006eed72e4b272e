# Bide: `make` builds ./bide; `make demo` runs the first lessons; `make test` runs every test.
#
# A build lives in build/VARIANT, so that the variants never disturb one another:
#   release   what people run (the default)
#   sanitize  AddressSanitizer and UndefinedBehaviorSanitizer
#   stress    collects garbage at every safepoint, to catch a value nobody roots

CC       ?= gcc
VARIANT  ?= release
BUILD    := build/$(VARIANT)
PREFIX   ?= /usr/local

CPPFLAGS += -I. -I$(BUILD) -D_GNU_SOURCE
WARNINGS := -Wall -Wextra -Wpedantic
CFLAGS_release  := -O2 -fno-plt
CFLAGS_sanitize := -O1 -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
CFLAGS_stress   := -O1 -DBIDE_GC_STRESS
CFLAGS   += -std=gnu11 -g $(WARNINGS) $(CFLAGS_$(VARIANT))
LDFLAGS  += $(if $(filter sanitize,$(VARIANT)),-fsanitize=address$(comma)undefined)
LDLIBS   := -lm -lpthread
comma    := ,

ROOMS    := lexer parser vm stdlib cli
SOURCES  := $(sort $(wildcard $(ROOMS:%=%/*.c) stdlib/*/*.c))
OBJECTS  := $(SOURCES:%.c=$(BUILD)/%.o)
LIBRARY  := $(filter-out $(BUILD)/cli/main.o,$(OBJECTS))
EMBEDDED := $(sort $(wildcard stdlib/*.py stdlib/*/*.py))

.PHONY: all
all: bide

bide: build/release/bide
	@ln -sf build/release/bide bide

$(BUILD)/bide: $(OBJECTS)
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

-include $(OBJECTS:.o=.d)

.PHONY: clean
clean:
	rm -rf build bide
