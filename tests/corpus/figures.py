"""Consistent figures: tables in which every official equation holds."""
import copy
from dataclasses import dataclass, field

from forms import COLUMNS, KINDS, OUTCOMES, PARTS, disclosure_blocks, request_rows, result_leaves


@dataclass
class Table:
    """An official table: figures, how they are written, and what is broken in its frame.

    cells[row][column] = [raw text, kind, value, unit or None]
    """
    name: str
    form: str
    cells: dict
    dropped: list = field(default_factory=list)
    renamed: dict = field(default_factory=dict)
    carrier: str = "grid"            # grid, image, absent

    def raw(self, row, column):
        return self.cells[row][column][0]

    def value(self, row, column):
        return self.cells[row][column][2]

    def put(self, row, column, raw, kind="number", value=None, unit=None):
        self.cells[row][column] = [raw, kind, value, unit]

    def put_number(self, row, column, value):
        self.put(row, column, str(value), "number", value)

    def copy(self):
        return copy.deepcopy(self)

    def label(self):
        """The cells as the label record gives them."""
        out = {}
        for row, line in self.cells.items():
            if row in self.dropped:
                continue
            out[row] = {}
            for column, (_, kind, value, unit) in line.items():
                cell = {"kind": kind, "value": value}
                if unit:
                    cell["unit"] = unit
                out[row][column] = cell
        return out


def _number(value):
    return [str(value), "number", value, None]


def _sparse(rng, size, chance):
    if rng.random() > chance:
        return 0
    top = max(1, size)
    return min(rng.randint(1, top), rng.randint(1, top))


def _spread(rng, size):
    """How large a column of applicants is, natural persons far ahead."""
    weights = {"natural": 1.0, "business": 0.3, "research": 0.03, "welfare": 0.05,
               "legal": 0.12, "other": 0.1}
    return {c: max(1, int(size * w)) if rng.random() < w * 2 + 0.15 else 0
            for c, w in weights.items()}


def draw_requests(rng, form, size):
    """`size` is about the largest count of one result; 0 makes a table of zeros."""
    rows = request_rows(form)
    leaves = result_leaves(form)
    table = {r: {} for r in rows}
    spread = _spread(rng, size) if size else {c: 0 for c in PARTS}
    for column in PARTS:
        s = spread[column]
        for row in leaves:
            chance = 0.9 if row == "granted" else 0.35
            table[row][column] = _sparse(rng, s, chance) if s else 0
        done = sum(table[r][column] for r in leaves)
        table["total"][column] = done
        table["carried_out"][column] = _sparse(rng, s // 3, 0.4) if s else 0
        whole = done + table["carried_out"][column]
        table["carried_in"][column] = rng.randint(0, whole // 4) if s else 0
        table["new"][column] = whole - table["carried_in"][column]
    for row in rows:
        table[row]["all"] = sum(table[row][c] for c in PARTS)
    return Table("requests", form, {r: {c: _number(table[r][c]) for c in COLUMNS} for r in rows})


def draw_disputes(rng, form, size):
    cells = {}
    for kind in KINDS:
        values = [_sparse(rng, size, 0.5) if size else 0 for _ in OUTCOMES[:4]]
        values.append(sum(values))
        cells[kind] = {o: _number(v) for o, v in zip(OUTCOMES, values)}
    return Table("disputes", form, cells)


def _money(rng, zero):
    """Money as pages write it: (raw, decimal string)."""
    if zero:
        raw = rng.choice(["0", "0", "0", "0.00"])
        return raw, raw
    cents = rng.randint(1, 99999999 if rng.random() < 0.2 else 999999)
    value = "%d.%02d" % (cents // 100, cents % 100)
    style = rng.random()
    if style < 0.2:
        value = value[:-1]
    elif style < 0.4:
        value = value.split(".")[0] if int(value.split(".")[0]) else value
    return value, value


def _documents(rng, agency, row, form):
    """made/repealed/valid or made/opened/public that contradict nothing."""
    allowed = row == "normative" or agency.may_make_regulations
    if not allowed or rng.random() < 0.3:
        return [0, 0, 0]
    valid = rng.randint(0, 60)
    first = rng.randint(0, min(valid, 12))
    return [first, rng.randint(0, 6), valid] if form == "2021" else \
        [first, rng.randint(0, valid), valid]


def _items(rng):
    if rng.random() < 0.4:
        return [0, 0, 0]
    previous = rng.randint(5, 400)
    change = rng.randint(-min(previous - 1, 20), 20) if rng.random() < 0.5 else 0
    return [previous, change, rng.randint(0, 9000) if rng.random() < 0.7 else 0]


def _signed(rng, value):
    if value > 0:
        return ["+%d" % value if rng.random() < 0.5 else str(value), "number", value, None]
    return _number(value)


def _amount_2019(rng, projects):
    raw, value = _money(rng, projects == 0)
    unit = rng.choice(["元", "万元", "万元"])
    if projects == 0 or rng.random() < 0.3:
        return [raw, "number", value, None]
    return [raw + unit, "number", value, unit]


def draw_disclosure(rng, form, agency):
    cells = {}
    for _, _, rows in disclosure_blocks(form):
        for row, _, columns in rows:
            if row in ("regulations", "normative"):
                line = [_number(v) for v in _documents(rng, agency, row, form)]
            elif row == "procurement":
                projects = rng.choice([0, 0, 1, 3, rng.randint(1, 120)])
                line = [_number(projects), _amount_2019(rng, projects)]
            elif row == "fees" and form == "2021":
                raw, value = _money(rng, rng.random() < 0.6)
                line = [[raw, "number", value, "万元"]]
            elif form == "2021":
                line = [_number(rng.choice([0, 0, rng.randint(1, 90), rng.randint(1, 40000)]))]
            else:
                values = _items(rng)
                line = [_number(values[0]), _signed(rng, values[1]), _number(values[2])]
            cells[row] = dict(zip(columns, line))
    return Table("disclosure", form, cells)


def draw_tables(rng, form, agency):
    """The three tables of a clean report."""
    size = rng.choice([0, 0, 2, 5, 5, 20, 60, 300 if agency.level in ("province", "city") else 30])
    disputes = rng.choice([0, 0, 0, 2, 3, 12]) if size else rng.choice([0, 0, 0, 1])
    return {"disclosure": draw_disclosure(rng, form, agency),
            "requests": draw_requests(rng, form, size),
            "disputes": draw_disputes(rng, form, disputes)}
