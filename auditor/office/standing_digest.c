/* standing_digest.c - the digest of what a standing will be made of; see standing_gather.h. */
#include <inttypes.h>
#include <stdio.h>

#include "office/standing_gather.h"

/* What the first pass made of a document follows from its bytes, its name, what the register says of
 * its agency, and the keys of the assessment. */
static void digest_stored(struct digest *d, const struct gathered_report *s)
{
    char flags[16];
    int n = snprintf(flags, sizeof flags, "%d %d", s->operational, s->year);
    digest_field(d, s->path);
    digest_field(d, s->sha256);
    digest_field(d, s->context);
    digest_field(d, s->kind);
    digest_field(d, (struct str){ flags, (size_t)n });
}

void gathered_context(char out[DIGEST_HEX], const struct gathering *all, size_t agency,
                      const struct gathered *g)
{
    struct digest *d = digest_new();
    char year[16];
    char given[17];
    char day[DATE_LENGTH + 1];
    digest_field(d, g->agency->code);
    digest_field(d, g->agency->name);
    digest_field(d, str_of(report_level_name(g->agency->level)));
    digest_field(d, g->agency->deadline);
    digest_field(d, g->agency->group);
    snprintf(given, sizeof given, "%016" PRIx64,
             given_digest(all->run->pipeline->given, (int)agency));
    digest_field(d, str_of(given));
    digest_stored(d, &g->own);
    for (size_t i = 0; i < g->n; i++) {
        const struct standing_other *o = &g->others[i];
        snprintf(year, sizeof year, "%c%d", "pcaf"[o->role], o -> year);
        digest_field(d, str_of(year));
        digest_field(d, o->code);
        digest_field(d, o->name);
        digest_field(d, str_of(report_level_name(o->level)));
        digest_stored(d, &g->stored[i]);
    }
    /* What was to be corrected follows from the reports of before, and changes nothing by itself. */
    for (size_t i = 0; i < g->decision_count; i++) {
        digest_field(d, g->decisions[i].hash);
        digest_field(d,
                     str_of(decided_expired(g->decisions[i].expiry, all->run->today) ? "-" : ""));
    }
    if (gathered_received(g, all->run->year) != DOSSIER_REPORT) {
        date_write(day, all->run->today);
        digest_field(d, str_of(day)); /* whether the report is due */
    }
    digest_field(d, (struct str){ (const char *)g->stock, g->stock_count * sizeof *g->stock });
    digest_end(d, out);
}
