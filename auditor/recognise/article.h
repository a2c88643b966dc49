/*
 * article.h - where the article begins and ends, and its title (prefix article_; inside recognise only).
 *
 * Cut away are menus, breadcrumbs, metadata tables, tool bars, notices about leaving the site, lists
 * of other articles, footers. What is cut keeps its blocks; only its role says so.
 */
#ifndef AUDITOR_RECOGNISE_ARTICLE_H
#define AUDITOR_RECOGNISE_ARTICLE_H

#include "recognise/page.h"

/* Sets roles, title blocks, body, tail and the report's article range and title. Needs hits and the
 * tables located. */
void article_find(struct page *p);

#endif /* AUDITOR_RECOGNISE_ARTICLE_H */
