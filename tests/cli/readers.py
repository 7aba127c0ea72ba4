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
import os
import re
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

from reading import SHEET, Skipped, cli, figure_ids, libreoffice, near, need, run, sheet_names, speaking

CHART = '{http://schemas.openxmlformats.org/drawingml/2006/chart}'


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


def computed(folder, workbook):
    """The rows of each sheet as LibreOffice computes them."""
    bare = folder / 'bare.xlsx'
    assert without_results(workbook, bare) > 20, 'hardly any formula'
    # Field separator, quotes, UTF-8, from line 1, no formatting as shown, every sheet.
    libreoffice(folder, '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1',
                '--outdir', folder, bare)
    return {name: list(csv.reader((folder / f'bare-{name}.csv').open(encoding='utf-8')))
            for name in sheet_names(workbook)}


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


def check_links(folder):
    """In a PDF of one chart a click on a publisher opens a text of theirs, and the source line says from which years"""
    need('pdfinfo')
    need('pdftotext')
    path = folder / 'compute.pdf'
    cli('chart', 'compute', '--output', path)
    facts = json.loads(cli('facts', '--format', 'json'))
    known = {fact['url'] for fact in facts if fact['url']}
    told = subprocess.run(['pdfinfo', '-url', path], check=True, capture_output=True, text=True).stdout
    opened = [line.split()[-1] for line in told.splitlines()[1:]]
    assert opened and all(address in known for address in opened), opened
    text = subprocess.run(['pdftotext', path, '-'], check=True, capture_output=True, text=True).stdout
    assert re.search(r'Source: .*, 20\d\d', text.replace('\n', ' ')), text[-300:]


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


if __name__ == '__main__':
    sys.exit(run([check_schema, check_workbook, check_changed, check_notes, check_report, check_private, check_detach,
                  check_outline, check_author, check_links, check_parts, check_sheets, check_tables, check_charts, check_names,
                  check_changed_input, check_import, check_chinese_report]))
