#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls nephoscope-cli and other programs, for tests of what they read in its files, and reports as TAP."""

import locale
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

CLI = os.environ['NEPHO_CLI']
SHEET = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


class Skipped(Exception):
    """The program that would read the file is not there."""


def need(program):
    if shutil.which(program) is None:
        raise Skipped(f'{program} is not installed')


def cli(*arguments, **environment):
    """Calls the program; its own sanitizer must not look at the libraries' leaks here."""
    told = subprocess.run([CLI, *map(str, arguments)], check=True, capture_output=True, text=True,
                          env={**os.environ, 'ASAN_OPTIONS': 'detect_leaks=0', **environment})
    return told.stdout


def speaking(language):
    """The environment of a reader of a language, with the catalogues of this build."""
    name = f'{language}.UTF-8' if language != 'en' else 'C.UTF-8'
    try:
        locale.setlocale(locale.LC_MESSAGES, name)
    except locale.Error:
        raise Skipped(f'there is no locale {name}') from None
    return {'LANGUAGE': language, 'LC_ALL': name,
            'NEPHOSCOPE_LOCALEDIR': str(Path(CLI).parents[2] / 'po')}


def libreoffice(folder, *arguments):
    # Its own profile, so that no other instance is asked, and none of the sanitizers' settings.
    clean = {name: value for name, value in os.environ.items() if 'SAN_OPTIONS' not in name}
    subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', *map(str, arguments)],
                   check=True, capture_output=True, timeout=240, cwd=folder,
                   env={**clean, 'HOME': str(folder), 'LC_ALL': 'C.UTF-8'})


def near(a, b):
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1e-300)


def figure_ids():
    names = [line.split()[0] for line in cli('chart', '--list').splitlines()[1:]]
    return [name for name in names if name != 'overview' and not name.endswith('-page')]


def cli_table(folder, figure):
    path = folder / 'plain.csv'
    cli('chart', figure, '--no-baseline', '--output', path)
    return path.read_text(encoding='utf-8').splitlines()


def sheet_names(workbook):
    with zipfile.ZipFile(workbook) as archive:
        root = ElementTree.fromstring(archive.read('xl/workbook.xml'))
    return [sheet.get('name') for sheet in root.iter(SHEET + 'sheet')]


def run(checks):
    """Runs checks, each in a folder of its own; returns what to exit with."""
    failed = 0

    print(f'1..{len(checks)}')
    for number, check in enumerate(checks, 1):
        name = check.__doc__
        with tempfile.TemporaryDirectory() as folder:
            try:
                check(Path(folder))
                print(f'ok {number} {name}')
            except Skipped as reason:
                print(f'ok {number} {name} # SKIP {reason}')
            except (AssertionError, subprocess.SubprocessError) as error:
                print(f'# {error}'.replace('\n', '\n# '))
                print(f'not ok {number} {name}')
                failed += 1
        sys.stdout.flush()

    return 1 if failed else 0
