/* diagnose_kind.c - how a person would name a wrong number, and how likely that slip is. */
#include <stdio.h>
#include <string.h>

#include "recognise/diagnose_search.h"

static bool swapped(const char *a, const char *b, size_t n)
{
    size_t at[2], differ = 0;
    for (size_t i = 0; i < n; i++) {
        if (a[i] == b[i])
            continue;
        if (differ == 2)
            return false;
        at[differ++] = i;
    }
    return differ == 2 && a[at[0]] == b[at[1]] && a[at[1]] == b[at[0]];
}

/* `longer` is `shorter` with one digit more. */
static bool one_more(const char *longer, const char *shorter)
{
    size_t n = strlen(shorter), i = 0;
    if (strlen(longer) != n + 1)
        return false;
    while (i < n && longer[i] == shorter[i])
        i++;
    return strcmp(longer + i + 1, shorter + i) == 0;
}

static size_t differing(const char *a, const char *b, size_t n)
{
    size_t differ = 0;
    for (size_t i = 0; i < n; i++)
        differ += a[i] != b[i];
    return differ;
}

const char *diagnose_kind(int64_t found, int64_t right)
{
    char a[24], b[24];
    if (found < 0 || right < 0)
        return "mistyped";
    snprintf(a, sizeof(a), "%lld", (long long)found);
    snprintf(b, sizeof(b), "%lld", (long long)right);
    size_t n = strlen(a);
    if (n == strlen(b) && n > 1 && swapped(a, b, n))
        return "digits-swapped";
    if (one_more(b, a))
        return "digit-lost";
    if (one_more(a, b))
        return "digit-added";
    if (found - right == 1 || right - found == 1)
        return "off-by-one";
    if (n == strlen(b) && n > 1 && differing(a, b, n) == 1)
        return "digit-mistyped";
    return "mistyped";
}

static int weight(const char *kind)
{
    static const struct {
        const char *kind;
        int weight;
    } WEIGHTS[] = { { "column-shifted", 12 }, { "digits-swapped", 10 }, { "digit-lost", 7 },
                    { "digit-added", 7 },     { "digit-mistyped", 6 },  { "off-by-one", 5 } };
    for (size_t i = 0; i < sizeof(WEIGHTS) / sizeof(WEIGHTS[0]); i++) {
        if (strcmp(WEIGHTS[i].kind, kind) == 0)
            return WEIGHTS[i].weight;
    }
    return 2;
}

static bool stated(const struct net *net, uint16_t cell)
{
    for (size_t e = 0; e < net->equation_count; e++) {
        if (net->table->layout->equations[e].stated == (int)cell)
            return true;
    }
    return false;
}

/* A total is reckoned and then typed: it goes wrong more often than what it adds up. */
int diagnose_likely(const struct net *net, const struct diagnosis_candidate *c)
{
    int sum = 0;
    for (size_t i = 0; i < c->n; i++)
        sum += weight(c->changes[i].kind) + (stated(net, c->changes[i].cell) ? 6 : 0);
    return sum * 4 / (int)c->n;
}

static void print_cell(const struct report_table *t, size_t cell, struct strbuf *out)
{
    const struct report_cell *c = &t->cells[cell];
    if (c->kind == CELL_NUMBER)
        decimal_print(out, c->value);
    else
        strbuf_c(out, "?");
}

enum { TERSE = 8 }; /* more parts than these: those that are nought are left out */

static void print_side(const struct report_table *t, const struct form_equation *e, int sign,
                       bool terse, struct strbuf *out)
{
    bool any = false;
    for (size_t i = 0; i < e->term_count; i++) {
        const struct form_term *term = &e->terms[i];
        const struct report_cell *c = &t->cells[term->cell];
        bool nought = c->kind == CELL_NUMBER && c->value.value == 0;
        if ((term->factor > 0) != (sign > 0) || (terse && nought))
            continue;
        if (any)
            strbuf_c(out, " + ");
        print_cell(t, term->cell, out);
        any = true;
    }
    if (!any)
        strbuf_c(out, "0");
}

void diagnose_formula(const struct report_table *table, size_t equation, struct strbuf *out)
{
    const struct form_equation *e = &table->layout->equations[equation];
    bool terse = e->term_count > TERSE;
    print_side(table, e, 1, terse, out);
    strbuf_c(out, " = ");
    print_side(table, e, -1, false, out);
}
