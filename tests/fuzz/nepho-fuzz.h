/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdint.h>

/* What libFuzzer calls with whatever it thinks of, and nepho-fuzz-main.c with the files of a corpus. A fault is a crash. */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         length);
