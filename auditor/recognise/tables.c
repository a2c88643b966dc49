/* tables.c - which form's labels each table bears, and what becomes facts of the report. */
#include "recognise/tables_map.h"

#include "base/arena.h"

static void cover(struct table_map *map, const struct doc *doc, struct located *l, uint32_t first,
                  uint32_t end)
{
    for (uint32_t b = first; b < end && b < doc->block_count; b++)
        map->covered[b / 8] |= (uint8_t)(1U << (b % 8));
    if (l->end_block == 0 || first < l->first_block)
        l->first_block = first;
    l->end_block = end > l->end_block ? end : l->end_block;
}

static bool of_rows(const struct alignment *a, uint32_t record)
{
    for (size_t r = 0; r < a->t->row_count; r++) {
        if (a->rows[r].record == (int)record)
            return true;
    }
    return false;
}

/* Text between the parts of a table is no part of it, unless it is short or known. */
static bool belongs(const struct alignment *a, const struct item *item)
{
    const struct record *r = &a->s->records[item->record];
    if (!align_sees(a, item))
        return false;
    return r->grid >= 0 || item->kind != ITEM_TEXT || align_any_use(a, item) ||
           item->text.n <= 60 || of_rows(a, item->record);
}

static void cover_table(struct table_map *map, struct located *l)
{
    const struct alignment *a = l->a;
    const struct doc *doc = a->s->doc;
    for (uint32_t i = a->first_item; i < a->end_item; i++) {
        const struct item *item = &a->s->items[i];
        if (!belongs(a, item))
            continue;
        int grid = a->s->records[item->record].grid;
        cover(map, doc, l, item->first_block, item->end_block);
        l->guessed = l->guessed || (grid >= 0 && doc->tables[grid].guessed);
    }
    /* bars behind the last line, and blank lines within */
    while (l->end_block < doc->block_count && (doc->blocks[l->end_block].flags & DOC_RULE) != 0)
        cover(map, doc, l, l->end_block, l->end_block + 1);
    for (uint32_t b = l->first_block; b < l->end_block; b++) {
        if ((doc->blocks[b].flags & (DOC_RULE | DOC_CELL_EMPTY)) != 0)
            cover(map, doc, l, b, b + 1);
    }
}

static void keep_labels(struct located *l, struct arena *arena)
{
    const struct alignment *a = l->a;
    l->row_labels = arena_alloc(arena, a->t->row_count * sizeof(struct str) + 1);
    for (size_t r = 0; r < a->t->row_count; r++) {
        int label = a->rows[r].label;
        l->row_labels[r] = label < 0 ? STR("") : a->s->items[label].raw;
    }
    l->line = a->first_item < a->s->item_count ? a->s->items[a->first_item].line : 0;
}

static void locate_form(struct table_map *map, const struct stream *s, size_t f, bool hidden)
{
    const struct form *form = s->forms[f];
    map->tables[f] = arena_alloc(s->arena, form->table_count * sizeof(struct located));
    for (size_t t = 0; t < form->table_count; t++) {
        struct located *l = &map->tables[f][t];
        l->a = align_table(s, f, t, false, NULL);
        if (l->a == NULL && hidden)
            l->a = align_table(s, f, t, true, NULL);
    }
}

/* What speaks for a form: what is there. A table that is cut off lacks rows in every form. */
static int weight(const struct located *l)
{
    return l->a->score + l->a->missing;
}

/* The reading of a table that fits best, of all forms. `own` wins when it fits as well. */
struct located *tables_best(const struct table_map *map, struct str key, const struct form *own,
                            const struct form **form)
{
    struct located *found = NULL;
    for (size_t f = 0; f < map->form_count; f++) {
        const struct form *of = map->forms[f];
        for (size_t t = 0; t < of->table_count; t++) {
            struct located *l = &map->tables[f][t];
            if (l->a == NULL || !str_eq(of->tables[t].key, key))
                continue;
            int ahead = found == NULL ? 1 : weight(l) - weight(found);
            if (ahead > 0 || (ahead == 0 && of == own)) {
                found = l;
                *form = of;
            }
        }
    }
    return found;
}

