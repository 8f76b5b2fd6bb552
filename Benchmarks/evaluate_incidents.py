"""Incidents read from one report against the same report coded by hand, and what each error is due to.

A report is `NAME.txt`; `NAME.json` beside it holds its `incidents`: `cls` (core must be found,
secondary counts for nothing, background must not be reported), `type` and `type_compat`,
`date_start`, `date_end`, `date_precision`, `places` with `tolerance_km`, `counts`, `quote`.
"""
import collections
import datetime
import glob
import json
import os

from evaluate_gazetteer import Gazetteer
from evaluate_measures import kilometres, precision_recall

NEAR_KM = 10            # a point so near is right whatever the gold's tolerance
SLACK_DAYS = {"day": 0, "week": 4, "month": 16, "year": 200}
LONGEST_SPAN_DAYS = 31  # of a prediction that is to hit a day
ON_THE_GROUND = ("location", "container", "dateline", "origin")
COUNTS = {"killed": "killed_best", "wounded": "injured_best", "detained": "detained_best"}
STAGES = ("recognition", "role", "resolution", "event", "type", "date", "place", "merge")


def load(folder):
    """{file name: incidents coded by hand}; reports without a coding are left out."""
    coded = {}
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        with open(path, encoding="utf-8") as file:
            coded[os.path.basename(path)[:-5] + ".txt"] = json.load(file)["incidents"]
    return coded


