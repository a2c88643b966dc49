/* pdf_field.c - see pdf_field.h. */
#include "read/pdf_field.h"

#include <math.h>

enum { FIELDS = 2000, LOOKS = 8000000 }; /* of a page; lines that are held against fields */

static const float AROUND = 4;   /* points between a field and its box */
static const float APART = 0.3F; /* points at least between a box and what else is drawn */

static bool lies_in(const struct pdf_box *inner, const struct pdf_box *outer)
{
    return inner->x0 >= outer->x0 && inner->x1 <= outer->x1 && inner->y0 >= outer->y0 &&
           inner->y1 <= outer->y1;
}

static struct pdf_box moved(const struct pdf_matrix *m, double x0, double y0, double x1, double y1)
{
    float ax = (float)(m->a * x0 + m->c * y0 + m->e), ay = (float)(m->b * x0 + m->d * y0 + m->f);
    float bx = (float)(m->a * x1 + m->c * y1 + m->e), by = (float)(m->b * x1 + m->d * y1 + m->f);
    return (struct pdf_box){ fminf(ax, bx), fminf(ay, by), fmaxf(ax, bx), fmaxf(ay, by) };
}

static void add_side(struct pdf_box *box, const struct pdf_box *side)
{
    box->x0 = fminf(box->x0, side->x0);
    box->y0 = fminf(box->y0, side->y0);
    box->x1 = fmaxf(box->x1, side->x1);
    box->y1 = fmaxf(box->y1, side->y1);
}

/* Whether a line of a grid leads on from the box. */
static bool leads_on(const struct pdf_path_sink *sink, const struct pdf_box *box,
                     const struct pdf_box *outer)
{
    for (size_t i = 0; i < sink->n; i++) {
        const struct pdf_rule *r = &sink->rules[i];
        bool touches = r->box.x0 <= box->x1 + APART && r->box.x1 >= box->x0 - APART &&
                       r->box.y0 <= box->y1 + APART && r->box.y1 >= box->y0 - APART;
        if (r->what == PDF_LINE && touches && !lies_in(&r->box, outer))
            return true;
    }
    return false;
}

/* Where cells are drawn one by one, the borders of the next one lie beside those of a field's cell or go on from them, and
 * a line that parts several cells is longer: a box of its own has four sides, and nothing else is there. */
static void unbox(struct pdf_path_sink *sink, const struct pdf_box *field)
{
    struct pdf_box outer = { field->x0 - AROUND, field->y0 - AROUND, field->x1 + AROUND,
                             field->y1 + AROUND };
    struct pdf_box box = { INFINITY, INFINITY, -INFINITY, -INFINITY };
    size_t level = 0, upright = 0, kept = 0;
    for (size_t i = 0; i < sink->n; i++) {
        const struct pdf_rule *r = &sink->rules[i];
        bool side = r->what == PDF_LINE && lies_in(&r->box, &outer);
        upright += side && r->vertical;
        level += side && !r->vertical;
        if (side)
            add_side(&box, &r->box);
    }
    if (level != 2 || upright != 2 || leads_on(sink, &box, &outer))
        return;
    for (size_t i = 0; i < sink->n; i++) {
        const struct pdf_rule *r = &sink->rules[i];
        bool drawn = r->what == PDF_LINE || r->what == PDF_SHADE;
        if (!drawn || !lies_in(&r->box, &outer))
            sink->rules[kept++] = *r;
    }
    sink->n = kept;
}

void pdf_field_unbox(struct pdf_path_sink *sink, qpdf_data pdf, qpdf_oh page,
                     const struct pdf_matrix *at)
{
    qpdf_oh list = qpdf_oh_get_key(pdf, page, "/Annots");
    int n = qpdf_oh_is_array(pdf, list) ? qpdf_oh_get_array_n_items(pdf, list) : 0;
    for (int i = 0; i < n && i < FIELDS && sink->n * (size_t)i < LOOKS; i++) {
        qpdf_oh field = qpdf_oh_get_array_item(pdf, list, i);
        qpdf_oh box = qpdf_oh_get_key_if_dict(pdf, field, "/Rect");
        if (!qpdf_oh_is_array(pdf, box) || qpdf_oh_get_array_n_items(pdf, box) != 4 ||
            !qpdf_oh_is_name_and_equals(pdf, qpdf_oh_get_key(pdf, field, "/Subtype"), "/Widget"))
            continue;
        double corner[4];
        for (int k = 0; k < 4; k++)
            corner[k] = qpdf_oh_get_numeric_value(pdf, qpdf_oh_get_array_item(pdf, box, k));
        struct pdf_box place = moved(at, corner[0], corner[1], corner[2], corner[3]);
        unbox(sink, &place);
    }
}
