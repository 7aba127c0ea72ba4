#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What other programs read in the files that nephoscope-cli writes, as TAP.

A workbook's formulas are computed by LibreOffice from cells without any result
and must give the program's own numbers; fonts and text of a PDF are found by
poppler; a drawing with real text is one that LibreOffice imports.
"""

import base64
import csv
import functools
import json
import locale
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

CLI = os.environ['NEPHO_CLI']
CHART = '{http://schemas.openxmlformats.org/drawingml/2006/chart}'
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


def check_notes(folder):
    """What the reader says of a value is in the workbook beside it, and in the report"""
    need('pdftotext')
    path = folder / 'noted.nephoscope'
    cli('convert', '--set', 'price.war.intensity=0.25', path)
    document = json.loads(path.read_text('utf-8'))
    document['remarks'] = {'adoption.potential': 'Ask the bank', 'price.war.intensity': 'They said so in May'}
    path.write_text(json.dumps(document), 'utf-8')
    workbook = folder / 'noted.xlsx'
    cli('chart', 'share', '--scenario', path, '--output', workbook)
    with zipfile.ZipFile(workbook) as archive:
        strings = [''.join(item.itertext())
                   for item in ElementTree.fromstring(archive.read('xl/sharedStrings.xml')).iter(SHEET + 'si')]
        number = sheet_names(workbook).index('Assumptions') + 1
        sheet = ElementTree.fromstring(archive.read(f'xl/worksheets/sheet{number}.xml'))
    notes = {}
    for row in sheet.iter(SHEET + 'row'):
        text = {re.match('[A-Z]+', cell.get('r')).group(): strings[int(cell.find(SHEET + 'v').text)]
                for cell in row if cell.get('t') == 's'}
        if row.get('r') != '1' and text.get('J'):
            notes[text['H']] = text['J']
    assert notes == document['remarks'], notes

    report = folder / 'noted.pdf'
    cli('report', '--parts', 'changes', '--scenario', path, '--output', report)
    text = ' '.join(subprocess.run(['pdftotext', report, '-'], check=True, capture_output=True,
                                   text=True).stdout.split())
    assert 'Notes on values' in text, text
    assert 'Potential of AI: Ask the bank' in text, text
    assert 'Price war intensity: They said so in May' in text, text


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
    n_figures = len(figure_ids())
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


class Workbook:
    """The cells of a workbook as its XML has them."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.strings = [''.join(item.itertext())
                            for item in ElementTree.fromstring(archive.read('xl/sharedStrings.xml')).iter(SHEET + 'si')]
            self.names = sheet_names(path)
            self.sheets = [self.cells(ElementTree.fromstring(archive.read(f'xl/worksheets/sheet{k + 1}.xml')))
                           for k in range(len(self.names))]
            self.charts = [ElementTree.fromstring(archive.read(name)) for name in archive.namelist()
                           if re.match(r'xl/charts/chart\d+\.xml$', name)]

    def cells(self, sheet):
        """Maps (row from 1, column from 0) to a text or a number."""
        found = {}
        for cell in sheet.iter(SHEET + 'c'):
            value = cell.find(SHEET + 'v')
            letters, row = re.match(r'([A-Z]+)(\d+)$', cell.get('r')).groups()
            column = functools.reduce(lambda at, letter: 26 * at + ord(letter) - 64, letters, 0) - 1
            if value is not None:
                found[int(row), column] = self.strings[int(value.text)] if cell.get('t') == 's' else float(value.text)
        return found

    def range(self, reference):
        """The cells of 'Sheet'!$B$28:$B$62."""
        name, first, last = re.match(r"'?(.*?)'?!\$([A-Z]+\$\d+)(?::\$([A-Z]+\$\d+))?$", reference).groups()
        letters, row = first.split('$')
        column = functools.reduce(lambda at, letter: 26 * at + ord(letter) - 64, letters, 0) - 1
        cells = self.sheets[self.names.index(name.replace("''", "'"))]
        return [cells.get((k, column)) for k in range(int(row), int((last or first).split('$')[1]) + 1)]


