/*
 * rx.h - the fixed patterns of recognition (prefix rx_; inside recognise only).
 *
 * Each is compiled when it is first used and kept for the life of the process. All work on normal
 * text. A pattern that exceeds its match limit has not matched: these are written so that none can.
 */
#ifndef AUDITOR_RECOGNISE_RX_H
#define AUDITOR_RECOGNISE_RX_H

#include "text/pattern.h"

enum rx {
    RX_REPORT_NAME,      /* 政府信息公开工作年度报告 and its variants */
    RX_OTHER_NAME,       /* the name of another document that looks like one */
    RX_PLAIN_TITLE_TAIL, /* what may follow the name in the title of a report */
    RX_NAME_OPEN,        /* a title that breaks off before 报告 */
    RX_NAME_REST,        /* the line that completes it */
    RX_YEAR_LINE,        /* (2020年) as a line of its own */
    RX_YEAR,             /* a year in a title */
    RX_END,              /* a line at which the article is over */
    RX_FOOTER,           /* a footer whatever stands before it */
    RX_CRUMB,            /* 当前位置: ... */
    RX_TOOLS,            /* byline, tool bar, metadata */
    RX_LEAVING,          /* you are leaving this site */
    RX_DATE_LABEL,
    RX_SITE_CUT,        /* a brand or a site's name before an agency's */
    RX_OPENING_PUBLISH, /* 现公布X2020年 */
    RX_OPENING_YEAR,    /* 公布2020年度X政府信息公开 */
    RX_CONTACT_PLACE,   /* 与X县政府办公室联系: a place before the name of an office */
    RX_CONTACT_BODY,    /* 与X局办公室联系 */
    RX_OPENING_OTHER,   /* X镇认真: as a subject, what is a place, or a body of another kind */
    RX_OPENING_SUBJECT, /* X人民政府根据 */
    RX_CITY_BELOW,      /* speaks of counties below it */
    RX_PERIOD_TRIGGER,
    RX_PERIOD_YEAR,   /* 统计期限为2020年度 */
    RX_PERIOD_UNTIL,  /* 数据截至2020年12月31日 */
    RX_PERIOD_MONTHS, /* 统计期限为2020年1月至12月 */
    RX_MONTHS,
    RX_MONTH_DAY_RUN, /* 1231日, 20201231 */
    RX_MONTH_DAY,     /* 至12月31日: the year said before */
    RX_COMPOSITION,
    RX_COMPOSITION_PART,
    RX_COMPOSITION_TABLES,
    RX_COMPOSITION_COUNT,
    RX_COLLECTION_TITLE,
    RX_COLLECTION_LEAD, /* 为大家整理了5篇, where the title is lost */
    RX_COLLECTION_HEAD,
    RX_OTHER_TITLE,
    RX_NEWS_TITLE,
    RX_STUDY_TITLE,
    RX_SEARCH_PAGE,
    RX_FILE_LINK,
    RX_NOTICE_TITLE,
    RX_NOTICE_REST, /* 有关事项的通知: the last line of a notice's title */
    RX_TEMPLATE_TITLE,
    RX_ORDER_TITLE,    /* an order to write reports, or a circular on them */
    RX_ORDER_TEXT,     /* the words of one */
    RX_OPENING_REPORT, /* a text that calls itself a report */
    RX_NEWS_TEXT,
    RX_PAPER_TEXT,
    RX_BLANK_YEAR,
    RX_NOBODY,        /* XX局 in place of an agency */
    RX_ANNEX,         /* the title line of a statistics sheet or an annex */
    RX_OVERVIEW_LINE, /* the first chapter of a report */
    RX_SITE_HOST,     /* 县政府门户网站 www.example.gov.cn: the site's own address */
    RX_COUNT
};

bool rx_find(enum rx id, struct str subject, size_t from, struct pattern_match *m);
bool rx_has(enum rx id, struct str subject);
struct str rx_group(struct str subject, const struct pattern_match *m,
                    size_t group); /* "" if none */

#endif /* AUDITOR_RECOGNISE_RX_H */
