/* pdf_path.c - see pdf_path.h. */
#include "read/pdf_path.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "read/pdf_token.h"

enum { DEPTH = 64, POINTS = 4096, OPERANDS = 8 };

static const double THIN = 3.2, SLANT = 0.6, WHITE = 0.97;

struct frame {
    double x0, y0, x1, y1;
};

struct state {
    struct pdf_matrix at;
    struct frame clip; /* around it, when it is no rectangle */
    bool white_fill, white_stroke, hidden_text, dumb_font;
};

struct point {
    double x, y;
    bool start, curve; /* begins a part of the path; its way is no straight line */
};

struct machine {
    struct pdf_path_sink *sink;
    struct state now, saved[DEPTH];
    struct pdf_matrix text;
    size_t depth;
    double operand[OPERANDS];
    size_t n;
    struct str name;
    bool named;
    struct point path[POINTS];
    size_t points;
    bool overflow, clips; /* the path: too long; to be the clip, too */
};

struct pdf_matrix pdf_matrix_join(const struct pdf_matrix *m, const struct pdf_matrix *n)
{
    return (
        struct pdf_matrix){ m->a * n->a + m->b * n->c,        m->a * n->b + m->b * n->d,
                            m->c * n->a + m->d * n->c,        m->c * n->b + m->d * n->d,
                            m->e * n->a + m->f * n->c + n->e, m->e * n->b + m->f * n->d + n->f };
}

static void add_box(struct pdf_path_sink *s, double x0, double y0, double x1, double y1,
                    enum pdf_drawn what)
{
    if (s->n >= PDF_RULES || !isfinite(x0 + y0 + x1 + y1))
        return;
    s->rules = mem_grow(s->rules, s->n, &s->cap, sizeof *s->rules);
    s->rules[s->n++] =
        (struct pdf_rule){ .box = { (float)x0, (float)y0, (float)x1, (float)y1 }, .what = what };
}

void pdf_path_picture(struct pdf_path_sink *s, const struct pdf_matrix *at)
{
    double x0 = at->e + fmin(at->a, 0) + fmin(at->c, 0),
           x1 = at->e + fmax(at->a, 0) + fmax(at->c, 0);
    double y0 = at->f + fmin(at->b, 0) + fmin(at->d, 0),
           y1 = at->f + fmax(at->b, 0) + fmax(at->d, 0);
    add_box(s, x0, y0, x1, y1, PDF_PICTURE);
}

static void add_rule(struct machine *m, double x0, double y0, double x1, double y1)
{
    struct pdf_path_sink *s = m->sink;
    struct pdf_rule r = { .vertical = fabs(x1 - x0) < fabs(y1 - y0) };
    if (s->n >= PDF_RULES || !isfinite(x0 + y0 + x1 + y1) ||
        fabs(x0) + fabs(y0) + fabs(x1) + fabs(y1) > 1e6)
        return;
    double x = (x0 + x1) / 2, y = (y0 + y1) / 2;
    r.box = r.vertical
                ? (struct pdf_box){ (float)x, (float)fmin(y0, y1), (float)x, (float)fmax(y0, y1) }
                : (struct pdf_box){ (float)fmin(x0, x1), (float)y, (float)fmax(x0, x1), (float)y };
    s->rules = mem_grow(s->rules, s->n, &s->cap, sizeof *s->rules);
    s->rules[s->n++] = r;
}

static void add_point(struct machine *m, double x, double y, bool start, bool curve)
{
    const struct pdf_matrix *at = &m->now.at;
    if (m->points == POINTS) {
        m->overflow = true;
        return;
    }
    m->path[m->points++] = (struct point){ at->a * x + at->c * y + at->e,
                                           at->b * x + at->d * y + at->f, start, curve };
}

static void add_rectangle(struct machine *m)
{
    double x = m->operand[0], y = m->operand[1], w = m->operand[2], h = m->operand[3];
    add_point(m, x, y, true, false);
    add_point(m, x + w, y, false, false);
    add_point(m, x + w, y + h, false, false);
    add_point(m, x, y + h, false, false);
    add_point(m, x, y, false, false);
}

/* Back to where the part of the path began. */
static void close_path(struct machine *m)
{
    for (size_t i = m->points; i-- > 0;)
        if (m->path[i].start) {
            struct point p = m->path[i];
            if (m->points < POINTS)
                m->path[m->points++] = (struct point){ p.x, p.y, false, false };
            return;
        }
}

static void stroke(struct machine *m)
{
    for (size_t i = 1; i < m->points; i++) {
        const struct point *p = &m->path[i - 1], *q = &m->path[i];
        double dx = fabs(p->x - q->x), dy = fabs(p->y - q->y);
        if (!q->start && !q->curve && (dx < SLANT || dy < SLANT) && dx + dy > 0)
            add_rule(m, p->x, p->y, q->x, q->y);
    }
}

struct shape {
    double x0, y0, x1, y1;
    bool straight;
};

