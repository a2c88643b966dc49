"""What the text says of the official tables: true statements, and false ones on demand.

A statement is noted in ctx.claims as {"of": metric, "value": n}; whether it contradicts the
tables is for the oracle to say, which knows the metrics by name only.
"""
import figures

NEW = ["新收政府信息公开申请{n}件", "本年新收到公开申请{n}件", "新收依申请公开{n}宗", "本年收到的政府信息公开申请为{n}件",
       "本年收到群众提出的信息公开申请{n}件", "新收公开申请（含网络、信函、当面）{n}件"]
MADE_2021 = ["制发行政规范性文件{n}件", "本年制发规范性文件{n}件", "全年制发的行政规范性文件共{n}件", "{own}制发行政规范性文件{n}份"]
MADE_2019 = ["新制作规范性文件{n}件", "本年新制作规范性文件{n}份"]
WORDS = {
    "requests.new": NEW,
    "requests.carried_in": ["上年结转政府信息公开申请{n}件", "上年度结转的申请{n}件", "另有上年结转申请{n}宗"],
    "requests.total": ["全年共办结政府信息公开申请{n}件", "办结公开申请{n}件", "已办结依申请公开事项{n}件",
                       "本年度办结的政府信息公开申请{n}件"],
    "requests.carried_out": ["结转下年度继续办理{n}件", "结转下年度办理的申请{n}件", "其余{n}件结转下年度继续办理",
                             "未到期的{n}件申请结转至下年度办理"],
    "disputes.review": ["因政府信息公开引发的行政复议案件{n}件", "政府信息公开行政复议{n}件", "涉及政府信息公开的行政复议{n}宗",
                        "被申请政府信息公开行政复议{n}件"],
    "disputes.suits": ["因政府信息公开引发的行政诉讼案件{n}件", "政府信息公开行政诉讼{n}件", "涉及政府信息公开的行政诉讼共{n}宗"],
    "disclosure.made": MADE_2021,
    "disclosure.valid": ["现行有效行政规范性文件{n}件", "现行有效的规范性文件{n}件", "截至年底，现行有效行政规范性文件共{n}件"],
    "disclosure.repealed": ["废止行政规范性文件{n}件", "本年废止规范性文件{n}件"],
    "disclosure.licences": ["作出行政许可决定{n}件", "办理行政许可并作出处理决定{n}件", "全年作出行政许可处理决定{n}件"],
    "disclosure.penalties": ["作出行政处罚决定{n}件", "全年作出行政处罚决定共{n}件", "行政处罚处理决定{n}件"],
}
CELLS = {"requests.new": ("requests", "new", "all"),
         "requests.carried_in": ("requests", "carried_in", "all"),
         "requests.total": ("requests", "total", "all"),
         "requests.carried_out": ("requests", "carried_out", "all"),
         "disputes.review": ("disputes", "review", "total"),
         "disclosure.made": ("disclosure", "normative", "made"),
         "disclosure.valid": ("disclosure", "normative", "valid"),
         "disclosure.repealed": ("disclosure", "normative", "repealed"),
         "disclosure.licences": ("disclosure", "licences", "decisions"),
         "disclosure.penalties": ("disclosure", "penalties", "decisions")}
FRAMES = ["{y}年，{own}{s}。", "{s}。", "据统计，{y}年{s}。", "本年度{s}，均依法依规办理。", "从总量看，{s}。",
          "{y}年度{own}{s}，台账齐全、归档完整。", "依申请公开及相关工作方面，{s}。"]