def figure_ids():
    names = [line.split()[0] for line in cli('chart', '--list').splitlines()[1:]]
    return [name for name in names if name != 'overview' and not name.endswith('-page')]


def check_tables(folder):
    """Each figure's sheet holds the numbers of its CSV, as numbers, under the same units"""
    cli('export', '--kinds', 'workbook,csv', '--scenario', 'price-war', '--output', folder / 'all')
    book = Workbook(folder / 'all/workbook.xlsx')
    n_numbers = 0
    for figure, name, cells in zip(figure_ids(), book.names[1:], book.sheets[1:]):
        rows = list(csv.reader((folder / f'all/{figure}.csv').open(encoding='utf-8')))
        top = next(row for row, column in sorted(cells) if column == 0 and cells[row, 0] == rows[0][0])
        assert [cells.get((top, k)) for k in range(len(rows[0]))] == rows[0], f'{name}: {rows[0]}'
        for at, row in enumerate(rows[1:], top + 1):
            for k, text in enumerate(row):
                cell = cells.get((at, k))
                if isinstance(cell, float):
                    per_cent = '(per cent' in rows[0][k]
                    assert near(cell * (100 if per_cent else 1), float(text)), f'{name}: {cell} is not {text}'
                    n_numbers += 1
                else:
                    assert (cell or '') == text, f'{name}: “{cell}” is not “{text}”'
    assert n_numbers > 5000, n_numbers


def check_charts(folder):
    """The charts of a workbook show the cells of its sheets, series by series"""
    cli('export', '--kinds', 'workbook', '--scenario', 'price-war', '--set', 'compute.price_per_hour=35', '--output', folder)
    book = Workbook(folder / 'workbook.xlsx')
    assert len(book.charts) > 20, len(book.charts)
    for chart in book.charts:
        series = list(chart.iter(CHART + 'ser'))
        title = ''.join(chart.find(f'.//{CHART}title').itertext())
        assert series, f'“{title}” has no series'
        # Of formulas the library keeps no results in a chart; programs read them from the cells.
        if 'Training run' in series[0].find(f'.//{CHART}f').text:
            continue
        for one in series:
            for cache in [*one.iter(CHART + 'numRef'), *one.iter(CHART + 'strRef')]:
                reference = cache.find(CHART + 'f').text
                cells = book.range(reference)
                points = {int(point.get('idx')): point.find(CHART + 'v').text for point in cache.iter(CHART + 'pt')}
                for k, cell in enumerate(cells):
                    if isinstance(cell, float) and k in points:
                        assert near(float(points[k]), cell), f'“{title}”, {reference}: {points[k]} is not {cell}'
                    elif cell is not None and k in points:
                        assert points[k] == cell, f'“{title}”, {reference}: “{points[k]}” is not “{cell}”'
                assert any(cell is not None for cell in cells), f'“{title}”, {reference}: nothing is there'


def check_names(folder):
    """Names with control characters, or that look like formulas, are text everywhere"""
    need('xmllint')
    cli('convert', '--dataset', 'china', folder / 'plain.dataset.json')
    text = (folder / 'plain.dataset.json').read_text(encoding='utf-8')
    (folder / 'odd.json').write_text(text.replace('"en": "Alibaba Cloud"', r'"en": "=1+1\u0007\u0001 <b>&"', 1),
                                     encoding='utf-8')
    cli('export', '--kinds', 'workbook,csv,svg', '--dataset', folder / 'odd.json', '--output', folder / 'all')
    subprocess.run(['xmllint', '--noout', *sorted((folder / 'all').glob('*.svg'))], check=True, capture_output=True)
    with zipfile.ZipFile(folder / 'all/workbook.xlsx') as archive:
        archive.extractall(folder / 'book')
    subprocess.run(['xmllint', '--noout', *sorted((folder / 'book').rglob('*.xml'))], check=True, capture_output=True)
    for path in (folder / 'book/xl/charts').glob('*.xml'):
        for reference in ElementTree.parse(path).iter(CHART + 'f'):
            assert '!$' in reference.text, f'{path.name}: {reference.text}'
    for path in (folder / 'all').glob('*.csv'):
        for row in csv.reader(path.open(encoding='utf-8')):
            assert not any(re.match(r'[=@\t\r]', cell) for cell in row), f'{path.name}: {row}'


