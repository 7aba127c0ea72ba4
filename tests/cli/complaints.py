#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What users of other programs complain about when they export charts: each complaint is a test that ours has not.

Other programs read the files; tests/app/test-export-dialog.c shows that the window writes the same ones.
"""

import re
import subprocess
import sys
from xml.etree import ElementTree

from reading import cli, cli_table, figure_ids, libreoffice, near, need, run, speaking

SVG = '{http://www.w3.org/2000/svg}'


def told_by(*command):
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout


def texts_of(drawing):
    """Every text element of a drawing, its lines joined."""
    return [' '.join(text.itertext()) for text in ElementTree.parse(drawing).iter(SVG + 'text')]


def fonts_of(pdf):
    lines = told_by('pdffonts', pdf).splitlines()[2:]
    assert lines, 'no font at all'
    for line in lines:
        assert re.search(r'\byes\s+yes\s+(yes|no)\s+\d+\s+\d+$', line), f'not embedded as a subset: {line}'
    return lines


def text_reflows_elsewhere(folder):
    """Text reflows elsewhere: a PDF brings its fonts, an SVG says how wide each line is and what to fall back on"""
    need('pdffonts')
    cli('chart', 'share', '--output', folder / 'share.pdf')
    fonts_of(folder / 'share.pdf')
    cli('chart', 'share', '--output', folder / 'share.svg')
    for text in ElementTree.parse(folder / 'share.svg').iter(SVG + 'text'):
        lines = list(text.iter(SVG + 'tspan')) or [text]
        assert all(float(line.get('textLength')) > 0 for line in lines), ''.join(text.itertext())
        assert re.search(r'.+, .+, sans-serif$', text.get('font-family')), text.get('font-family')
    cli('chart', 'share', '--text', 'outlines', '--output', folder / 'outlines.svg')
    assert not texts_of(folder / 'outlines.svg')


def svg_text_cannot_be_edited(folder):
    """SVG text cannot be edited: a label is one text, and LibreOffice reads it as such"""
    need('soffice')
    need('pdftotext')
    path = folder / 'share.svg'
    cli('chart', 'share', '--output', path)
    assert 'Alibaba Cloud' in texts_of(path)
    libreoffice(folder, '--convert-to', 'pdf:draw_pdf_Export', '--outdir', folder, path)
    assert 'Alibaba Cloud' in told_by('pdftotext', folder / 'share.pdf', '-')


def black_boxes(folder):
    """Black boxes: no colour or style that office programs do not know, and as much paper as elsewhere"""
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
            assert not re.search(r'"#[0-9a-fA-F]{8}"', text), f'{path.name}: a colour with opacity'
            subprocess.run(['rsvg-convert', '--output', folder / 'drawn.png', path], check=True, capture_output=True)


def black_boxes_in_an_office_program(folder):
    """Black boxes: what LibreOffice draws of a drawing is as light as what we draw"""
    need('soffice')
    need('identify')
    for figure in ('share-area', 'bridge', 'training-cost'):
        cli('chart', figure, '--output', folder / f'{figure}.svg')
        cli('chart', figure, '--dpi', '96', '--output', folder / f'{figure}.ours.png')
        libreoffice(folder, '--convert-to', 'png', '--outdir', folder, folder / f'{figure}.svg')
        ours, theirs = (float(told_by('identify', '-format', '%[fx:mean]', path))
                        for path in (folder / f'{figure}.ours.png', folder / f'{figure}.png'))
        assert abs(ours - theirs) < 0.06, f'{figure}: {theirs} is not {ours}'


def png_is_blurry_in_word(folder):
    """A PNG is blurry in Word: its size on paper stands in it, 160 mm at 300 dpi are 1890 pixels"""
    need('file')
    need('identify')
    path = folder / 'share.png'
    cli('chart', 'share', '--size', '160mmx100mm', '--dpi', '300', '--output', path)
    assert '1890 x 1181' in told_by('file', '--brief', path)
    for dpi in (150, 300, 600):
        cli('chart', 'share', '--size', '160mm', '--dpi', dpi, '--output', path)
        told = told_by('identify', '-units', 'PixelsPerInch', '-format', '%w %x', path).split()
        assert int(told[0]) == round(160 / 25.4 * dpi), told
        assert abs(float(told[1]) - dpi) < 0.05, told


def higher_density_makes_giant_text(folder):
    """A higher density makes text giant or tiny: the title's letters are as high on paper at any"""
    need('identify')
    heights = []
    for dpi in (150, 600):
        path = folder / f'{dpi}.png'
        cli('chart', 'share', '--size', '160mm', '--dpi', dpi, '--output', path)
        # The ink of the title, in the topmost strip of 8 mm.
        strip = round(8 / 25.4 * dpi)
        told = told_by('convert', path, '-crop', f'x{strip}+0+0', '+repage', '-trim', '-format', '%h', 'info:')
        heights.append(int(told) / dpi)
    assert abs(heights[0] - heights[1]) < 2 / 150, heights


