"""A corpus with gold toponyms beside what the program made of its texts."""
import collections
import dataclasses

from evaluate_measures import accuracy, kilometres, pairs, precision_recall


@dataclasses.dataclass(frozen=True)
class Rules:
    """What a corpus calls a toponym; the same for all its texts."""

    name: str
    title: str
    counts: frozenset
    why: str


SPOKEN_OF = frozenset(["location", "container", "dateline", "origin", "metonym", "modifier"])
CORPORA = {
    "lgl": Rules(
        "lgl", "LGL", SPOKEN_OF | {"demonym"},
        "Its gold holds governments, modifiers and adjectives (“American”) beside places on the "
        "ground, so every role but `embedded` and `dropped` counts as recognised."),
    "geovirus": Rules(
        "geovirus", "GeoVirus", SPOKEN_OF,
        "Its gold holds governments and modifiers but no adjectives and no peoples, so `demonym` "
        "is no recognised toponym, as `embedded` and `dropped` are none."),
}


class Corpus:
    """The outcome of every gold mention and of every guess, and the figures that follow."""

    def __init__(self, rules, reports, found, gazetteer, digest):
        self.rules, self.gazetteer, self.digest = rules, gazetteer, digest
        self.reports = len(reports)
        self.bytes = sum(len(r["text"].encode()) for r in reports)
        dates = sorted(r["date"] for r in reports if r.get("date"))
        self.dates = (dates[0], dates[-1]) if dates else None
        self.exact = self.overlapping = self.guessed = self.wanted = 0
        self.stages = collections.defaultdict(list)  # stage -> [(detail, example)]
        self.errors = []       # (kilometres or None, is recognised, is covered) of each gold point
        for report in reports:
            self.read(report, found.get(report["id"], []))

    def read(self, report, mentions):
        """Takes a report's gold and mentions in; the program counts bytes, the gold characters."""
        text = report["text"]
        for mention in mentions:
            data = text.encode()
            mention["span"] = tuple(len(data[:mention[end]].decode()) for end in ("start", "end"))
        counted = [m for m in mentions if m["role"] in self.rules.counts]
        gold = sorted(report["toponyms"], key=lambda g: g["start"])
        spans = [(g["start"], g["end"]) for g in gold]
        paired = pairs(spans, [m["span"] for m in counted])
        self.wanted += len(gold)
        self.guessed += len(counted)
        self.overlapping += len(paired)
        self.exact += sum(counted[p]["span"] == spans[g] for g, p in paired.items())
        for index, mention in enumerate(counted):
            if index not in paired.values():
                self.note("spurious", mention["role"] + ": " + mention["reasons"][0],
                          mention["surface"], text, mention["span"])
        for index, item in enumerate(gold):
            mention = counted[paired[index]] if index in paired else None
            if mention is None:
                self.miss(item, mentions, text)
            if item.get("lat") is not None:
                self.resolve(item, mention, text)

    def miss(self, gold, mentions, text):
        """Notes why a gold mention was not recognised."""
        span = (gold["start"], gold["end"])
        touching = [m for m in mentions
                    if min(m["span"][1], span[1]) > max(m["span"][0], span[0])]
        if touching:
            mention = touching[0]
            why = mention["role"] + ": " + mention["reasons"][0]
        elif not self.gazetteer.knows(gold["text"]):
            why = "not in the gazetteer"
        else:
            why = "in the gazetteer, not found in the text"
        self.note("missed", why, gold["text"], text, span)

    def resolve(self, gold, mention, text):
        """Notes how far the answer for a gold mention with coordinates is from the truth."""
        truth = (gold["lat"], gold["lon"])
        places = self.candidates(mention) if mention else []
        near = [p is not None and kilometres(p, truth) <= 161 for p in places]
        is_covered = any(near) or self.gazetteer.covers(gold["text"], truth)
        error = None
        if mention and mention["place"]:
            error = kilometres((mention["place"]["latitude"], mention["place"]["longitude"]), truth)
        self.errors.append((error, mention is not None, is_covered))
        if mention is None or (error is not None and error <= 161):
            return
        if not is_covered:
            why = "no place of that name near the truth in the gazetteer"
        elif any(near):
            why = "the right place is ranked %s" % ("first" if near[0] else "lower")
        else:
            why = "the right place is not among the best candidates"
        stage = "wrong place" if error is not None else "no decision"
        place = mention["place"]["id"] if mention["place"] else mention["reasons"][1]
        self.note(stage, why, "%s -> %s" % (mention["surface"], place), text, mention["span"])

    def candidates(self, mention):
        """Where the places are that the program weighed, the chosen one first."""
        chosen = [mention["place"]["id"]] if mention["place"] else []
        listed = chosen + [a["id"] for a in mention["alternatives"]]
        return [self.gazetteer.position(identifier) for identifier in listed]

    def note(self, stage, why, what, text, span):
        start, end = span
        around = text[max(0, start - 40):start] + "[" + text[start:end] + "]" + text[end:end + 40]
        self.stages[stage].append((why, what, " ".join(around.split())))

    def examples(self, stage):
        """The errors of a stage for reading; they stay out of every file."""
        return ["%-60s %-40s %s" % error for error in self.stages[stage]]

    @property
    def recognition(self):
        return {"same span": precision_recall(self.exact, self.guessed, self.wanted),
                "overlapping": precision_recall(self.overlapping, self.guessed, self.wanted)}

    @property
    def resolution(self):
        """Accuracy over growing parts of the gold mentions that have coordinates."""
        every = self.errors
        return {
            "recognised, covered, decided":
                accuracy([e for e, seen, near in every if seen and near and e is not None]),
            "recognised, covered": accuracy([e for e, seen, near in every if seen and near]),
            "recognised, decided":
                accuracy([e for e, seen, _ in every if seen and e is not None]),
            "recognised": accuracy([e for e, seen, _ in every if seen]),
            "all: end to end": accuracy([e for e, _, _ in every]),
        }

    @property
    def coverage(self):
        return sum(near for _, _, near in self.errors) / max(1, len(self.errors))

    @property
    def budget(self):
        """The errors of each stage by their reason, most first."""
        table = []
        for stage in ("missed", "spurious", "wrong place", "no decision"):
            reasons = collections.Counter(why for why, _, _ in self.stages[stage])
            for why, count in sorted(reasons.items(), key=lambda r: (-r[1], r[0])):
                table.append((stage, why, count))
        return table