static bool any_hidden(const struct stream *s)
{
    for (size_t i = 0; i < s->record_count; i++) {
        if (s->records[i].hidden)
            return true;
    }
    return false;
}

void tables_cover(struct report *r, struct table_map *map)
{
    const struct form *form;
    map->covered = arena_alloc(r->arena, r->doc->block_count / 8 + 1);
    for (size_t f = 0; f < map->form_count; f++)
        for (size_t t = 0; t < map->forms[f]->table_count; t++) {
            struct located *l = &map->tables[f][t];
            if (l->a == NULL)
                continue;
            struct table_map aside = { .covered =
                                           arena_alloc(r->arena, r->doc->block_count / 8 + 1) };
            bool wins = tables_best(map, map->forms[f]->tables[t].key, NULL, &form) == l;
            for (struct located *k = l; k != NULL; k = k->again) {
                cover_table(wins ? map : &aside, k);
                keep_labels(k, r->arena);
            }
        }
}

void tables_locate(struct report *r)
{
    struct table_map *map = arena_alloc(r->arena, sizeof(*map));
    struct stream s;
    stream_build(&s, r->doc, r->forms, r->arena);
    map->form_count = s.form_count;
    bool hidden = any_hidden(&s);
    for (size_t f = 0; f < s.form_count; f++) {
        map->forms[f] = s.forms[f];
        locate_form(map, &s, f, hidden);
    }
    tables_find_again(map, &s);
    tables_cover(r, map);
    tables_find_torn(r, map, &s);
    stream_free(&s);
    r->table_map = map;
}

bool report_in_table(const struct report *r, uint32_t block)
{
    const struct table_map *map = r->table_map;
    return map != NULL && block < r->doc->block_count &&
           (map->covered[block / 8] >> (block % 8) & 1) != 0;
}

struct str report_other_table(const struct report *r, uint32_t from, uint32_t to, size_t nth)
{
    const struct table_map *map = r->table_map;
    for (size_t f = 0; map != NULL && r->table_count == 0 && f < map->form_count; f++) {
        size_t n = 0;
        for (size_t t = 0; t < map->forms[f]->table_count; t++) {
            const struct located *l = &map->tables[f][t];
            if (l->a != NULL && l->first_block >= from && l->first_block < to && n++ == nth)
                return map->forms[f]->tables[t].key;
        }
        if (n > 0)
            break;
    }
    return str_of("");
}

