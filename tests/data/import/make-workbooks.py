#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the workbooks of this folder: openpyxl's own, and what LibreOffice makes of it.

They are committed, since other versions write other bytes. Needs python3-openpyxl and libreoffice-calc:

    python3 make-workbooks.py FOLDER
"""

import datetime
import subprocess
import sys
from pathlib import Path

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904


def main():
    folder = Path(sys.argv[1])
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
        subprocess.run(['soffice', '--headless', '--convert-to', suffix, '--outdir', folder / suffix,
                        folder / 'openpyxl.xlsx'], check=True)
        (folder / suffix / f'openpyxl.{suffix}').rename(folder / f'calc.{suffix}')
        (folder / suffix).rmdir()
    book.epoch = CALENDAR_MAC_1904
    book.save(folder / 'openpyxl-1904.xlsx')


if __name__ == '__main__':
    main()
