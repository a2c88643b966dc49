/* rehearse_lines.c - see rehearse_lines.h. */
#include "author/rehearse_lines.h"

#include "base/json_read.h"
#include "base/lang.h"
#include "report/wrap.h"

bool lines_true(const cJSON *object, const char *key)
{
    return cJSON_IsTrue(json_member(object, key));
}

void lines_end(struct lines *p, unsigned column)
{
    for (unsigned i = 0; i < column; i++)
        strbuf_char(p->out, ' ');
    wrap_text(p->out, strbuf_view(&p->line), &(struct wrap){ column, column + 2, p->width });
    strbuf_clear(&p->line);
}

void lines_head(struct lines *p, const char *title, int count)
{
    strbuf_fmt(&p->line, "%s %d", title, count);
    strbuf_char(p->out, '\n');
    lines_end(p, 0);
}

void lines_more(struct lines *p, int total, int shown, unsigned column)
{
    if (total <= shown)
        return;
    strbuf_fmt(&p->line, tr("另有 %d 个", "and %d more"), total - shown);
    lines_end(p, column);
}