def check_changed_input(folder):
    """A cell that is changed moves everything behind it to what the program gives for the same input"""
    need('soffice')
    workbook = folder / 'training.xlsx'
    changed = folder / 'changed.xlsx'
    cli('chart', 'training-cost', '--output', workbook)
    number = sheet_names(workbook).index('Training run') + 1
    with zipfile.ZipFile(workbook) as old, zipfile.ZipFile(changed, 'w', zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == f'xl/worksheets/sheet{number}.xml':
                # The tokens stand in B5, the utilisation in B7.
                text, n = re.subn(r'(<c r="B5"[^>]*><v>)[^<]*', r'\g<1>450000000000', data.decode())
                text, m = re.subn(r'(<c r="B7"[^>]*><v>)[^<]*', r'\g<1>0.4', text)
                assert (n, m) == (1, 1)
                data = text.encode()
            new.writestr(name, data)
    rows = {row[0]: row[1] for row in computed(folder, changed)['Training run'] if len(row) > 1}
    cost = json.loads(cli('train', '--set', 'train.tokens=450e9', '--set', 'train.utilisation=0.4', '--format', 'json'))
    for cell, key in (('Work in PF-days', 'pf_days'), ('Days on one centre', 'centre_days'), ('Centres, exactly', 'centres'),
                      ('Capital', 'capital_bn_yuan'), ('Energy', 'energy_gwh')):
        assert near(float(rows[cell]), cost[key]), f'{cell}: {rows[cell]} is not {cost[key]}'


def check_import(folder):
    """LibreOffice imports every drawing"""
    need('soffice')
    cli('export', '--kinds', 'svg', '--output', folder / 'svg')
    drawings = sorted((folder / 'svg').glob('*.svg'))
    libreoffice(folder, '--convert-to', 'pdf:draw_pdf_Export', '--outdir', folder / 'pdf', *drawings)
    for path in drawings:
        made = folder / 'pdf' / f'{path.stem}.pdf'
        assert made.exists() and made.stat().st_size > 2000, path.name


def check_german(folder):
    """A table for Excel with decimal commas is read as numbers where people write them"""
    need('soffice')
    path = folder / 'adoption.csv'
    cli('chart', 'adoption', '--csv', 'excel-semicolon', '--output', path)
    # Semicolons, quotes, UTF-8, from line 1, German (1031), numbers recognised.
    libreoffice(folder, '--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1031,false,true', '--convert-to', 'fods',
                '--outdir', folder, path)
    text = (folder / 'adoption.fods').read_text(encoding='utf-8')
    found = [float(value) for value in re.findall(r'office:value-type="float" office:value="([^"]+)"', text)]
    expected = [float(row.split(',')[1]) for row in cli_table(folder, 'adoption')[1:]]
    assert len(found) == len(expected), (len(found), len(expected))
    assert all(near(a, b) for a, b in zip(found, expected))


def cli_table(folder, figure):
    path = folder / 'plain.csv'
    cli('chart', figure, '--no-baseline', '--output', path)
    return path.read_text(encoding='utf-8').splitlines()


def check_chinese_report(folder):
    """A report in either Chinese embeds its fonts, and its text is found"""
    need('pdffonts')
    need('pdftotext')
    for language, words in (('zh_CN', ('阿里云', '与基准相比', '来源', '方法')), ('zh_TW', ('與基準相比', '來源'))):
        path = folder / f'{language}.pdf'
        cli('report', '--scenario', 'price-war', '--output', path, **speaking(language))
        fonts = subprocess.run(['pdffonts', path], check=True, capture_output=True, text=True).stdout.splitlines()[2:]
        assert fonts and all(re.search(r'\byes\s+yes\s+(yes|no)\s+\d+\s+\d+$', line) for line in fonts), fonts
        text = subprocess.run(['pdftotext', path, '-'], check=True, capture_output=True, text=True).stdout
        for word in words:
            assert word in text, f'{language}: {word}'


def check_text_size(folder):
    """Text has the same size on paper whatever the density: the title's letters scale with the pixels"""
    need('identify')
    heights = []
    for dpi in (150, 600):
        path = folder / f'{dpi}.png'
        cli('chart', 'share', '--size', '160mm', '--dpi', dpi, '--output', path)
        # The ink of the title, in the topmost strip of 8 mm.
        strip = round(8 / 25.4 * dpi)
        told = subprocess.run(['convert', path, '-crop', f'x{strip}+0+0', '+repage', '-trim', '-format', '%h', 'info:'],
                              check=True, capture_output=True, text=True).stdout
        heights.append(int(told) / dpi)
    assert abs(heights[0] - heights[1]) < 2 / 150, heights


def exported(folder, **environment):
    """A folder of everything, from a home and under a name that nobody else has."""
    target = folder / 'all'
    cli('export', '--all', '--scenario', 'price-war', '--set', 'price.war.intensity=0.25', '--output', target,
        **environment)
    return sorted(target.iterdir())


def inflated(data):
    """Every stretch of bytes that zlib unpacks: chunks of PNG, streams of PDF."""
    for at in (match.start() for match in re.finditer(rb'\x78[\x01\x5e\x9c\xda]', data)):
        try:
            yield zlib.decompressobj().decompress(data[at:])
        except zlib.error:
            pass


def every_layer(path):
    """All that a file holds, unpacked as far as it goes."""
    data = path.read_bytes()
    yield data
    if path.suffix == '.xlsx':
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield archive.read(name)
    elif path.suffix == '.svg':
        for text in re.findall(rb'>([A-Za-z0-9+/=\s]{100,})<', data):
            yield zlib.decompress(base64.b64decode(text))
    else:
        yield from inflated(data)


def check_private(folder):
    """No file names the reader, their home, the machine or a folder, however it is packed"""
    home = folder / 'home-of-qx7z'
    home.mkdir()
    marks = {'HOME': str(home), 'USER': 'user-of-qx7z', 'LOGNAME': 'user-of-qx7z', 'HOSTNAME': 'host-of-qx7z',
             'PWD': str(folder)}
    for path in exported(folder, **marks):
        layers = list(every_layer(path))
        assert path.suffix == '.csv' or len(layers) > 1, f'{path.name}: nothing was unpacked'
        for layer in layers:
            for mark in (b'qx7z', str(folder).encode()):
                assert mark not in layer, f'{path.name} holds {mark}'


def check_every_svg(folder):
    """Every drawing is well-formed and drawn by librsvg, whatever its text, language and scenario"""
    need('xmllint')
    need('rsvg-convert')
    for language, kind, extra in (('en', 'text', []), ('zh_CN', 'outlines', ['--no-embed']), ('zh_CN', 'text', []),
                                  ('en', 'outlines', ['--no-embed'])):
        target = folder / f'{language}-{kind}'
        cli('export', '--kinds', 'svg', '--text', kind, *extra, '--output', target, **speaking(language))
        drawings = sorted(target.glob('*.svg'))
        assert len(drawings) > 10, drawings
        subprocess.run(['xmllint', '--noout', '--nonet', *drawings], check=True, capture_output=True)
        for path in drawings:
            text = path.read_text(encoding='utf-8')
            assert ('<text' in text) == (kind == 'text') or kind == 'outlines', path
            assert ('nephoscope:scenario' in text) == (not extra), path
            for word in ('<style', 'rgba(', '@import', 'foreignObject', 'dominant-baseline', 'style='):
                assert word not in text, f'{path.name}: {word}'
            subprocess.run(['rsvg-convert', '--output', folder / 'drawn.png', path], check=True, capture_output=True)


def check_density(folder):
    """An independent reader finds the density and the size in a PNG"""
    need('identify')
    path = folder / 'share.png'
    for dpi in (150, 300, 600):
        cli('chart', 'share', '--size', '160mm', '--dpi', dpi, '--output', path)
        told = subprocess.run(['identify', '-units', 'PixelsPerInch', '-format', '%w %x', path], check=True,
                              capture_output=True, text=True).stdout.split()
        assert int(told[0]) == round(160 / 25.4 * dpi), told
        assert abs(float(told[1]) - dpi) < 0.05, told


def check_transparent(folder):
    """The corner of a transparent picture lets through what is below, that of an opaque one does not"""
    need('identify')
    for options, alpha in (([], '1'), (['--transparent'], '0')):
        path = folder / 'share.png'
        cli('chart', 'share', *options, '--output', path)
        told = subprocess.run(['identify', '-format', '%[fx:p{0,0}.a]', path], check=True, capture_output=True,
                              text=True).stdout
        assert told == alpha, (options, told)


def check_detach(folder):
    """Another program takes the scenario out of a PDF"""
    need('pdfdetach')
    path = folder / 'share.pdf'
    cli('chart', 'share', '--scenario', 'price-war', '--output', path)
    subprocess.run(['pdfdetach', '-save', '1', '-o', folder / 'detached', path], check=True, capture_output=True)
    cli('convert', '--scenario', 'price-war', folder / 'direct.nephoscope')
    assert (folder / 'detached').read_bytes() == (folder / 'direct.nephoscope').read_bytes()


def check_outline(folder):
    """Every chart of a report has its bookmark, below those of its group"""
    need('pdftohtml')
    path = folder / 'report.pdf'
    cli('report', '--output', path)
    subprocess.run(['pdftohtml', '-xml', '-i', path, folder / 'report'], check=True, capture_output=True)
    outline = ElementTree.fromstring((folder / 'report.xml').read_text(encoding='utf-8')).find('outline')
    names = [item.text for item in outline.findall('item')]
    assert 'Charts' in names, names
    n_figures = len(figure_ids())
    nested = outline.findall('outline')
    assert [len(group.findall('item')) for group in nested] == [n_figures], names


def check_parts(folder):
    """A report has the parts that were asked for, and only these"""
    need('pdftotext')
    headings = {'messages': 'What the charts say', 'changes': 'What differs from the data set',
                'compare': 'Compared with the baseline', 'method': 'Method', 'sources': 'Sources'}
    path = folder / 'parts.pdf'
    for chosen in (('messages',), ('changes', 'compare'), ('method', 'charts'), ('sources', 'cover', 'numbers')):
        cli('report', '--scenario', 'price-war', '--parts', ','.join(chosen), '--output', path)
        text = subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True, text=True).stdout
        lines = [line.strip() for line in text.splitlines()]
        for part, heading in headings.items():
            assert (heading in lines) == (part in chosen), f'{chosen}: {heading}'
        assert (path.read_bytes().count(b'/Alt <FEFF') > 0) == ('charts' in chosen), chosen


