/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fail-shim.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

/* Of the thread that asked for it: others, such as that which watches files, go on as they would. */
static _Thread_local guint left; /* calls to the failure; 0: none is due */
static _Thread_local int failure;
static _Thread_local gboolean fired;

void
nepho_fail_arm (guint n, int code)
{
  left = n;
  failure = code;
  fired = FALSE;
}

gboolean
nepho_fail_disarm (void)
{
  left = 0;

  return fired;
}

static gboolean
is_due (void)
{
  if (left == 0 || --left > 0)
    return FALSE;

  fired = TRUE;
  errno = failure;

  return TRUE;
}

/* The C library's own. */
#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

/* The third argument is there only where a file may be made. */
#define OPEN(name) \
  int name (const char *path, int flags, ...) \
  { \
    mode_t mode = 0; \
    va_list arguments; \
    if (is_due ()) \
      return -1; \
    va_start (arguments, flags); \
    if ((flags & (O_CREAT | O_TMPFILE)) != 0) \
      mode = va_arg (arguments, mode_t); \
    va_end (arguments); \
    return REAL (name) (path, flags, mode); \
  }

OPEN (open)
OPEN (open64)

ssize_t
write (int file, const void *data, size_t length)
{
  return is_due () ? -1 : REAL (write) (file, data, length);
}

ssize_t
pwrite (int file, const void *data, size_t length, off_t offset)
{
  return is_due () ? -1 : REAL (pwrite) (file, data, length, offset);
}

ssize_t
pwrite64 (int file, const void *data, size_t length, off64_t offset)
{
  return is_due () ? -1 : REAL (pwrite64) (file, data, length, offset);
}

int
ftruncate (int file, off_t length)
{
  return is_due () ? -1 : REAL (ftruncate) (file, length);
}

int
fsync (int file)
{
  return is_due () ? -1 : REAL (fsync) (file);
}

int
rename (const char *from, const char *to)
{
  return is_due () ? -1 : REAL (rename) (from, to);
}

/* As the system does it: the file is closed whatever it says. */
int
close (int file)
{
  int status = REAL (close) (file);

  return is_due () ? -1 : status;
}