static struct shape shape_at(const struct machine *m, size_t *i)
{
    const struct point *p = &m->path[*i];
    struct shape s = { p->x, p->y, p->x, p->y, true };
    for (++*i; *i < m->points && !m->path[*i].start; ++*i) {
        p = &m->path[*i];
        s.x0 = fmin(s.x0, p->x);
        s.y0 = fmin(s.y0, p->y);
        s.x1 = fmax(s.x1, p->x);
        s.y1 = fmax(s.y1, p->y);
        s.straight = s.straight && !p->curve;
    }
    return s;
}

static void add_edges(struct machine *m, const struct shape *s)
{
    add_rule(m, s->x0, s->y0, s->x1, s->y0);
    add_rule(m, s->x0, s->y1, s->x1, s->y1);
    add_rule(m, s->x0, s->y0, s->x0, s->y1);
    add_rule(m, s->x1, s->y0, s->x1, s->y1);
}

static bool is_frame(const struct shape *a, const struct shape *b)
{
    return fabs(a->x0 - b->x0) < THIN && fabs(a->y0 - b->y0) < THIN && fabs(a->x1 - b->x1) < THIN &&
           fabs(a->y1 - b->y1) < THIN;
}

static void cut(struct shape *s, const struct frame *clip)
{
    s->x0 = fmax(s->x0, clip->x0);
    s->y0 = fmax(s->y0, clip->y0);
    s->x1 = fmin(s->x1, clip->x1);
    s->y1 = fmin(s->y1, clip->y1);
}

/* Some fill the whole page, and clip it to a cell's ground. */
static void clip(struct machine *m)
{
    struct shape all = { m->now.clip.x1, m->now.clip.y1, m->now.clip.x0, m->now.clip.y0, true };
    for (size_t i = 0; i < m->points; i++) {
        all.x0 = fmin(all.x0, m->path[i].x);
        all.y0 = fmin(all.y0, m->path[i].y);
        all.x1 = fmax(all.x1, m->path[i].x);
        all.y1 = fmax(all.y1, m->path[i].y);
    }
    cut(&all, &m->now.clip);
    m->now.clip = (struct frame){ all.x0, all.y0, all.x1, all.y1 };
}

static void fill(struct machine *m)
{
    struct shape before = { 0, 0, 0, 0, false };
    for (size_t i = 0; i < m->points;) {
        struct shape s = shape_at(m, &i);
        cut(&s, &m->now.clip);
        double w = s.x1 - s.x0, h = s.y1 - s.y0;
        if (w < 0 || h < 0)
            continue;
        if (s.straight && w <= THIN && h <= THIN) { /* a dot of a line this way, or that */
            add_rule(m, s.x0, (s.y0 + s.y1) / 2, s.x1, (s.y0 + s.y1) / 2);
            add_rule(m, (s.x0 + s.x1) / 2, s.y0, (s.x0 + s.x1) / 2, s.y1);
        } else if (s.straight && (w <= THIN || h <= THIN))
            add_rule(m, s.x0, s.y0, s.x1, s.y1);
        else if (s.straight && before.straight && is_frame(&before, &s))
            add_edges(m, &s);
        else if (s.straight)
            add_box(m->sink, s.x0, s.y0, s.x1, s.y1, PDF_SHADE);
        before = s;
    }
}

static void paint(struct machine *m, bool filled, bool stroked)
{
    if (!m->overflow && filled && !m->now.white_fill)
        fill(m);
    if (!m->overflow && stroked && !m->now.white_stroke)
        stroke(m);
    if (m->clips && !m->overflow)
        clip(m);
    m->points = 0;
    m->overflow = m->clips = false;
}

/* The colour that the operands name: one or three parts light, or four parts ink. */
static bool is_white(const struct machine *m)
{
    bool ink = m->n == 4, white = m->n > 0 && !m->named;
    for (size_t i = 0; i < m->n; i++)
        white = white && (ink ? m->operand[i] <= 1 - WHITE : m->operand[i] >= WHITE);
    return white;
}

static void save(struct machine *m)
{
    if (m->depth < DEPTH)
        m->saved[m->depth] = m->now;
    m->depth++;
}

static void restore(struct machine *m)
{
    if (m->depth == 0)
        return;
    if (--m->depth < DEPTH)
        m->now = m->saved[m->depth];
}

static bool construct(struct machine *m, struct str op)
{
    const double *o = m->operand;
    bool curve = str_eq_c(op, "c") || str_eq_c(op, "v") || str_eq_c(op, "y");
    if (str_eq_c(op, "re") && m->n >= 4)
        add_rectangle(m);
    else if ((str_eq_c(op, "m") || str_eq_c(op, "l")) && m->n >= 2)
        add_point(m, o[0], o[1], op.p[0] == 'm', false);
    else if (curve && m->n >= 4)
        add_point(m, o[m->n - 2], o[m->n - 1], false, true);
    else if (str_eq_c(op, "h"))
        close_path(m);
    else if (str_eq_c(op, "W") || str_eq_c(op, "W*"))
        m->clips = true;
    else
        return false;
    return true;
}

