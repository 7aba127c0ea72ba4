#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the workbooks of this folder: openpyxl's own, what LibreOffice makes of it, and spoilt ones.

They are committed, since other versions write other bytes. Needs python3-openpyxl and libreoffice-calc:

    python3 make-workbooks.py FOLDER
"""

import datetime
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

STYLES = ('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/></cellXfs></styleSheet>')
WORKBOOK = ('<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<sheets><sheet name="S" r:id="r1"/></sheets></workbook>')
RELATIONS = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
TABLE = ('<d xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:spreadsheet><table:table table:name="S">'
         '{}</table:table></office:spreadsheet></d>')


def convert(source, target):
    """What LibreOffice makes of a workbook, in another folder, since it takes the source's name."""
    suffix = target.suffix[1:]
    subprocess.run(['soffice', '--headless', '--convert-to', suffix, '--outdir', target.parent / suffix, source], check=True)
    (target.parent / suffix / source.with_suffix(target.suffix).name).rename(target)
    (target.parent / suffix).rmdir()


def programs(folder):
    book = openpyxl.Workbook()
    book.active.title = 'Empty'
    sheet = book.create_sheet('Shares')
    sheet.append(['Cloud market of China'])
    sheet.merge_cells('A1:E1')
    sheet.append(['vendor', 'share', 'as of', 'revenue', 'change'])
    sheet.append(['Alibaba Cloud', 0.346, datetime.date(2022, 6, 30), 3.02, '=D3*2'])
    sheet.append(['华为云', 0.116, datetime.datetime(2022, 6, 30, 12, 30), 1.5, '=1/0'])
    for row in (3, 4):
        sheet.cell(row, 2).number_format = '0.0%'
        sheet.cell(row, 3).number_format = 'yyyy-mm-dd'
    book.save(folder / 'openpyxl.xlsx')
    for suffix in ('ods', 'xls', 'xlsx'):
        convert(folder / 'openpyxl.xlsx', folder / f'calc.{suffix}')
    book.epoch = CALENDAR_MAC_1904
    book.save(folder / 'openpyxl-1904.xlsx')


def write(path, rows, merged=(), formats=None):
    """A sheet of rows, with merged ranges and formats of cells."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    for cell, code in (formats or {}).items():
        book.active[cell].number_format = code
    book.save(path)


def merged(folder):
    title = ['Public cloud of China']
    write(folder / 'y_merged_heads.xlsx',
          [title, ['Vendor', 2022, None, 2023, None], [None, 'H1', 'H2', 'H1', 'H2'], ['A', 1, 2, 3, 4]],
          ['A1:E1', 'A2:A3', 'B2:C2', 'D2:E2'])
    convert(folder / 'y_merged_heads.xlsx', folder / 'y_merged_heads_calc.ods')
    write(folder / 'y_merged_groups.xlsx',
          [['', 'Revenue (CNY bn)', None, 'Share (%)', None], ['Vendor', 2022, 2023, 2022, 2023], ['A', 1, 2, 30, 40]],
          ['B1:C1', 'D1:E1'])
    write(folder / 'y_merged_vendor.xlsx',
          [['Vendor', 'Period', 'Value'], ['A', '2022H1', 1], [None, '2022H2', 2], ['B', '2022H1', 3]], ['A2:A3'])
    convert(folder / 'y_merged_vendor.xlsx', folder / 'y_merged_vendor_calc.ods')
    write(folder / 'n_merged_head.xlsx', [['Vendor', 2022, None], ['A', 1, 2]], ['B1:C1'])
    write(folder / 'n_merged_value.xlsx', [['Vendor', 'Period', 'Value'], ['A', 2022, 7], ['B', 2022, None]], ['C2:C3'])


def spoilt(folder):
    write(folder / 'n_formula_without_value.xlsx', [['Vendor', 'Period', 'Value'], ['A', 2022, '=1+1']])
    write(folder / 'n_formula_name_sheet.xlsx', [['Vendor', 'Period', 'Value'], ['="A"&"B"', 2022, 3]])
    write(folder / 'n_date_value.xlsx', [['Vendor', 'Period', 'Value'], ['A', 2022, 44742]], formats={'C2': 'yyyy-mm-dd'})
    write(folder / 'n_negative_share_sheet.xlsx', [['Vendor', 'Period', 'Market share'], ['A', 2022, -0.03]], formats={'C2': '0.0%'})
    write(folder / 'i_serial_head_sheet.xlsx', [['Vendor', 44742], ['A', 3]])
    write(folder / 'y_date_head.xlsx', [['Vendor', 44742], ['A', 0.346]], formats={'B1': 'yyyy-mm-dd', 'B2': '0.0%'})
    with_error = folder / 'error.xlsx'
    write(with_error, [['Vendor', 'Period', 'Value'], ['A', 2022, '=1/0']])
    convert(with_error, folder / 'n_error_cell.ods')
    with_error.unlink()
    whole = (folder / 'y_merged_vendor.xlsx').read_bytes()
    (folder / 'n_cut.xlsx').write_bytes(whole[:len(whole) // 2])
    (folder / 'n_old_form.xls').write_bytes((folder / 'calc.xls').read_bytes())


def pack(path, parts):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)


def sheet(cells):
    return {'xl/workbook.xml': WORKBOOK, 'xl/_rels/workbook.xml.rels': RELATIONS, 'xl/styles.xml': STYLES,
            'xl/worksheets/sheet1.xml': f'<worksheet><sheetData>{cells}</sheetData></worksheet>'}


def by_hand(folder):
    head = ''.join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in ('Vendor', 'Period', 'Value'))
    start = f'<row>{head}</row><row><c t="inlineStr"><is><t>A</t></is></c><c><v>2022</v></c>'
    pack(folder / 'n_percent_no_number.xlsx', sheet(start + '<c s="1"><v>abc</v></c></row>'))
    pack(folder / 'n_date_no_number.xlsx', sheet(start + '<c s="2"><v>abc</v></c></row>'))
    pack(folder / 'n_lost_text.xlsx', sheet(start + '<c t="s"><v>7</v></c></row>'))
    pack(folder / 'n_no_workbook.xlsx', {'word/document.xml': '<w/>'})
    pack(folder / 'n_torn.xlsx', {'xl/workbook.xml': '<workbook><sheets>'})
    names = ''.join(f'<table:table-cell><text:p>{name}</text:p></table:table-cell>' for name in ('Vendor', 'Period', 'Value'))
    row = '<table:table-row{}><table:table-cell><text:p>A</text:p></table:table-cell>' \
          '<table:table-cell office:value="2022"/><table:table-cell office:value="{}" office:value-type="percentage"/></table:table-row>'
    table = f'<table:table-row>{names}</table:table-row>'
    pack(folder / 'n_percent_no_number.ods', {'content.xml': TABLE.format(table + row.format('', 'abc'))})
    pack(folder / 'i_repeated_rows.ods',
         {'content.xml': TABLE.format(table + row.format(' table:number-rows-repeated="3"', '0.3'))})
    pack(folder / 'n_repeated_without_end.ods',
         {'content.xml': TABLE.format(table + row.format(' table:number-rows-repeated="2147483647"', '0.3'))})
    pack(folder / 'n_entities.ods', {'content.xml': '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'})
    pack(folder / 'n_password.ods', {'content.xml': b'\x8f\x11 no XML', 'META-INF/manifest.xml':
                                     '<manifest><file-entry><encryption-data/></file-entry></manifest>'})


def main():
    folder = Path(sys.argv[1])
    programs(folder)
    merged(folder)
    spoilt(folder)
    by_hand(folder)


if __name__ == '__main__':
    main()
