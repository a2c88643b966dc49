"""Text against tables, text against itself, and tables that no sum can prove wrong."""
import claims
import sums_more
from defects_text import add, narrative
from registry import ALL_FORMS, defect
from report import expect

AROUND = ["narrative.itself", "narrative.sum", "narrative.percent", "narrative.table",
          "narrative.zero"]


def _unsay(report, table):
    """Take the true sentences on this table out of the text; the false one stands instead."""
    true = [report.ctx.said.get(table)] + [t for of, t in report.ctx.besides if of == table]
    for section in report.sections:
        for text in filter(None, true):
            section.paragraphs = [p.replace(text, "") for p in section.paragraphs]
        section.paragraphs = [p for p in section.paragraphs if p]


def _spoilt(report):
    """Has another defect changed a table already? Then a claim's truth would be another one."""
    return len(report.tables) < 3 or any(e.get("table") or e.get("section") in report.tables
                                         for e in report.expect)


def _may(report, *but):
    report.may += [r for r in AROUND if r not in but]


def _place(rng, report, text):
    key = rng.choice(["overview", "overview", "problems"])
    key = key if report.section(key) and report.section(key).paragraphs else "overview"
    add(rng, report, text, key)
    return key


@defect("claim.count", "claims", weight=3)
def count(rng, report):
    """A count in the text that is none of those the table allows."""
    if _spoilt(report):
        return False
    if claims.enliven(rng, report):
        _unsay(report, "requests")
    usable = [m for m in sorted(claims.WORDS) if claims.value_of(report.tables, m) is not None
              and (report.year > 2020 or m not in ("disclosure.valid", "disclosure.repealed"))]
    metric = rng.choice(usable)
    right = claims.value_of(report.tables, metric)
    taken = claims.accepted(report.tables, metric)
    wrong = next(v for v in [right + rng.randint(1, 40) for _ in range(50)] + [99999]
                 if v not in taken)
    _unsay(report, metric.split(".")[0])
    text = claims.statement(rng, report.ctx, metric, wrong)
    section = _place(rng, report, text)
    rules = ["narrative.table"] if right else ["narrative.table", "narrative.zero"]
    expect(report, rules, section=section, found=str(wrong), claim=metric)
    _may(report, *rules)
    return True


def _liven(rng, report, metric):
    """Give the tables the figures that make "none" of this metric false."""
    table = report.tables["disputes" if metric.startswith("disputes") else "disclosure"]
    if metric.startswith("requests"):
        claims.enliven(rng, report)
    elif metric == "disclosure.made" and not claims.value_of(report.tables, metric):
        for column, value in (("made", 3), ("repealed", 1), ("valid", 9)):
            if column in table.cells["normative"]:
                table.put_number("normative", column, value)
        if "opened" in table.cells["normative"]:
            table.put_number("normative", "opened", 3)
            table.put_number("normative", "public", 9)
    elif metric.startswith("disputes") and claims.is_none(report.tables, metric):
        column = "corrected" if metric == "disputes.upheld" else rng.choice(["upheld", "pending"])
        extra = rng.randint(1, 4)
        for c in (column, "total"):
            table.put_number("review", c, table.value("review", c) + extra)


@defect("claim.none", "claims", weight=3)
def none(rng, report):
    """ "None", where the table has some."""
    if _spoilt(report):
        return False
    metric = rng.choice(sorted(claims.NONE))
    _unsay(report, metric.split(".")[0])
    _liven(rng, report, metric)
    if claims.is_none(report.tables, metric):
        return False
    text = claims.nothing(rng, report.ctx, metric)
    section = _place(rng, report, text)
    expect(report, ["narrative.zero", "narrative.table"], section=section, claim=metric)
    _may(report, "narrative.zero", "narrative.table")
    return True


@defect("claim.some", "claims", weight=1.5)
def some(rng, report):
    """Some, where the table has nought."""
    if _spoilt(report):
        return False
    metric = rng.choice(["requests.new", "disputes.review", "disputes.suits"])
    if any(claims.accepted(report.tables, metric) - {0}):
        return False
    _unsay(report, metric.split(".")[0])
    value = rng.randint(1, 30)
    section = _place(rng, report, claims.statement(rng, report.ctx, metric, value))
    expect(report, ["narrative.zero", "narrative.table"], section=section, found=str(value),
           claim=metric)
    _may(report, "narrative.zero", "narrative.table")
    return True


TWICE = [
    (["全年主动公开政府信息{a}条，做到应公开尽公开。", "{y}年，{own}主动公开政府信息{a}条。", "一年来，共主动公开政府信息{a}条。"],
     ["总的来看，{y}年主动公开政府信息{b}条，群众知情权得到保障。", "全年共主动公开政府信息{b}条，公开质量稳步提升。"]),
    (["全年发布政策解读材料{a}篇。", "{y}年，{own}发布政策解读材料{a}篇，解读形式日益丰富。"],
     ["{y}年共发布政策解读材料{b}篇，但视频类解读偏少。", "全年发布政策解读材料{b}篇，其中不少取材于群众提问。"]),
    (["全年召开新闻发布会{a}场。", "{y}年，{own}召开新闻发布会{a}场，回应群众关切。"],
     ["{y}年召开新闻发布会{b}场，主动发声的意识还不够强。", "全年共召开新闻发布会{b}场。"]),
    (["全年举办政务公开培训班{a}期。", "{y}年{own}共举办政务公开培训班{a}期。"],
     ["{y}年举办政务公开培训班{b}期，培训的针对性仍需加强。", "全年举办政务公开培训班共{b}期。"])]


