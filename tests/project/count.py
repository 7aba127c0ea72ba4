#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the single cases of the test runs in the given build directories.

Meson counts programs; a reader wants to know about cases. The last line is
"N passed, N failed", and the exit status is 1 when a case failed or none ran.
"""

import json
import re
import sys
from pathlib import Path

TAP_LINE = re.compile(r'^(not )?ok\b[^#\n]*(# *SKIP\b)?', re.MULTILINE | re.IGNORECASE)
GOOD = {'OK', 'EXPECTEDFAIL'}


def cases_of(test):
    """Returns how many cases of one test program passed, failed and were skipped."""
    passed = failed = skipped = 0
    for match in TAP_LINE.finditer(test.get('stdout') or ''):
        if match.group(1):
            failed += 1
        elif match.group(2):
            skipped += 1
        else:
            passed += 1

    if test['result'] == 'SKIP':
        return 0, 0, max(skipped, 1)
    if test['result'] not in GOOD:
        # A crash or a time-out says "not ok" to nobody.
        return passed, max(failed, 1), skipped
    return max(passed, 0 if skipped else 1), 0, skipped


def main():
    passed = failed = skipped = 0
    for directory in sys.argv[1:]:
        log = Path(directory) / 'meson-logs' / 'testlog.json'
        for line in log.read_text(encoding='utf-8').splitlines():
            test = json.loads(line)
            counts = cases_of(test)
            passed, failed, skipped = (a + b for a, b in zip((passed, failed, skipped), counts))
            if counts[1] > 0:
                print(f'{directory}: {test["name"]}: {test["result"]}')

    if skipped:
        print(f'{skipped} skipped')
    print(f'{passed} passed, {failed} failed')
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main())
