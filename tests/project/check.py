#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of the repository itself, as TAP.

The rooms of src/ include only what docs/design.md lets them, every text that
people read is offered to the translators, every source names its licence, and
no file names a folder of somebody's machine.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

# What each room may use of the others, itself apart: the table of docs/design.md.
ROOMS = {
    'base': set(),
    'model': {'base'},
    'plot': {'base'},
    'document': {'base', 'model'},
    'figures': {'base', 'model', 'plot', 'document'},
    'cli': {'base', 'model', 'plot', 'document', 'figures'},
    'app': {'base', 'model', 'plot', 'document', 'figures'},
}

# Headers of other projects, and the only rooms that may include them.
LIBRARIES = (
    (r'(gtk|gdk|gsk|gdk-pixbuf)/|adwaita\.h', {'app'}),
    (r'cairo', {'plot', 'figures', 'cli', 'app'}),
    (r'pango/', {'plot', 'figures', 'app'}),
    (r'gio/', {'document', 'figures', 'cli', 'app'}),
    (r'json-glib/', {'document', 'figures', 'cli'}),
    (r'png\.h', {'figures'}),
    (r'xlsxwriter', {'figures'}),
    (r'(archive|libxml)', {'document'}),
)

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
TRANSLATED = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)\s*\(')
C_COMMENT = re.compile(r'/\*.*?\*/', re.DOTALL)
# Home folders and the like, but not such a folder inside a longer path or an address.
FOREIGN_PATH = re.compile(r'(?<![\w.%~$})/-])/(?:home|root|Users|work|mnt|media|workspace)/\w')
TEXT_SUFFIXES = {'.c', '.h', '.py', '.sh', '.md', '.build', '.txt', '.ui', '.xml', '.in', '.json', '.svg',
                 '.yml', '.po', '.css', '.csv', '.supp', ''}
# Built, downloaded or kept by the version control, so not ours.
NOT_OURS = re.compile(r'^(?:build.*|\.git|\.flatpak-builder|\.dev|\.cache|__pycache__)$')


def files_of(folder):
    """Yields the files of the repository below a folder, sorted."""
    for path in sorted(folder.iterdir()):
        if NOT_OURS.match(path.name):
            continue
        if path.is_dir():
            yield from files_of(path)
        elif path.suffix in TEXT_SUFFIXES:
            yield path


def read(path):
    return path.read_text(encoding='utf-8')


def sources_of(root):
    return [path for path in files_of(root / 'src') if path.suffix in {'.c', '.h'}]


def room_of(root, path):
    return path.relative_to(root / 'src').parts[0]


def check_rooms(root):
    """The rooms include only what docs/design.md lets them."""
    sources = sources_of(root)
    owner = {path.name: room_of(root, path) for path in sources if path.suffix == '.h'}
    for path in sources:
        room = room_of(root, path)
        for bracket, name in INCLUDE.findall(read(path)):
            if bracket == '"':
                other = owner.get(Path(name).name, room)
                if other != room and other not in ROOMS[room]:
                    yield f'{path.relative_to(root)}: {room} may not use {other} ({name})'
            else:
                for pattern, allowed in LIBRARIES:
                    if re.match(pattern, name) and room not in allowed:
                        yield f'{path.relative_to(root)}: {room} may not use <{name}>'


def check_design(root):
    """docs/design.md has a row for each room, and no other."""
    drawn = set(re.findall(r'^\| `(\w+)/` \|', read(root / 'docs' / 'design.md'), re.MULTILINE))
    there = {path.name for path in (root / 'src').iterdir() if path.is_dir()}
    for room in sorted(drawn ^ there):
        yield f'{room}: in src/ or in docs/design.md, but not in both'
    for room in sorted(there - set(ROOMS)):
        yield f'{room}: tests/project/check.py does not know what it may use'


def check_versions(root):
    """Only src/app/compat asks for the version of a library."""
    for path in sources_of(root):
        if 'compat' not in path.parts and re.search(r'\b(?:GTK|ADW|GLIB)_CHECK_VERSION\b', read(path)):
            yield f'{path.relative_to(root)}: version checks belong to src/app/compat'


def potfiles(root):
    lines = read(root / 'po' / 'POTFILES.in').splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


def check_potfiles(root):
    """Every file with text for people is in po/POTFILES.in, sorted, and no other."""
    listed = potfiles(root)
    expected = {str(path.relative_to(root)) for path in sources_of(root)
                if TRANSLATED.search(C_COMMENT.sub('', read(path)))}
    expected |= {str(path.relative_to(root)) for path in files_of(root / 'ui')
                 if path.suffix == '.ui' and 'translatable="yes"' in read(path)}
    for name in sorted(expected - set(listed)):
        yield f'{name}: has text for people and is not in po/POTFILES.in'
    for name in listed:
        if not (root / name).exists():
            yield f'{name}: in po/POTFILES.in and not there'
    if listed != sorted(set(listed)):
        yield 'po/POTFILES.in: not sorted, or a line stands twice'


def check_licences(root):
    """Every source of ours names its licence at its top."""
    for path in files_of(root / 'src'):
        if path.suffix in {'.c', '.h'} and 'SPDX-License-Identifier' not in read(path)[:200]:
            yield f'{path.relative_to(root)}: no SPDX line'
    for path in files_of(root / 'tests'):
        if path.suffix in {'.c', '.h', '.py', '.sh'} and 'SPDX-License-Identifier' not in read(path)[:200]:
            yield f'{path.relative_to(root)}: no SPDX line'


def check_paths(root):
    """No file names a folder of somebody's machine."""
    for path in files_of(root):
        for number, line in enumerate(path.read_text(encoding='utf-8', errors='replace').splitlines(), 1):
            if FOREIGN_PATH.search(line):
                yield f'{path.relative_to(root)}:{number}: names a folder of one machine'


def check_xml(root):
    """Every picture, template and other XML file is well-formed."""
    for path in files_of(root):
        if path.suffix in {'.svg', '.ui', '.xml'} or path.name.endswith('.xml.in'):
            try:
                ElementTree.parse(path)
            except ElementTree.ParseError as error:
                yield f'{path.relative_to(root)}: {error}'


def check_translations(root):
    """Every text of the interface is translated into every language."""
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / 'nephoscope.pot'
        subprocess.run(['xgettext', '--from-code=UTF-8', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
                        '--keyword=NC_:1c,2', '--output', str(template), *potfiles(root)],
                       cwd=root, check=True, capture_output=True)
        for language in sorted((root / 'po').glob('*.po')):
            merged = Path(folder) / language.name
            subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', '--output-file', str(merged),
                            str(language), str(template)], check=True)
            left = subprocess.run(['msgattrib', '--untranslated', '--no-wrap', str(merged)],
                                  check=True, capture_output=True, text=True).stdout
            for text in re.findall(r'^msgid "(.+)"$', left, re.MULTILINE):
                yield f'po/{language.name}: “{text}” is not translated'


def main():
    root = Path(sys.argv[1]).resolve()
    checks = [check_rooms, check_design, check_versions, check_potfiles, check_licences, check_paths, check_xml,
              check_translations]
    failed = 0

    print(f'1..{len(checks)}')
    for number, check in enumerate(checks, 1):
        faults = list(check(root))
        for fault in faults:
            print(f'# {fault}')
        print(f'{"not ok" if faults else "ok"} {number} {check.__doc__.rstrip(".")}')
        failed += bool(faults)

    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
