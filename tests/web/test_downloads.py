from __future__ import annotations

import csv
import io
import zipfile
from datetime import date

from django.test import Client
from lxml import etree
from tests.web.pages import tree

from corcom.documents.domain.tables import csv_file, xlsx_file
from corcom.documents.domain.tables.spreadsheet import SPREADSHEET

COLUMNS = ("State", "Due")
ROWS = [("Côte d’Ivoire", date(2016, 4, 29)), ("=1+1", None), ("أفغانستان", 3)]


def test_a_csv_says_what_the_table_says_and_runs_no_formula() -> None:
    content = csv_file(COLUMNS, ROWS)
    assert content.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert read == [["State", "Due"], ["Côte d’Ivoire", "2016-04-29"], ["'=1+1", ""], ["أفغانستان", "3"]]


def test_an_xlsx_holds_days_as_days_and_texts_as_texts() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx_file(COLUMNS, ROWS))) as package:
        assert all(etree.fromstring(package.read(name)) is not None for name in package.namelist())
        sheet = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    cells = [
        ["".join(str(part) for part in cell.itertext()) for cell in row] for row in sheet.iter(f"{{{SPREADSHEET}}}row")
    ]
    assert cells == [["State", "Due"], ["Côte d’Ivoire", "42489"], ["=1+1", ""], ["أفغانستان", "3"]]
    assert not list(sheet.iter(f"{{{SPREADSHEET}}}f"))
    assert xlsx_file(COLUMNS, ROWS) == xlsx_file(COLUMNS, ROWS)


def test_a_download_holds_what_is_shown_and_nothing_else(visitor: Client) -> None:
    page = visitor.get("/style/?theme=Clearance&sort=-state")
    links = tree(page).xpath("//p[@class='listing-downloads']/a/@href")
    assert links == ["?theme=Clearance&sort=-state&format=xlsx", "?theme=Clearance&sort=-state&format=csv"]
    answer = visitor.get(f"/style/{links[1]}")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="promises.csv"'
    read = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row[0] for row in read] == ["State", "Zambia", "Norway"]
