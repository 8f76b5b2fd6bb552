"""Row 17: a table of SQLite with an index of folded names; making it does not count.

    look_up_sqlite.py DUMP QUERIES
"""

import sqlite3
import sys

import measured
from folding import fold

database = sqlite3.connect(":memory:")
database.execute("create table place (number integer primary key, key text)")
database.executemany(
    "insert into place values (?, ?)",
    ((number, fold(name.decode())) for number, name in enumerate(measured.column(sys.argv[1], 1))),
)
database.execute("create index key on place (key)")
queries = measured.lines(sys.argv[2])
question = "select number from place where key = ? order by number"
seconds, found = measured.cpu(
    lambda: [database.execute(question, (fold(query),)).fetchall() for query in queries]
)
answer = measured.checksum("".join(f"{row[0]} " for row in one) + ";" for one in found)
measured.tell(seconds, len(queries), answer)