def check_sheets(folder):
    """A page of charts holds all of its charts, each looked at as was said of it"""
    need('pdftotext')
    path = folder / 'page.pdf'
    for page, least in (('overview', 4), ('market-page', 8), ('revenue-page', 8), ('compute-page', 8),
                        ('uncertainty-page', 2)):
        cli('chart', page, '--look', 'revenue-area:share', '--output', path)
        told = subprocess.run(['pdfinfo', path], check=True, capture_output=True, text=True).stdout
        assert int(re.search(r'^Pages: +(\d+)$', told, re.MULTILINE).group(1)) > least, told
        text = subprocess.run(['pdftotext', '-l', '1', path, '-'], check=True, capture_output=True, text=True).stdout
        assert ('per cent of the total' in text) == (page == 'revenue-page'), text


def check_author(folder):
    """A PDF names the house and what it is about"""
    need('pdfinfo')
    style = folder / 'style.json'
    style.write_text('{"format": "nephoscope-style/1", "organisation": "House & Home", "font": "DejaVu Serif"}')
    path = folder / 'share.pdf'
    cli('chart', 'share', '--scenario', 'price-war', '--style', style, '--output', path)
    told = subprocess.run(['pdfinfo', path], check=True, capture_output=True, text=True).stdout
    assert re.search(r'^Author: +House & Home$', told, re.MULTILINE), told
    assert re.search(r'^Keywords: .*Market share over time.*China.*Price war.*Alibaba Cloud', told, re.MULTILINE), told
    need('pdffonts')
    fonts = subprocess.run(['pdffonts', path], check=True, capture_output=True, text=True).stdout
    assert 'DejaVu-Serif' in fonts.replace('DejaVuSerif', 'DejaVu-Serif'), fonts


