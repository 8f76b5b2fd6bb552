#!/usr/bin/env python3
"""Makes Sources/Cartography/GlyphWidths+Table.swift, or with --check compares it with what is installed.

How wide each letter is at most in the fonts of the stack that Debian ships, in hundredths of the font
size, for regular and bold; 0 where none of them has it, 1 for marks, which take no room. Arabic letters
are measured in all the forms they take in a word. --check also looks for places of the shipped
gazetteers that have no name with a width for each letter: a map could not write them.

    Support/glyph-widths.py [--fonts FOLDER] [--check | --render]

Needs python3-fonttools, fonts-dejavu, fonts-liberation2 (metrics of Arial and Helvetica) and
fonts-noto-core. --check needs no font: it looks at those that are there, and says what is wider.
--render lets Chromium set some thousand names of the gazetteers with the stack of fonts, and says which
come out wider than the table's sum for them.
"""
import csv
import html
import math
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

from fontTools.ttLib import TTFont

TABLE = Path(__file__).parent.parent / "Sources/Cartography/GlyphWidths+Table.swift"
NOTO = ["", "Arabic", "Hebrew", "Armenian", "Georgian", "Devanagari", "Bengali", "Gurmukhi", "Gujarati",
        "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala", "Thai", "Lao", "Myanmar",
        "Ethiopic", "Khmer"]
FILES = {
    "Regular": ["DejaVuSans.ttf", "LiberationSans-Regular.ttf"]
    + [f"NotoSans{script}-Regular.ttf" for script in NOTO],
    "Bold": ["DejaVuSans-Bold.ttf", "LiberationSans-Bold.ttf"]
    + [f"NotoSans{script}-Bold.ttf" for script in NOTO],
}
# Letter by letter.
BLOCKS = [(0x20, 0x300), (0x370, 0x400), (0x400, 0x530), (0x530, 0x590), (0x590, 0x5F5),
          (0x600, 0x700), (0x10A0, 0x1100), (0x1E00, 0x1F00), (0x2010, 0x2045)]
# Scripts whose letters join or stack: each letter as wide as the widest of its script.
SCRIPTS = [(0x900, 0x980), (0x980, 0xA00), (0xA00, 0xA80), (0xA80, 0xB00), (0xB00, 0xB80), (0xB80, 0xC00),
           (0xC00, 0xC80), (0xC80, 0xD00), (0xD00, 0xD80), (0xD80, 0xE00), (0xE00, 0xE60), (0xE80, 0xF00),
           (0x1000, 0x10A0), (0x1200, 0x1380), (0x1780, 0x1800)]
# Letters that the stack's CJK fonts have, all as wide as they are high.
SQUARE = [(0x3001, 0x3100), (0x3400, 0x4DC0), (0x4E00, 0x9FFD), (0xAC00, 0xD7A4), (0xFF01, 0xFF61)]


class Font:
    """The advance widths of one font file."""

    def __init__(self, path):
        font = TTFont(path)
        self.general = path.name.split("-")[0] in ("DejaVuSans", "DejaVuSans.ttf", "LiberationSans", "NotoSans")
        self.cmap = font.getBestCmap()
        self.metrics = font["hmtx"].metrics
        self.unit = font["head"].unitsPerEm / 100
        self.forms = {}
        table = font["GSUB"].table if "GSUB" in font else None
        for record in table.FeatureList.FeatureRecord if table and table.FeatureList else []:
            if record.FeatureTag not in ("init", "medi", "fina", "isol"):
                continue
            for index in record.Feature.LookupListIndex:
                for lookup in table.LookupList.Lookup[index].SubTable:
                    lookup = getattr(lookup, "ExtSubTable", lookup)
                    for old, new in getattr(lookup, "mapping", {}).items():
                        if isinstance(new, str):
                            self.forms.setdefault(old, set()).add(new)

    def width(self, code):
        """Hundredths of the size, rounded up; None where the font lacks the letter."""
        glyph = self.cmap.get(code)
        if glyph is None:
            return None
        forms = [glyph, *self.forms.get(glyph, ())]
        return math.ceil(max(self.metrics[form][0] for form in forms) / self.unit - 0.01)


