"""The list of defects: each has a name, an area (two of one area are never mixed), forms."""
import copy

DEFECTS = []
TABLE_FORMS = ("2019", "2021")
ALL_FORMS = ("2008", "2019", "2021")
OF_TABLES = ("disclosure", "requests", "disputes")
# Where the defects of an area stand: without that section there is nothing to spoil.
PLACE = dict.fromkeys(["overview", "sum", "percent", "placeholder", "personal", "law", "assessment",
                       "claims", "itself", "repeat", "typo", "damage", "topic"], "overview")
PLACE.update(problems="problems", fees="other", topic="problems")


# Defects that undo each other: the second leaves nothing of what the first one put there, or takes away
# what a reader would know it by (the year in doubt, the row that is gone). What is put into a section makes it
# neither hollow nor beside the point.
PUT_IN = ("narrative.", "claim.", "law.", "wording.", "safety.", "content.", "passage.", "text.", "year.")
UNDOES = [("narrative.itself", ("problems.", "overview.", "section.", "year.", "narrative.")),
          ("overview.generic", PUT_IN), ("section.off-topic", PUT_IN), ("title.no-agency", ("identity.agency",)),
          ("publication.before-year-end", ("year.",)), ("publication.date-conflict", ("year.",)),
          ("plausible.", ("table.",)), ("publication.publisher", ("publication.undated",)),
          ("passage.repeated", ("problems.", "fees.", "section.off-topic", "overview.generic"))]


def _undo(a, b):
    """Do two defects not go together in one document?"""
    return any(x.startswith(one) and y.startswith(others)
               for one, others in UNDOES for x, y in ((a, b), (b, a)))


def defect(name, area, forms=TABLE_FORMS, weight=1.0, shapes=None):
    """Register fn(rng, report) -> bool; False means it does not fit this report."""
    def keep(fn):
        DEFECTS.append({"name": name, "area": area, "forms": forms, "weight": weight,
                        "shapes": shapes, "apply": fn})
        return fn
    return keep


def fitting(report, shape):
    return [d for d in DEFECTS if report.form in d["forms"]
            and (d["shapes"] is None or shape in d["shapes"])]


def _draw(rng, pool, count):
    """`count` defects of different areas, those of the frame first: they rewrite the opening."""
    picks, areas = [], []
    for _ in range(60):
        pick = rng.choices(pool, [d["weight"] for d in pool])[0]
        if pick["area"] not in areas and not any(_undo(pick["name"], p["name"]) for p in picks):
            picks.append(pick)
            areas.append(pick["area"])
        if len(picks) == count:
            break
    return sorted(picks, key=lambda d: d["area"] != "frame")


def _sections(entries):
    return [e.get("section") or e.get("missing") for e in entries]


def _try(rng, report, pick, framed):
    """Apply to a copy; kept only when no place is hit that a defect of the frame has changed."""
    place = PLACE.get(pick["area"])
    if place and (report.section(place) is None or report.section("overview") is None):
        return False
    if pick["area"] in OF_TABLES and pick["area"] not in report.tables:
        return False
    trial = copy.deepcopy(report)
    before = len(trial.expect)
    if not pick["apply"](rng, trial):
        return False
    fresh = trial.expect[before:]
    if any(s in framed for s in _sections(fresh) if s):
        return False
    for entry in fresh:
        entry["defect"] = pick["name"]
    trial.defects.append(pick["name"])
    report.__dict__.update(trial.__dict__)
    if pick["area"] == "frame":
        framed += [s for s in _sections(fresh) if s]
    return True


def inject(rng, report, shape, count, only=None):
    """Put `count` defects of different areas into the report; returns how many took."""
    pool = [d for d in fitting(report, shape) if only is None or d["name"] in only]
    done, framed = 0, []
    for _ in range(20):
        if not pool or done:
            break
        done = sum(_try(rng, report, pick, framed) for pick in _draw(rng, pool, count))
    return done