@defect("narrative.itself", "itself", ALL_FORMS, 2)
def itself(rng, report):
    """One thing, one year, two values."""
    if "year.text" in report.defects:
        return False
    first, second = rng.choice(TWICE)
    a = rng.randint(4, 900)
    b = a + rng.choice([-3, -2, 1, 2, 7, 20])
    words = {"y": report.year, "own": report.agency.own}
    for section in report.sections:      # what the true text says of the same thing goes
        section.paragraphs = [p for p in section.paragraphs if not any(
            w in p for w in ("主动公开政府信息", "发布政策解读", "新闻发布会", "培训班"))] or \
            section.paragraphs[:1]
    add(rng, report, rng.choice(first).format(a=a, **words))
    key = rng.choice(["overview", "problems"])
    if report.section(key) is None:
        key = "overview"
    report.section(key).paragraphs.append(rng.choice(second).format(b=b, **words))
    expect(report, "narrative.itself", found=str(b))
    _may(report, "narrative.itself")
    report.may += ["structure.numbering", "content.problems", "content.fees",
                   "structure.assessment-results", "content.generic", "content.off-topic"]
    return True


def _put_row(report, row, **values):
    table = report.tables["disclosure"]
    for column, value in values.items():
        table.put_number(row, column, value)


@defect("plausible.more-made", "disclosure", ("2021",))
def more_made(rng, report):
    valid = rng.randint(0, 20)
    made = valid + rng.randint(1, 30) + 6
    row = "normative"
    _put_row(report, row, made=made, repealed=rng.randint(0, 5), valid=valid)
    expect(report, "disclosure.plausible", table="disclosure", row=row, relation="R8")
    _may(report)
    return True


@defect("plausible.more-opened", "disclosure", ("2019",))
def more_opened(rng, report):
    public = rng.randint(0, 20)
    _put_row(report, "normative", opened=public + rng.randint(1, 15), public=public)
    expect(report, "disclosure.plausible", table="disclosure", row="normative", relation="R9")
    _may(report)
    return True


@defect("plausible.no-items", "disclosure", ("2019",))
def no_items(rng, report):
    row = rng.choice(["licences", "services", "penalties", "coercion"])
    gone = rng.choice([0, 0, rng.randint(1, 9)])
    _put_row(report, row, previous=gone, change=-gone, decisions=rng.randint(1, 300))
    expect(report, "disclosure.plausible", table="disclosure", row=row, relation="R11")
    _may(report)
    return True


@defect("plausible.purchases", "disclosure", ("2019",))
def purchases(rng, report):
    table = report.tables["disclosure"]
    if rng.random() < 0.5:
        table.put_number("procurement", "projects", 0)
        table.put("procurement", "amount", "37.20", "number", "37.20")
    else:
        table.put_number("procurement", "projects", rng.randint(1, 30))
        table.put("procurement", "amount", "0", "number", "0")
    expect(report, "disclosure.plausible", table="disclosure", row="procurement", relation="R12")
    return True


@defect("plausible.regulations", "disclosure")
def regulations(rng, report):
    """Regulations of one who may not make any."""
    if report.agency.level not in ("county", "township"):
        return False
    if report.form == "2021":
        _put_row(report, "regulations", made=rng.randint(0, 2), repealed=0, valid=rng.randint(2, 9))
    else:
        _put_row(report, "regulations", made=1, opened=1, public=rng.randint(1, 9))
    expect(report, "disclosure.plausible", table="disclosure", row="regulations", relation="R13")
    return True


@defect("narrative.more-sums", "sum", ALL_FORMS, 2)
def more_sums(rng, report):
    return narrative(rng, report, rng.choice(sums_more.WRONG_SUMS), "narrative.sum")


@defect("narrative.more-shares", "percent", ALL_FORMS, 2)
def more_shares(rng, report):
    return narrative(rng, report, rng.choice(sums_more.WRONG_SHARES), "narrative.percent")


@defect("narrative.amid", "sum", ALL_FORMS, 2)
def amid(rng, report):
    """One wrong sentence in the midst of a passage of right ones."""
    passage = sums_more.together(rng, report.ctx)
    text, expected, found, _ = rng.choice(sums_more.WRONG_SUMS)(rng, report.ctx)
    joined = "".join(passage)
    at = rng.choice([i + 1 for i, c in enumerate(joined) if c == "。"])
    report.section("overview").paragraphs.append(joined[:at] + text + joined[at:])
    report.may.append("narrative.itself")
    expect(report, "narrative.sum", section="overview", expected=str(expected), found=str(found),
           quote=text[:20])
    return True
