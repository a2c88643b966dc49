/* pages.c - see pages.h. */
#include "pages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include <cjson/cJSON.h>

#include "read/read.h"

#define SIX                                                                                                              \
    "{\"key\":\"overview\",\"order\":1,\"required\":true,\"title\":\"总体情况\",\"class\":"                          \
    "\"^(?!.*(?:主动|申请|复议|问题)).*(?:总体(?:工作)?情况|概述|基本(?:工作)?情况)\"},"           \
    "{\"key\":\"disclosure\",\"order\":2,\"required\":true,\"title\":\"主动公开政府信息情况\","                \
    "\"class\":\"^(?!.*(?:问题|申请)).*主动公开\"},"                                                             \
    "{\"key\":\"requests\",\"order\":3,\"required\":true,"                                                               \
    "\"title\":\"收到和处理政府信息公开申请情况\",\"class\":"                                             \
    "\"^(?!.*(?:复议|诉讼|收费|问题)).*(?:依申请|申请情况)\"},"                                           \
    "{\"key\":\"disputes\",\"order\":4,\"required\":true,"                                                               \
    "\"title\":\"政府信息公开行政复议、行政诉讼情况\",\"class\":\"^(?!.*问题).*(?:复议|诉讼)\"}," \
    "{\"key\":\"problems\",\"order\":5,\"required\":true,\"title\":\"存在的主要问题及改进情况\","            \
    "\"class\":\"问题|不足|改进(?:情况|措施)|打算\"},"                                                       \
    "{\"key\":\"other\",\"order\":6,\"required\":true,\"title\":\"其他需要报告的事项\","                        \
    "\"class\":\"其他.{0,6}(?:报告|事项)\"}"

static const char *const sources[] = {
    "{\"id\":\"2008\",\"years\":{\"last\":2018},\"sections\":[" SIX
    ",{\"key\":\"fees\",\"title\":\"收费及减免情况\",\"class\":\"收费\"}],\"tables\":[]}",
    "{\"id\":\"2019\",\"years\":{\"first\":2019,\"last\":2020},\"sections\":[" SIX
    "],\"tables\":[]}",
    "{\"id\":\"2021\",\"years\":{\"first\":2021},\"sections\":[" SIX "],\"tables\":[]}",
};

static struct form_set *forms(void)
{
    static struct form_set set;
    for (size_t i = set.n; i < sizeof sources / sizeof *sources; i++) {
        struct error err = { 0 };
        struct form *form = NULL;
        cJSON *data = cJSON_Parse(sources[i]);
        assert_non_null(data);
        if (form_build(&form, data, "test", &err) != 0)
            fail_msg("%s", err.message);
        cJSON_Delete(data);
        form_set_add(&set, form);
    }
    return &set;
}

struct page_report pages_read(const char *content, const char *name)
{
    struct page_report page = { NULL, NULL };
    struct error err = { 0 };
    struct report_hint hint = { .path = name };
    if (read_document(&page.doc, str_of(content), name ? name : "page", NULL, &err) != 0)
        fail_msg("%s", err.message);
    page.report = recognise(page.doc, forms(), &hint);
    return page;
}

void pages_done(struct page_report *page)
{
    report_free(page->report);
    doc_free(page->doc);
}

const char *pages_date(struct date date)
{
    static char text[40];
    if (date.year == 0)
        return "";
    snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
}

void pages_same(const char *what, const char *where, struct str found, const char *wanted)
{
    if (!str_eq_c(found, wanted))
        fail_msg("%s of \"%.120s\": found \"%.*s\", wanted \"%s\"", what, where, STR_ARG(found),
                 wanted);
}

void pages_equal(const char *what, const char *where, long found, long wanted)
{
    if (found != wanted)
        fail_msg("%s of \"%.120s\": found %ld, wanted %ld", what, where, found, wanted);
}