def dark_theme_leaks(folder):
    """The dark theme of the screen leaks into the file: light unless another is asked for"""
    need('identify')
    path = folder / 'share.png'
    dark = {'GTK_THEME': 'Adwaita:dark', 'ADW_DEBUG_COLOR_SCHEME': 'force-dark'}
    for options, light in (([], True), (['--theme', 'print'], True), (['--theme', 'dark'], False)):
        cli('chart', 'share', *options, '--output', path, **dark)
        corner = float(told_by('identify', '-format', '%[fx:p{0,0}.lightness]', path))
        assert (corner > 0.9) == light, (options, corner)


def background_is_missing(folder):
    """The background is missing in dark programs: there unless it is left out, in every format"""
    need('identify')
    need('rsvg-convert')
    need('pdftocairo')
    for options, alpha in (([], '1'), (['--transparent'], '0')):
        for suffix in ('png', 'svg', 'pdf'):
            path = folder / f'share.{suffix}'
            cli('chart', 'share', *options, '--output', path)
            drawn = folder / 'drawn.png'
            if suffix == 'svg':
                told_by('rsvg-convert', '--output', drawn, path)
            elif suffix == 'pdf':
                told_by('pdftocairo', '-png', '-transp', '-r', '72', '-singlefile', path, folder / 'drawn')
            told = told_by('identify', '-format', '%[fx:p{2,2}.a]', path if suffix == 'png' else drawn)
            assert told == alpha, (options, suffix, told)


def labels_are_missing(folder):
    """Labels, legend or title are missing: SVG and PDF of every chart have the same words"""
    need('pdftotext')
    cli('export', '--kinds', 'svg,pdf', '--scenario', 'price-war', '--output', folder)
    for figure in figure_ids():
        drawn = told_by('pdftotext', '-raw', folder / f'{figure}.pdf', '-')
        squeezed = re.sub(r'[\s\u2060]', '', drawn)
        texts = texts_of(folder / f'{figure}.svg')
        assert len(texts) > 3, figure
        for text in texts:
            words = [word.replace('\u2060', '') for word in re.split(r'[\s…]+', text)]
            assert all(word in squeezed for word in words), f'{figure}: “{text}” is not in the PDF'


def chinese_comes_out_as_boxes(folder):
    """Chinese comes out as boxes: it is found in the PDF, whose fonts have it, and in the SVG"""
    need('pdffonts')
    need('pdftotext')
    cli('chart', 'share', '--output', folder / 'share.pdf', **speaking('zh_CN'))
    fonts_of(folder / 'share.pdf')
    told = told_by('pdftotext', folder / 'share.pdf', '-')
    assert '阿里云' in told and '\ufffd' not in told, told[:200]
    cli('chart', 'share', '--output', folder / 'share.svg', **speaking('zh_CN'))
    assert '阿里云' in texts_of(folder / 'share.svg')


def csv_is_garbled_in_excel(folder):
    """CSV is garbled in a Chinese Excel: the kind for Excel says that it is UTF-8, the other kind does not"""
    for kind, begins in (('excel', b'\xef\xbb\xbf'), ('excel-semicolon', b'\xef\xbb\xbf'), ('standard', '季度'.encode())):
        path = folder / 'share.csv'
        cli('chart', 'share', '--csv', kind, '--output', path, **speaking('zh_CN'))
        data = path.read_bytes()
        assert data.startswith(begins), (kind, data[:12])
        assert data.decode('utf-8-sig').startswith('季度'), kind


def decimal_comma_is_read_as_thousands(folder):
    """“32,56” is read as 3256: ours with decimal commas are read as numbers where people write them, and so are theirs"""
    path = folder / 'shares.csv'
    path.write_text('Vendor;2022H1\nAlibaba Cloud;32,56 %\nTencent Cloud;9,5 %\n', encoding='utf-8')
    told = cli('import', path, '--publisher', 'IDC', '--title', 'Tracker', '--measure', 'share')
    assert '32.56' in told and '3256' not in told and '3,256' not in told, told

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


def files_differ_each_run(folder):
    """Files differ each run: the same bytes in any process and locale, with a date that is asked for and without one"""
    need('pdfinfo')
    for suffix in ('png', 'svg', 'pdf', 'xlsx', 'csv'):
        for epoch in ({}, {'SOURCE_DATE_EPOCH': '1234567890'}):
            files = []
            for index, language in enumerate(('C.UTF-8', 'C.UTF-8', 'de_DE.UTF-8')):
                path = folder / f'same{index}.{suffix}'
                cli('chart', 'revenue', '--output', path, LC_ALL='', LC_NUMERIC=language, LANGUAGE='en', **epoch)
                files.append(path.read_bytes())
            assert files[0] == files[1], f'{suffix}: two runs differ'
            assert files[0] == files[2], f'{suffix}: two locales differ'
    cli('report', '--output', folder / 'report.pdf', SOURCE_DATE_EPOCH='1234567890')
    told = told_by('pdfinfo', '-isodates', folder / 'report.pdf')
    assert 'CreationDate:    2009-02-13' in told, told


if __name__ == '__main__':
    sys.exit(run([text_reflows_elsewhere, svg_text_cannot_be_edited, black_boxes, black_boxes_in_an_office_program,
                  png_is_blurry_in_word, higher_density_makes_giant_text, dark_theme_leaks, background_is_missing,
                  labels_are_missing, chinese_comes_out_as_boxes, csv_is_garbled_in_excel,
                  decimal_comma_is_read_as_thousands, files_differ_each_run]))
