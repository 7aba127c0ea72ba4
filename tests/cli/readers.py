#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What other programs read in the files that nephoscope-cli writes, as TAP.

A workbook's formulas are computed by LibreOffice from cells without any result
and must give the program's own numbers; fonts and text of a PDF are found by
poppler; a drawing with real text is one that LibreOffice imports.
"""

import csv
import json
import os
import re
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


def libreoffice(folder, *arguments):
    # Its own profile, so that no other instance is asked, and none of the sanitizers' settings.
    clean = {name: value for name, value in os.environ.items() if 'SAN_OPTIONS' not in name}
    subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', *map(str, arguments)],
                   check=True, capture_output=True, timeout=240, cwd=folder,
                   env={**clean, 'HOME': str(folder), 'LC_ALL': 'C.UTF-8'})


def without_results(source, target):
    """Copies a workbook, leaving out what its formulas gave; returns how many there were."""
    removed = 0
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith('xl/worksheets/sheet'):
                text, n = re.subn(r'(</f>)<v>[^<]*</v>', r'\1', data.decode())
                removed += n
                data = text.encode()
            new.writestr(name, data)
    return removed


def sheet_names(workbook):
    with zipfile.ZipFile(workbook) as archive:
        root = ElementTree.fromstring(archive.read('xl/workbook.xml'))
    return [sheet.get('name') for sheet in root.iter(SHEET + 'sheet')]


def computed(folder, workbook):
    """The rows of each sheet as LibreOffice computes them."""
    bare = folder / 'bare.xlsx'
    assert without_results(workbook, bare) > 20, 'hardly any formula'
    # Field separator, quotes, UTF-8, from line 1, no formatting as shown, every sheet.
    libreoffice(folder, '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1',
                '--outdir', folder, bare)
    return {name: list(csv.reader((folder / f'bare-{name}.csv').open(encoding='utf-8')))
            for name in sheet_names(workbook)}


def near(a, b):
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1e-300)


def check_workbook(folder):
    """LibreOffice computes the workbook's formulas to the program's own numbers"""
    need('soffice')
    options = ['--scenario', 'price-war', '--set', 'train.utilisation=0.35', '--set', 'train.window_days=30']
    workbook = folder / 'share.xlsx'
    cli('chart', 'share', *options, '--output', workbook)
    sheets = computed(folder, workbook)

    training = {row[0]: row[1] for row in sheets['Training run'] if len(row) > 1}
    cost = json.loads(cli('train', '--set', 'train.utilisation=0.35', '--set', 'train.window_days=30',
                          '--format', 'json'))
    for cell, key in (('Work in PF-days', 'pf_days'), ('Days on one centre', 'centre_days'),
                      ('Centres, exactly', 'centres'), ('Capital', 'capital_bn_yuan'),
                      ('Accelerator hours', 'accelerator_hours'), ('Energy', 'energy_gwh')):
        assert near(float(training[cell]), cost[key]), f'{cell}: {training[cell]} is not {cost[key]}'

    run = json.loads(cli('run', '--scenario', 'price-war', '--format', 'json'))
    revenue = run['series']['revenue']
    rows = [row for row in sheets['Revenue identity'] if re.match(r'\d{4}Q\d$', row[0])]
    expected = [value for quarter in (revenue[0], revenue[-1]) for vendor in quarter for value in vendor]
    assert len(rows) == len(expected), f'{len(rows)} rows, {len(expected)} expected'
    for row, value in zip(rows, expected):
        assert near(float(row[7]), value), f'{row[:3]}: {row[7]} is not {value}'
    sums = [float(row[7]) for row in sheets['Revenue identity'] if row[0] == 'Sum']
    assert near(sums[0], sum(map(sum, revenue[0]))) and near(sums[1], sum(map(sum, revenue[-1])))

    share = run['series']['share']
    table = [row for row in sheets['Market share over time'] if re.match(r'\d{4}Q\d$', row[0])]
    first = next(row for row in table if row[0] == run['quarters'][-1])
    shown = [float(cell.rstrip('%')) / (100 if cell.endswith('%') else 1) for cell in first[1:] if cell]
    assert any(near(value, share[-1][0][0]) for value in shown), 'the share is not in its table'


def check_changed(folder):
    """Changed assumptions stand first and are marked, and only they are"""
    workbook = folder / 'marked.xlsx'
    cli('chart', 'share', '--set', 'price.war.intensity=0.25', '--output', workbook)
    with zipfile.ZipFile(workbook) as archive:
        names = sheet_names(workbook)
        strings = [''.join(item.itertext())
                   for item in ElementTree.fromstring(archive.read('xl/sharedStrings.xml')).iter(SHEET + 'si')]
        number = names.index('Assumptions') + 1
        sheet = ElementTree.fromstring(archive.read(f'xl/worksheets/sheet{number}.xml'))
    marks = []
    for row in sheet.iter(SHEET + 'row'):
        cells = {re.match('[A-Z]+', cell.get('r')).group(): cell for cell in row}
        text = {letter: strings[int(cell.find(SHEET + 'v').text)] for letter, cell in cells.items()
                if cell.get('t') == 's'}
        if row.get('r') != '1' and text.get('E'):
            marks.append((row.get('r'), text['H'], float(cells['B'].find(SHEET + 'v').text), text['E']))
    assert marks == [('2', 'price.war.intensity', 0.25, 'The reader')], marks


def check_same_bytes(folder):
    """The same workbook is the same bytes, also where people write a decimal comma"""
    files = []
    for index, language in enumerate(('C.UTF-8', 'C.UTF-8', 'de_DE.UTF-8')):
        path = folder / f'same{index}.xlsx'
        cli('chart', 'revenue', '--output', path, LC_ALL='', LC_NUMERIC=language, LANGUAGE='en')
        files.append(path.read_bytes())
    assert files[0] == files[1], 'two runs differ'
    assert files[0] == files[2], 'two locales differ'


def check_pdf(folder):
    """A PDF embeds its fonts, and its Chinese text is found"""
    need('pdffonts')
    need('pdftotext')
    path = folder / 'share.pdf'
    cli('chart', 'share', '--output', path, LANGUAGE='zh_CN')
    fonts = subprocess.run(['pdffonts', path], check=True, capture_output=True, text=True).stdout.splitlines()[2:]
    assert fonts, 'no font at all'
    for line in fonts:
        assert re.search(r'\byes\s+yes\s+(yes|no)\s+\d+\s+\d+$', line), f'not embedded as a subset: {line}'
    text = subprocess.run(['pdftotext', path, '-'], check=True, capture_output=True, text=True).stdout
    assert '阿里云' in text, text[:200]


def check_report(folder):
    """A report is tagged, says what each figure shows, and names what differs"""
    need('pdfinfo')
    need('pdftotext')
    path = folder / 'report.pdf'
    options = ['report', '--set', 'price.war.intensity=0.25', '--footer', 'House & Home', '--output']
    cli(*options, path)
    told = subprocess.run(['pdfinfo', path], check=True, capture_output=True, text=True).stdout
    assert re.search(r'^Tagged: +yes$', told, re.MULTILINE), told
    assert re.search(r'^Page size: .*A4', told, re.MULTILINE), told
    n_figures = len(cli('chart', '--list').splitlines()) - 2
    data = path.read_bytes()
    assert data.count(b'/Alt <FEFF') == n_figures, (data.count(b'/Alt <FEFF'), n_figures)
    text = subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True, text=True).stdout
    for words in ('What differs from the data set', 'Price war intensity', 'Method', 'Sources', 'House & Home'):
        assert words in text, f'“{words}” is not in the report'
    pages = int(re.search(r'^Pages: +(\d+)$', told, re.MULTILINE).group(1))
    assert f'{pages} of {pages}' in text, 'the last page has no number'
    again = folder / 'again.pdf'
    cli(*options, again)
    assert data == again.read_bytes(), 'two runs differ'
    for page, size in (('letter', '612 x 792'), ('slide', '720 x 405')):
        cli('report', '--page', page, '--output', again)
        told = subprocess.run(['pdfinfo', again], check=True, capture_output=True, text=True).stdout
        assert size in told, told


def check_svg(folder):
    """LibreOffice imports a drawing with real text"""
    need('soffice')
    path = folder / 'share.svg'
    cli('chart', 'share', '--output', path)
    libreoffice(folder, '--convert-to', 'pdf:draw_pdf_Export', '--outdir', folder, path)
    need('pdftotext')
    text = subprocess.run(['pdftotext', folder / 'share.pdf', '-'], check=True, capture_output=True, text=True).stdout
    assert 'Alibaba Cloud' in text, text[:200]


def check_png(folder):
    """A picture of 160 mm at 300 dpi is 1890 pixels wide and says so"""
    need('file')
    path = folder / 'share.png'
    cli('chart', 'share', '--size', '160mmx100mm', '--dpi', '300', '--output', path)
    told = subprocess.run(['file', '--brief', path], check=True, capture_output=True, text=True).stdout
    assert '1890 x 1181' in told, told


def check_schema(folder):
    """Documents are what the schema says, and the schema refuses what is not"""
    try:
        import jsonschema
    except ImportError:
        raise Skipped('python3-jsonschema is not installed') from None
    root = Path(os.environ['G_TEST_SRCDIR'])
    schema = json.loads((root / '../data/schema/nephoscope-document-1.schema.json').read_text(encoding='utf-8'))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    for name, options in (('china', ['--scenario', 'price-war', '--set', 'adoption.potential=35%']),
                          ('global', ['--dataset', 'global', '--horizon', '7'])):
        path = folder / f'{name}.nephoscope'
        cli('convert', *options, path)
        validator.validate(json.loads(path.read_text(encoding='utf-8')))

    documents = root / 'data/documents'
    for name in ('y_least', 'y_everything', 'y_one_line'):
        validator.validate(json.loads((documents / f'{name}.json').read_text(encoding='utf-8')))
    for name in ('n_format', 'n_key_typo', 'n_key_unknown', 'n_seed_huge', 'n_notes_text', 'n_value_null',
                 'n_dataset_missing', 'n_dataset_key', 'n_fact_grade', 'n_horizon_far', 'n_engine_fraction'):
        assert not validator.is_valid(json.loads((documents / f'{name}.json').read_text(encoding='utf-8'))), name


def main():
    checks = [check_schema, check_workbook, check_changed, check_same_bytes, check_pdf, check_report, check_svg, check_png]
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


if __name__ == '__main__':
    sys.exit(main())