const struct form *tables_form(const struct report *r)
{
    const struct table_map *map = r->table_map;
    const struct form *found = NULL;
    int most = 0;
    for (size_t f = 0; map != NULL && f < map->form_count; f++) {
        int sum = 0;
        for (size_t t = 0; t < map->forms[f]->table_count; t++)
            sum += map->tables[f][t].a == NULL ? 0 : weight(&map->tables[f][t]);
        if (sum > most) {
            most = sum;
            found = map->forms[f];
        }
    }
    return found;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The next piece of a file's name: "fileIcon_xls2.gif" is file, Icon, xls, gif. */
static struct str piece_of(struct str name, size_t *at)
{
    size_t i = *at;
    while (i < name.n && !is_letter(name.p[i]))
        i++;
    size_t from = i;
    while (i < name.n && is_letter(name.p[i]) &&
           (i == from || name.p[i] >= 'a' || name.p[i - 1] < 'a'))
        i++;
    *at = i;
    return str_sub(name, from, i - from);
}

static bool is_any(struct str piece, const char *const *words)
{
    for (; *words; words++)
        if (str_eq_nocase(piece, *words))
            return true;
    return false;
}

/* An arrow, or the sign of a file's kind that editors put before an attachment: by the name of the file
 * and of its folder. What is asked of the server says nothing, nor do folders further up. */
static bool is_icon(const struct report *r, const struct doc_image *image)
{
    static const char *const signs[] = { "icon", "icons", "ico", "arrow", "spacer", NULL };
    static const char *const kept_in[] = { "fileTypeImages", "fileType",  "fileTypes",
                                           "sysimage",       "sysimages", NULL };
    static const char *const icons[] = { "icon", "icons", NULL };
    static const char *const kinds[] = { "doc", "docx", "xls", "xlsx", "ppt", "pptx", "pdf",
                                         "txt", "zip",  "rar", "wps",  "et",  "ofd",  NULL };
    struct str rest = doc_string(r->doc, image->src, image->src_len);
    struct str name = STR(""), folder = STR("");
    if (str_starts(rest, STR("data:")))
        return false;
    rest = str_sub(rest, 0, str_find(rest, STR("?")));
    rest = str_sub(rest, 0, str_find(rest, STR("#")));
    for (struct str part; str_split(&rest, '/', &part); name = part)
        folder = name;
    if (is_any(folder, kept_in))
        return true;
    size_t at = 0;
    struct str first = piece_of(name, &at);
    if (is_any(folder, icons) && is_any(first, kinds))
        return true;
    for (struct str piece = first; piece.n; piece = piece_of(name, &at))
        if (is_any(piece, signs))
            return true;
    return false;
}

/* A picture in the section where the table belongs. */
static bool has_image(const struct report *r, const struct form_table *t)
{
    for (size_t i = 0; i < r->section_count; i++) {
        const struct report_section *s = &r->sections[i];
        if (!str_eq(s->key, t->section))
            continue;
        for (size_t k = 0; k < r->doc->image_count; k++) {
            const struct doc_image *image = &r->doc->images[k];
            if (!image->hidden && image->block >= s->first_block && image->block <= s->end_block &&
                !is_icon(r, image))
                return true;
        }
    }
    return false;
}

static void attach_torn(const struct report *r, const struct form_table *t,
                        struct report_table *out)
{
    const struct located *l = tables_torn(r->table_map, t->key);
    out->image = has_image(r, t);
    if (l == NULL)
        return;
    out->torn = true;
    out->line = l->line;
    out->first_block = l->first_block;
    out->end_block = l->end_block;
}

/* A cell with nothing but a picture in it is not blank: what it shows is not known. */
static void find_pictures(const struct report *r, struct report_table *t)
{
    for (size_t i = 0; i < t->layout->row_count * t->layout->column_count; i++) {
        struct report_cell *cell = &t->cells[i];
        uint32_t at =
            cell->kind == CELL_BLANK && cell->block > 0 ? r->doc->blocks[cell->block - 1].cell : 0;
        for (size_t k = 0; at > 0 && k < r->doc->image_count; k++) {
            const struct doc_image *image = &r->doc->images[k];
            if (image->cell == at && !image->hidden && !is_icon(r, image))
                cell->kind = CELL_UNREADABLE;
        }
    }
}

static void attach(const struct report *r, const struct form_table *t, struct report_table *out)
{
    const struct form *form = r->form;
    struct located *l = tables_best(r->table_map, t->key, r->form, &form);
    *out = (struct report_table){ .form = r->form, .layout = t };
    if (l == NULL) {
        attach_torn(r, t, out);
        return;
    }
    l = tables_judged(r, l);
    out->form = form;
    out->layout = l->a->t;
    out->present = true;
    out->torn = l->torn;
    out->line = l->line;
    out->first_block = l->first_block;
    out->end_block = l->end_block;
    out->cells = l->a->cells;
    find_pictures(r, out);
    out->row_labels = l->row_labels;
    out->problems = l->a->problems;
    out->problem_count = l->a->problem_count;
}

void tables_attach(struct report *r)
{
    if (r->form == NULL || r->table_map == NULL)
        return;
    r->table_count = r->form->table_count;
    r->tables = arena_alloc(r->arena, r->table_count * sizeof(*r->tables) + 1);
    for (size_t t = 0; t < r->table_count; t++)
        attach(r, &r->form->tables[t], &r->tables[t]);
}