def fonts(folders, weight):
    found = []
    for name in FILES[weight]:
        paths = sorted(path for folder in folders for path in Path(folder).rglob(name))
        found += [Font(path) for path in paths[:1]]
    return found


def takes_no_room(code):
    return unicodedata.category(chr(code)) in ("Mn", "Me", "Cf")


def width(code, found):
    if unicodedata.category(chr(code)) in ("Cc", "Cn", "Co"):
        return 0
    # Fonts of one script have letters of others too, which no renderer takes from them.
    general = code < 0x530 or 0x1E00 <= code < 0x2E00
    widths = [w for font in found if (font.general or not general) and (w := font.width(code)) is not None]
    if not widths:
        return 0
    return 1 if takes_no_room(code) else max(1, min(255, max(widths)))


def array(name, numbers):
    lines, line = [], "   "
    for number in numbers:
        part = f" {number},"
        if len(line) + len(part) > 100:
            lines.append(line)
            line = "   "
        line += part
    return "\n".join([f"  static let {name}: [UInt8] = [", *lines, line, "  ]"])


def runs(found):
    """(first, last, regular, bold) of letters of joining scripts and of square ones."""
    result = []
    for start, end in SCRIPTS:
        widest = [max([w for c in range(start, end) if (w := width(c, fs)) > 1] or [0]) for fs in found]
        for code in range(start, end):
            own = [width(code, fs) for fs in found]
            value = (0, 0) if 0 in own else (1, 1) if own[0] == 1 else tuple(widest)
            if value == (0, 0):
                continue
            if result and result[-1][1] == code - 1 and result[-1][2:] == value:
                result[-1] = (result[-1][0], code, *value)
            else:
                result.append((code, code, *value))
    return result + [(start, end - 1, 102, 102) for start, end in SQUARE]


def table(found):
    parts = ["// Made by Support/glyph-widths.py; not to be edited.", "", "extension GlyphWidths {",
             "  /// Where the letters measured one by one are: blocks of code points, first and end.",
             "  static let blocks: [(first: UInt32, end: UInt32)] = ["]
    parts += [f"    (0x{a:X}, 0x{b:X})," for a, b in BLOCKS] + ["  ]", ""]
    for name, fs in zip(["regular", "bold"], found):
        parts += [f"  /// The {name} widths of the letters of all blocks.",
                  array(name, [width(c, fs) for a, b in BLOCKS for c in range(a, b)]), ""]
    parts += ["  /// Runs of letters that are given one width: first, last, regular, bold.",
              "  static let runs: [(first: UInt32, last: UInt32, regular: UInt8, bold: UInt8)] = ["]
    line = "   "
    for run in runs(found):
        part = f" (0x{run[0]:X}, 0x{run[1]:X}, {run[2]}, {run[3]}),"
        if len(line) + len(part) > 100:
            parts.append(line)
            line = "   "
        line += part
    return "\n".join([*parts, line, "  ]", "}", ""])


def written():
    """The widths that the table in the sources gives, by weight and code point."""
    text = TABLE.read_text()
    codes = [c for a, b in BLOCKS for c in range(a, b)]
    result = {}
    for name in ("regular", "bold"):
        body = re.search(rf"let {name}: \[UInt8\] = \[(.*?)\]", text, re.S).group(1)
        result[name] = dict(zip(codes, map(int, re.findall(r"\d+", body))))
    for first, last, regular, bold in re.findall(r"\(0x(\w+), 0x(\w+), (\d+), (\d+)\)", text):
        for code in range(int(first, 16), int(last, 16) + 1):
            result["regular"][code], result["bold"][code] = int(regular), int(bold)
    return result