static bool draw(struct machine *m, struct str op)
{
    char c = op.p[0];
    bool star = op.n == 2 && op.p[1] == '*';
    if (op.n > 1 && !star)
        return false;
    if (c == 's' || c == 'b')
        close_path(m);
    switch (c) {
    case 'S':
    case 's':
        paint(m, false, true);
        return true;
    case 'f':
    case 'F':
        paint(m, true, false);
        return true;
    case 'B':
    case 'b':
        paint(m, true, true);
        return true;
    case 'n':
        paint(m, false, false);
        return true;
    default:
        return false;
    }
}

/* Where the text that is shown next begins. */
static void move_text(struct machine *m, struct str op)
{
    const double *o = m->operand;
    struct pdf_matrix *t = &m->text;
    if (str_eq_c(op, "BT")) {
        *t = (struct pdf_matrix){ 1, 0, 0, 1, 0, 0 };
    } else if (str_eq_c(op, "Tm") && m->n >= 6) {
        *t = (struct pdf_matrix){ o[0], o[1], o[2], o[3], o[4], o[5] };
    } else if ((str_eq_c(op, "Td") || str_eq_c(op, "TD")) && m->n >= 2) {
        t->e += o[0] * t->a + o[1] * t->c;
        t->f += o[0] * t->b + o[1] * t->d;
    }
}

/* Of a stamp, or a watermark. */
static void add_slant(struct machine *m)
{
    static const double SLOPE = 0.08;
    struct pdf_matrix t = pdf_matrix_join(&m->text, &m->now.at);
    if (fabs(t.b) > SLOPE * fabs(t.a) && fabs(t.a) > SLOPE * fabs(t.b))
        add_box(m->sink, t.e, t.f, t.e, t.f, PDF_SLANT);
}

/* Text is drawn; mode 3 shows nothing: a recogniser's text over the picture of a page. */
static bool show(struct machine *m, struct str op)
{
    bool shows =
        str_eq_c(op, "Tj") || str_eq_c(op, "TJ") || str_eq_c(op, "'") || str_eq_c(op, "\"");
    if (shows) {
        m->sink->shows++;
        m->sink->hidden += m->now.hidden_text;
        m->sink->left = fmin(m->sink->left, m->now.clip.x0);
        m->sink->right = fmax(m->sink->right, m->now.clip.x1);
        add_slant(m);
    } else if (str_eq_c(op, "Tr") && m->n >= 1) {
        m->now.hidden_text = m->operand[m->n - 1] == 3;
    } else if (str_eq_c(op, "Tf") && m->named && m->sink->dumb) {
        m->now.dumb_font = m->sink->dumb(m->sink, m->name);
    } else {
        move_text(m, op);
    }
    return shows;
}

static void set(struct machine *m, struct str op)
{
    const double *o = m->operand;
    if (str_eq_c(op, "q")) {
        save(m);
    } else if (str_eq_c(op, "Q")) {
        restore(m);
    } else if (str_eq_c(op, "cm") && m->n >= 6) {
        struct pdf_matrix own = { o[0], o[1], o[2], o[3], o[4], o[5] };
        m->now.at = pdf_matrix_join(&own, &m->now.at);
    } else if (str_eq_c(op, "g") || str_eq_c(op, "rg") || str_eq_c(op, "k") || str_eq_c(op, "sc") ||
               str_eq_c(op, "scn")) {
        m->now.white_fill = is_white(m);
    } else if (str_eq_c(op, "G") || str_eq_c(op, "RG") || str_eq_c(op, "K") || str_eq_c(op, "SC") ||
               str_eq_c(op, "SCN")) {
        m->now.white_stroke = is_white(m);
    } else if (str_eq_c(op, "cs")) {
        m->now.white_fill = false; /* a new colour space begins with black, mostly */
    } else if (str_eq_c(op, "CS")) {
        m->now.white_stroke = false;
    } else if (str_eq_c(op, "Do") && m->named && m->sink->form) {
        m->sink->form(m->sink, m->name, &m->now.at);
    }
}

void pdf_path_read(struct pdf_path_sink *sink, struct str content, const struct pdf_matrix *at)
{
    struct machine *m = mem_zero(1, sizeof *m);
    m->sink = sink;
    m->now.at = *at;
    m->now.clip = (struct frame){ -INFINITY, -INFINITY, INFINITY, INFINITY };
    for (size_t i = 0; sink->n < PDF_RULES;) {
        struct pdf_token t = pdf_token_next(content, &i);
        if (t.kind == PDF_TOKEN_END)
            break;
        if (t.kind == PDF_TOKEN_NUMBER) {
            if (m->n == OPERANDS)
                memmove(m->operand, m->operand + 1, (--m->n) * sizeof m->operand[0]);
            m->operand[m->n++] = t.number;
        } else if (t.kind == PDF_TOKEN_NAME) {
            m->name = t.text;
            m->named = true;
        } else if (t.kind == PDF_TOKEN_STRING) {
            if (m->now.dumb_font && !m->now.hidden_text)
                sink->lost(sink, t.text);
        } else if (t.kind == PDF_TOKEN_WORD) {
            if (!construct(m, t.text) && !draw(m, t.text) && !show(m, t.text))
                set(m, t.text);
            m->n = 0;
            m->named = false;
        }
    }
    free(m);
}
