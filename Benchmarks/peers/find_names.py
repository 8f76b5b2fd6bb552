"""Rows 14 to 16: ahocorasick_rs, the leftmost and longest names of each report.

    find_names.py DUMP REPORTS            counts the search; building the automaton does not count
    find_names.py DUMP REPORTS LONGEST    writes the names chosen, for the comparison

Nothing is folded, and word bounds are not looked at, which is in the peer's favour. For the comparison
every occurrence is found, those within words are dropped, and of the rest the leftmost and longest
stay: dropping them after the choice of the automaton would lose names.
"""

import sys

from ahocorasick_rs import BytesAhoCorasick, MatchKind

import measured


def search(dump, reports):
    automaton = BytesAhoCorasick(measured.column(dump, 1), matchkind=MatchKind.LeftmostLongest)
    seconds, count = measured.cpu(
        lambda: sum(len(automaton.find_matches_as_indexes(report)) for report in reports)
    )
    measured.tell(seconds, sum(map(len, reports)) + len(reports), f"{count} names")


def choose(dump, reports, path):
    automaton = BytesAhoCorasick(measured.column(dump, 1), matchkind=MatchKind.Standard)
    with open(path, "w", encoding="utf-8") as file:
        for number, report in enumerate(reports):
            found = [
                (start, -end)
                for _, start, end in automaton.find_matches_as_indexes(report, overlapping=True)
                if not is_letter(report, start - 1) and not is_letter(report, end)
            ]
            last = 0
            for start, end in sorted(found):
                if start >= last:
                    last = -end
                    file.write(f"{number} {start} {last}\n")


def is_letter(report, index):
    """Whether the byte belongs to a letter or digit; all letters beyond ASCII do in these texts."""
    if not 0 <= index < len(report):
        return False
    return report[index] >= 0x80 or chr(report[index]).isalnum()


if __name__ == "__main__":
    texts = measured.reports(sys.argv[2])
    if len(sys.argv) > 3:
        choose(sys.argv[1], texts, sys.argv[3])
        measured.tell(0, 0, "")
    else:
        search(sys.argv[1], texts)