NONE = {
    "requests.new": ["{y}年，{own}未收到政府信息公开申请。", "全年没有收到公民、法人或其他组织提出的政府信息公开申请。",
                     "本年度{own}未接到公众提出的政府信息公开申请。", "{y}年度{own}无政府信息公开申请。",
                     "{y}年，{own}收到政府信息公开申请0件。", "本年度收到政府信息公开申请数量为零。"],
    "disputes.all": ["全年未发生因政府信息公开引起的行政复议、行政诉讼。", "{y}年，{own}没有因政府信息公开被申请行政复议、提起行政诉讼的情况。",
                     "本年度无政府信息公开行政复议和行政诉讼案件。", "{own}政府信息公开行政复议、行政诉讼案件均为0件。",
                     "{y}年度，{own}未产生政府信息公开方面的行政复议和行政诉讼。"],
    "disclosure.made": ["{y}年，{own}未制发行政规范性文件。", "本年度没有制发规范性文件。", "{own}全年制发行政规范性文件0件。"],
    "requests.carried_out": ["所有申请均已在年内办结，无结转下年度办理的申请。", "{y}年政府信息公开申请全部办结，没有结转下年度继续办理的事项。",
                             "结转下年度继续办理0件。"],
    "disputes.upheld": ["政府信息公开行政复议案件均获维持。", "因政府信息公开引发的行政复议结果全部为维持。",
                        "政府信息公开行政复议案件的结果均为维持原行政行为。"]}


def value_of(tables, metric):
    """The figure of a metric; None when a table or a number is not there."""
    if metric == "disputes.suits":
        parts = [tables["disputes"].value(k, "total") for k in ("direct", "after_review")]
        return None if None in parts else sum(parts)
    name, row, column = CELLS[metric]
    line = tables[name].cells.get(row, {}) if name in tables else {}
    return line[column][2] if column in line else None


def accepted(tables, metric):
    """Numbers that no careful reader would object to: "received" may mean four things."""
    value = value_of(tables, metric)
    if not metric.startswith("requests."):
        return {value}
    new, old, done, left = (value_of(tables, "requests." + k)
                            for k in ("new", "carried_in", "total", "carried_out"))
    return {new, new + old, done, done + left, value}


def words(rng, ctx, metric):
    bank = WORDS[metric]
    if metric == "disclosure.made" and ctx.year <= 2020:
        bank = MADE_2019
    return rng.choice(bank)


def statement(rng, ctx, metric, value, zero=False):
    """A sentence that gives `value` for the metric, noted as a claim."""
    ctx.claims.append({"of": metric, "value": value})
    said = words(rng, ctx, metric).replace("{n}", "0" if zero else str(value))
    return rng.choice(FRAMES).format(y=ctx.year, own=ctx.own, s=said.format(own=ctx.own))


def nothing(rng, ctx, metric):
    ctx.claims.append({"of": metric, "value": 0})
    return rng.choice(NONE[metric]).format(y=ctx.year, own=ctx.own)


def true_of_tables(rng, ctx):
    """One true sentence of the tables, in the words of the false ones."""
    usable = [m for m in sorted(WORDS) if value_of(ctx.tables, m)
              and (ctx.year > 2020 or m not in ("disclosure.valid", "disclosure.repealed"))]
    if not usable or rng.random() < 0.2:
        usable = [m for m in sorted(NONE) if m != "disputes.upheld" and is_none(ctx.tables, m)]
        metric = rng.choice(usable) if usable else None
        text = nothing(rng, ctx, metric) if usable else ""
    else:
        metric = rng.choice(usable)
        text = statement(rng, ctx, metric, value_of(ctx.tables, metric))
    if text:
        ctx.besides.append((metric.split(".")[0], text))
    return text


def is_none(tables, metric):
    """Does nothing in the tables speak against "none"?"""
    if metric == "disputes.all":
        return value_of(tables, "disputes.review") == 0 == value_of(tables, "disputes.suits")
    if metric == "disputes.upheld":
        review = tables["disputes"]
        return not review.value("review", "corrected") and not review.value("review", "pending")
    return value_of(tables, metric) == 0


def enliven(rng, report):
    """Give an empty set of tables some figures, so that a statement can be false; whether that was needed:
    then what the text says of table three is no longer true."""
    if value_of(report.tables, "requests.new"):
        return False
    report.tables["requests"] = figures.draw_requests(rng, report.form, rng.choice([3, 9, 40]))
    report.ctx.tables["requests"] = report.tables["requests"]
    report.ctx.claims = [c for c in report.ctx.claims if not c["of"].startswith("requests.")]
    return True