def day(text, last=False):
    """A date, or the first (or last) day of a month or year; None for None."""
    if not text:
        return None
    parts = [int(part) for part in text[:10].split("-")]
    if len(parts) == 3:
        return datetime.date(*parts)
    year, month = parts[0], parts[1] if len(parts) > 1 else (12 if last else 1)
    if not last:
        return datetime.date(year, month, 1)
    after = datetime.date(year + month // 12, month % 12 + 1, 1)
    return after - datetime.timedelta(1)


def is_near(gold, latitude, longitude):
    return any(kilometres((latitude, longitude), (p["lat"], p["lon"]))
               <= max(NEAR_KM, p.get("tolerance_km") or 0) for p in gold["places"])


def agrees_in_place(gold, feature):
    point = feature["geometry"]
    if not gold["places"]:
        return True
    return point is not None and is_near(gold, point["coordinates"][1], point["coordinates"][0])


def agrees_in_date(gold, feature):
    told = feature["properties"]
    start, end = day(gold.get("date_start")), day(gold.get("date_end"), last=True)
    first = day(told.get("date_start"))
    last = day(told.get("date_end"), last=True) or first
    precision = gold.get("date_precision") or "day"
    if start is None:
        return first is None
    if first is None:
        return precision == "unknown"
    if precision == "day" and (last - first).days > LONGEST_SPAN_DAYS:
        return False
    slack = datetime.timedelta(SLACK_DAYS.get(precision, 1))
    is_open = end is None or precision == "unknown"
    return last >= start - slack and (is_open or first <= end + slack)


def agrees_in_type(gold, feature):
    names = [str(feature["properties"].get(k) or "").lower()
             for k in ("event_type", "sub_event_type")]
    wanted = [w.lower() for w in gold.get("type_compat") or []] + [gold["type"].lower()]
    told = [name for name in names if name] + ["/".join(names)]
    return any(w in t or t in w for w in wanted for t in told)


JUDGEMENTS = {"place": agrees_in_place, "date": agrees_in_date, "type": agrees_in_type}


def disagreements(gold, feature):
    return [name for name, agrees in JUDGEMENTS.items() if not agrees(gold, feature)]


def pairs(golds, features):
    """Pairs one to one by augmenting paths: {gold index: feature index}. Nearer dates and equal
    counts are tried first, so that of several possible pairs the plausible one is taken."""
    def rank(gold, feature):
        told = feature["properties"]
        counts = sum(best(gold, slot) == (told.get(name) or 0) for slot, name in COUNTS.items())
        return (-counts, told.get("date_start") != gold.get("date_start"))

    reach = {g: sorted((f for f, feature in enumerate(features)
                        if not disagreements(gold, feature)),
                       key=lambda f, gold=gold: (rank(gold, features[f]), f))
             for g, gold in enumerate(golds)}
    taken = {}

    def place(g, tried):
        for f in reach[g]:
            if f not in tried:
                tried.add(f)
                if f not in taken or place(taken[f], tried):
                    taken[f] = g
                    return True
        return False

    for g in sorted(reach, key=lambda g: len(reach[g])):
        place(g, set())
    return {g: f for f, g in taken.items()}


def best(gold, slot):
    """The figure of a hand-coded count; 0 where none is told."""
    value = (gold.get("counts") or {}).get(slot)
    if isinstance(value, dict):
        value = value.get("best")
    return value if isinstance(value, (int, float)) else 0


def names_stage(gold, mentions, gazetteer):
    """What became of the place's name: the stage that lost it, or None where it is on the map."""
    def near(place):
        position = place and gazetteer.position(place["id"])
        return position and is_near(gold, *position)

    right = [m["role"] for m in mentions if m.get("place")
             and is_near(gold, m["place"]["latitude"], m["place"]["longitude"])]
    if any(role in ON_THE_GROUND for role in right):
        return None
    if right:
        return "role"
    words = {w for p in gold["places"] for w in p["canonical"].lower().replace("/", " ").split()}
    for m in mentions:
        if any(near(a) for a in m.get("alternatives") or []):
            return "resolution"
        if words & set(m["surface"].lower().split()):
            return "role" if m["role"] not in ON_THE_GROUND else "resolution"
    return "recognition"


def lost_at(gold, features, used, mentions, gazetteer):
    """The stage at which an incident that was not found was lost."""
    differing = [(disagreements(gold, feature), f) for f, feature in enumerate(features)]
    if any(not names for names, f in differing):
        return "merge"
    lost = names_stage(gold, mentions, gazetteer) if gold["places"] else None
    for names, f in differing:
        if len(names) == 1 and f not in used:
            return (lost or "place") if names[0] == "place" else names[0]
    return lost or "event"


class Reading:
    """The figures of all reports of a folder."""

    def __init__(self, coded, lines, gazetteer):
        self.gazetteer = gazetteer
        read = {os.path.basename(line["report"]["path"]): line for line in lines}
        self.errors = []           # (stage, file, what)
        self.languages = collections.defaultdict(collections.Counter)
        self.slots = {slot: collections.Counter() for slot in COUNTS}
        self.exact_days = collections.Counter()
        for name in sorted(coded):
            self._add(name, coded[name], read[name])
        self.total = sum(self.languages.values(), collections.Counter())

    def _add(self, name, incidents, line):
        features, counts = line["incidents"], self.languages[name.rsplit("-", 1)[0]]
        golds = [i for i in incidents if i["cls"] == "core"]
        others = [i for i in incidents if i["cls"] != "core"]
        found = pairs(golds, features)
        used = set(found.values())
        counts["reports"] += 1
        counts["gold"] += len(golds)
        counts["right"] += len(found)
        for g, gold in enumerate(golds):
            if g in found:
                self._compare(name, gold, features[found[g]]["properties"])
            else:
                stage = lost_at(gold, features, used, line["mentions"], self.gazetteer)
                self.errors.append((stage, name, "%s %s: %s" % (
                    gold.get("date_start"), gold["type"], gold.get("quote") or "")))
        for f, feature in enumerate(features):
            if f in used:
                continue
            stage = self._surplus(golds, others, found, feature)
            if stage is None:
                continue
            if stage != "duplicate":
                counts["surplus"] += 1
            else:
                counts["duplicates"] += 1
            self.errors.append((stage, name, feature["properties"].get("summary") or ""))

    @staticmethod
    def _surplus(golds, others, found, feature):
        """What an incident is that no hand-coded one is left for; None where it counts for nothing."""
        for other in others:
            if not disagreements(other, feature):
                return None if other["cls"] == "secondary" else "background"
        if any(not disagreements(golds[g], feature) for g in found):
            return "duplicate"
        return "spurious"

    def _compare(self, name, gold, told):
        if gold.get("date_start") and gold.get("date_precision") == "day":
            self.exact_days[told.get("date_start") == gold["date_start"]] += 1
        for slot, field in COUNTS.items():
            wanted, given = best(gold, slot), told.get(field) or 0
            outcome = "right" if wanted == given else (
                "spurious" if not wanted else "wrong" if given else "missing")
            if wanted or given:
                self.slots[slot][outcome] += 1
            if outcome != "right":
                self.errors.append(("count", name, "%s %s, not %s: %s" % (
                    slot, given, wanted, gold.get("quote") or "")))

    def figures(self, counts):
        """Precision, recall and F1; a second incident for one event counts for neither."""
        return precision_recall(
            counts["right"], counts["right"] + counts["surplus"], counts["gold"])

    def budget(self):
        """(stage, errors) in the order of the way of the data."""
        order = STAGES + ("duplicate", "background", "spurious", "count")
        counted = collections.Counter(stage for stage, _, _ in self.errors)
        return [(stage, counted[stage]) for stage in order if counted[stage]]

    def examples(self, stage):
        return ["%s  %s" % (name, what) for s, name, what in self.errors if s == stage]


def check():
    """Holds the pairing and the stages to cases known beforehand."""
    def feature(lon, start, kind, **more):
        return {"geometry": {"coordinates": [lon, 0.0]}, "properties": dict(
            event_type=kind, sub_event_type="", date_start=start, date_end=start, **more)}

    gold = {"cls": "core", "type": "Riots/Mob violence", "date_start": "2024-01-02",
            "date_end": "2024-01-02", "date_precision": "day",
            "places": [{"canonical": "Zero", "lat": 0.0, "lon": 0.0, "tolerance_km": 5}]}
    right = feature(0.05, "2024-01-02", "Riots")
    assert disagreements(gold, feature(0, None, "Riots")) == ["date"]
    assert not disagreements(gold, right)
    assert disagreements(gold, feature(0.2, "2024-01-02", "Riots")) == ["place"]
    assert disagreements(gold, feature(0, "2024-01-03", "Riots")) == ["date"]
    assert disagreements(gold, feature(0, "2024-01-02", "Protests")) == ["type"]
    assert pairs([gold, dict(gold, date_start="2024-01-01")], [right, right]).keys() == {0, 1}
    mention = {"surface": "Zero", "role": "metonym",
               "place": {"id": "zero", "latitude": 0, "longitude": 0}}
    there = dict(mention, role="location")
    gazetteer = Gazetteer([])
    assert lost_at(gold, [], set(), [mention], gazetteer) == "role"
    assert lost_at(gold, [], set(), [], gazetteer) == "recognition"
    assert lost_at(gold, [], set(), [there], gazetteer) == "event"
    late = feature(0, "2024-01-03", "Riots")
    assert lost_at(gold, [late], set(), [there], gazetteer) == "date"
    assert lost_at(gold, [right], {0}, [mention], gazetteer) == "merge"
    line = {"report": {"path": "x-1.txt"}, "mentions": [mention], "incidents": [
        right, feature(0, "2024-01-02", "Riots"), feature(5, "2024-01-02", "Riots")]}
    reading = Reading({"x-1.txt": [gold]}, [line], gazetteer)
    assert dict(reading.total) == {"reports": 1, "gold": 1, "right": 1, "duplicates": 1,
                                   "surplus": 1}, reading.total
    assert reading.budget() == [("duplicate", 1), ("spurious", 1)], reading.budget()
    assert day("2024-02", last=True) == datetime.date(2024, 2, 29)