def unwritable(known):
    """Places of the shipped gazetteers without any name that the table has all letters of."""
    free = set(range(0x300, 0x370)) | {0xAD, 0x61C, 0xFEFF}
    free |= set(range(0x200B, 0x2010)) | set(range(0x202A, 0x202F)) | set(range(0x2060, 0x2070))
    result, replaced, count = [], 0, 0
    for path in sorted((TABLE.parents[2] / "Data").glob("*.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if "names" not in row:
                    break
                others = [name for group in row["names"].split(";") if ":" in group
                          for name in group.split(":", 1)[1].split("|")]
                names = [row["name"], *others]
                good = [all(known.get(ord(c)) or ord(c) in free for c in name) for name in names]
                count += 1
                replaced += not all(good)
                if not any(good):
                    result.append(f"{row['id']}: none of its names can be written")
    print(f"{count} places, {replaced} of them with a name that another has to stand for")
    return result


def render():
    """Whether the table's widths hold for whole names as a browser sets them."""
    stack = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', 'Noto Sans', sans-serif"
    known = written()
    names = set()
    for path in sorted((TABLE.parents[2] / "Data").glob("*.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file)):
                for group in row.get("names", "").split(";"):
                    language, _, forms = group.partition(":")
                    if number % 40 == 0 or language in ("ar", "el", "he", "ka", "zh") and number % 4 == 0:
                        names.update(name for name in forms.split("|") if name)
    names = [n for n in sorted(names) if all(known["regular"].get(ord(c)) for c in n)]
    texts = [(weight, name) for weight in ("regular", "bold") for name in names]
    page = "<!DOCTYPE html><meta charset=utf-8><svg id=s font-size=100 font-family=\"" + stack + "\">"
    page += "".join(f'<text font-weight="{"bold" if weight == "bold" else "normal"}">{html.escape(name)}</text>'
                    for weight, name in texts)
    page += ("</svg><pre id=r></pre><script>r.textContent=[...s.querySelectorAll('text')]"
             ".map(t=>t.getComputedTextLength()).join(' ');s.remove()</script>")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.html"
        path.write_text(page, encoding="utf-8")
        done = subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom",
                               path.as_uri()], capture_output=True, text=True, check=True)
    measured = re.search(r'<pre id="r">([^<]*)</pre>', done.stdout).group(1).split()
    wrong, closest = [], 9.0
    for (weight, name), actual in zip(texts, map(float, measured), strict=True):
        stated = sum(0 if takes_no_room(ord(c)) else known[weight][ord(c)] for c in name)
        closest = min(closest, stated / max(actual, 1))
        if actual > stated + 1:
            wrong.append(f"{weight} {name}: {actual:.0f}, the table gives {stated}")
    print(f"{len(texts)} names, the tightest {closest:.2f} times its width, {len(wrong)} wider than said")
    print("\n".join(wrong[:40]))
    return 1 if wrong else 0


def check(found):
    known = written()
    wrong = []
    for name, fs in zip(["regular", "bold"], found):
        for code, stated in known[name].items():
            actual = width(code, fs)
            if stated and actual > stated:
                wrong.append(f"{name} U+{code:04X}: {actual}, the table has {stated}")
    wrong += unwritable(known["regular"])
    print(f"{sum(map(len, found))} fonts, {len(known['regular'])} letters, {len(wrong)} wrong")
    print("\n".join(wrong[:40]))
    return 1 if wrong else 0


def main():
    folders = ["/usr/share/fonts"]
    if "--fonts" in sys.argv:
        folders.append(sys.argv[sys.argv.index("--fonts") + 1])
    if "--render" in sys.argv:
        sys.exit(render())
    found = [fonts(folders, weight) for weight in ("Regular", "Bold")]
    if "--check" in sys.argv:
        sys.exit(check(found))
    missing = [name for weight, fs in zip(FILES, found) if len(fs) < len(FILES[weight])
               for name in FILES[weight] if not any(p for f in folders for p in Path(f).rglob(name))]
    if missing:
        sys.exit(f"fonts are missing, without which letters would be left out: {', '.join(missing)}")
    TABLE.write_text(table(found))


main()
