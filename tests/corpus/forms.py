"""The official tables as the generator writes them: keys, labels, and layout as a grid.

A grid is a list of rows, a row a list of Cell; spans are those of real pages. The labels
are official facts; this module shares nothing with the program under test.
"""
from dataclasses import dataclass

COLUMNS = ["natural", "business", "research", "welfare", "legal", "other", "all"]
PARTS = COLUMNS[:6]
KINDS = ["review", "direct", "after_review"]
OUTCOMES = ["upheld", "corrected", "other", "pending", "total"]
REFUSED = ["属于国家秘密", "其他法律行政法规禁止公开", "危及“三安全一稳定”", "保护第三方合法权益",
           "属于三类内部事务信息", "属于四类过程性信息", "属于行政执法案卷", "属于行政查询事项"]
UNAVAILABLE = ["本机关不掌握相关政府信息", "没有现成信息需要另行制作", "补正后申请内容仍不明确"]
DECLINED = ["信访举报投诉类申请", "重复申请", "要求提供公开出版物", "无正当理由大量反复申请",
            "要求行政机关确认或重新出具已获取信息"]
OTHER_2021 = ["申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
              "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "其他"]
CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
PARTIAL = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
SECTION_KEYS = ["overview", "disclosure", "requests", "disputes", "problems", "other"]


@dataclass
class Cell:
    """`role` is label, head, caption, note or value; a value cell knows its key."""
    text: str
    rs: int = 1
    cs: int = 1
    role: str = "label"
    key: tuple = ()


def form_of_year(year):
    return "2008" if year <= 2018 else "2019" if year <= 2020 else "2021"


def request_rows(form):
    """Keys of the rows of the requests table, top to bottom."""
    others = ["other"] if form == "2019" else ["other.1", "other.2", "other.3"]
    return (["new", "carried_in", "granted", "partial"]
            + ["refused.%d" % i for i in range(1, 9)]
            + ["unavailable.%d" % i for i in range(1, 4)]
            + ["declined.%d" % i for i in range(1, 6)] + others + ["total", "carried_out"])


def result_leaves(form):
    rows = request_rows(form)
    return rows[2:-2]


def disclosure_blocks(form):
    """(caption, heads, [(row key, label, [column keys])]) for each block."""
    if form == "2021":
        return [("第二十条第（一）项",
                 ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
                 [("regulations", "规章", ["made", "repealed", "valid"]),
                  ("normative", "行政规范性文件", ["made", "repealed", "valid"])]),
                ("第二十条第（五）项", ["信息内容", "本年处理决定数量"],
                 [("licences", "行政许可", ["decisions"])]),
                ("第二十条第（六）项", ["信息内容", "本年处理决定数量"],
                 [("penalties", "行政处罚", ["decisions"]),
                  ("coercion", "行政强制", ["decisions"])]),
                ("第二十条第（八）项", ["信息内容", "本年收费金额（单位：万元）"],
                 [("fees", "行政事业性收费", ["amount"])])]
    items = ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"]
    keys = ["previous", "change", "decisions"]
    return [("第二十条第（一）项",
             ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"],
             [("regulations", "规章", ["made", "opened", "public"]),
              ("normative", "规范性文件", ["made", "opened", "public"])]),
            ("第二十条第（五）项", items, [("licences", "行政许可", keys),
                                    ("services", "其他对外管理服务事项", keys)]),
            ("第二十条第（六）项", items, [("penalties", "行政处罚", keys),
                                    ("coercion", "行政强制", keys)]),
            ("第二十条第（八）项", ["信息内容", "上一年项目数量", "本年增/减"],
             [("fees", "行政事业性收费", ["previous", "change"])]),
            ("第二十条第（九）项", ["信息内容", "采购项目数量", "采购总金额"],
             [("procurement", "政府集中采购", ["projects", "amount"])])]


def disclosure_grids(table, split):
    """T2 as one grid, or as one grid a block."""
    grids, width = [], 4
    for caption, heads, rows in disclosure_blocks(table.form):
        grid = [[Cell(caption, cs=width, role="caption")]]
        cells = len(heads)
        spans = [1] * cells
        spans[-1] = width - cells + 1
        grid.append([Cell(h, cs=s, role="head") for h, s in zip(heads, spans)])
        for row, label, columns in rows:
            if row in table.dropped:
                continue
            line = [Cell(table.renamed.get(row, label))]
            for column, span in zip(columns, spans[1:]):
                line.append(Cell(table.raw(row, column), cs=span, role="value", key=(row, column)))
            grid.append(line)
        grids.append(grid)
    return grids if split else [sum(grids, [])]


def _value_cells(table, row):
    return [Cell(table.raw(row, c), role="value", key=(row, c)) for c in COLUMNS]


def _group(table, title, prefix, labels):
    """A numbered group of rows; its title cell spans those that are left."""
    rows = []
    for i, label in enumerate(labels, 1):
        key = "%s.%d" % (prefix, i)
        if key in table.dropped:
            continue
        text = table.renamed.get(key, "%d.%s" % (i, label))
        rows.append([Cell(text)] + _value_cells(table, key))
    if rows:
        rows[0].insert(0, Cell(title, rs=len(rows)))
    return rows


def _single(table, key, label, span):
    if key in table.dropped:
        return []
    return [[Cell(table.renamed.get(key, label), cs=span)] + _value_cells(table, key)]


def request_results(table):
    others = ([("其他处理", OTHER_2021)] if table.form == "2021" else [])
    rows = _single(table, "granted", "（一）予以公开", 2)
    rows += _single(table, "partial", PARTIAL, 2)
    rows += _group(table, "（三）不予公开", "refused", REFUSED)
    rows += _group(table, "（四）无法提供", "unavailable", UNAVAILABLE)
    rows += _group(table, "（五）不予处理", "declined", DECLINED)
    if others:
        rows += _group(table, "（六）其他处理", "other", OTHER_2021)
    else:
        rows += _single(table, "other", "（六）其他处理", 2)
    return rows + _single(table, "total", "（七）总计", 2)


def request_grid(table):
    heads = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    grid = [[Cell(CORNER, rs=3, cs=3, role="note"), Cell("申请人情况", cs=7, role="head")],
            [Cell("自然人", rs=2, role="head"), Cell("法人或其他组织", cs=5, role="head"),
             Cell("总计", rs=2, role="head")],
            [Cell(h, role="head") for h in heads]]
    grid += _single(table, "new", "一、本年新收政府信息公开申请数量", 3)
    grid += _single(table, "carried_in", "二、上年结转政府信息公开申请数量", 3)
    results = request_results(table)
    results[0].insert(0, Cell("三、本年度办理结果", rs=len(results)))
    grid += results
    return grid + _single(table, "carried_out", "四、结转下年度继续办理", 3)


def dispute_grid(table):
    names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    first = [Cell("行政复议", rs=1, cs=5, role="head"), Cell("行政诉讼", cs=10, role="head")]
    second = [Cell(n, rs=2, role="head") for n in names]
    second += [Cell("未经复议直接起诉", cs=5, role="head"), Cell("复议后起诉", cs=5, role="head")]
    third = [Cell(n, role="head") for n in names * 2]
    values = [Cell(table.raw(k, o), role="value", key=(k, o)) for k in KINDS for o in OUTCOMES]
    return [first, second, third, values]


def grids_of(table, split=False):
    """All grids of one official table, in order."""
    if table.name == "disclosure":
        return disclosure_grids(table, split)
    return [request_grid(table) if table.name == "requests" else dispute_grid(table)]