def check_schema(folder):
    """Documents are what the schema says, and the schema refuses what is not"""
    try:
        import jsonschema
    except ImportError:
        raise Skipped('python3-jsonschema is not installed') from None
    root = Path(os.environ['G_TEST_SRCDIR'])
    validators = []
    for version in (1, 2):
        schema = json.loads((root / f'../data/schema/nephoscope-document-{version}.schema.json').read_text(encoding='utf-8'))
        jsonschema.Draft202012Validator.check_schema(schema)
        validators.append(jsonschema.Draft202012Validator(schema))
    first, validator = validators

    for name, options in (('china', ['--scenario', 'price-war', '--set', 'adoption.potential=35%',
                                     '--event', 'adoption.potential=50%@2024Q1..2026Q1']),
                          ('global', ['--dataset', 'global', '--horizon', '7'])):
        path = folder / f'{name}.nephoscope'
        cli('convert', *options, path)
        validator.validate(json.loads(path.read_text(encoding='utf-8')))

    documents = root / 'data/documents'
    for name in ('y_least', 'y_everything', 'y_one_line'):
        first.validate(json.loads((documents / f'{name}.json').read_text(encoding='utf-8')))
    for name in ('n_format', 'n_key_typo', 'n_key_unknown', 'n_seed_huge', 'n_notes_text', 'n_value_null',
                 'n_dataset_missing', 'n_dataset_key', 'n_fact_grade', 'n_horizon_far', 'n_engine_fraction'):
        assert not first.is_valid(json.loads((documents / f'{name}.json').read_text(encoding='utf-8'))), name

    for name in ('y_scenarios', 'y_no_scenarios'):
        validator.validate(json.loads((documents / f'{name}.json').read_text(encoding='utf-8')))
    for name in ('n_remarks_missing', 'n_remarks_list', 'n_scenario_kind', 'n_scenario_key_unknown', 'n_compared_seven',
                 'n_compared_twice', 'n_scenario_many', 'n_scenario_name_empty', 'n_scenario_story_text',
                 'n_scenario_parent_number', 'n_scenario_remark_number', 'n_scenario_value_text', 'n_scenario_id_upper',
                 'n_events_missing', 'n_events_list', 'n_event_kind', 'n_event_from_text', 'n_event_quarters_zero',
                 'n_event_to_missing', 'n_event_key', 'n_event_object', 'n_event_many', 'n_scenario_events_list'):
        assert not validator.is_valid(json.loads((documents / f'{name}.json').read_text(encoding='utf-8'))), name


def main():
    checks = [check_schema, check_workbook, check_changed, check_notes, check_same_bytes, check_pdf, check_report, check_svg, check_png,
              check_private, check_every_svg, check_density, check_transparent, check_detach, check_outline, check_author, check_parts, check_sheets,
              check_tables, check_charts, check_names, check_changed_input, check_import, check_german, check_chinese_report,
              check_text_size]
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
