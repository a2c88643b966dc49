/*
 * agency.h - names of organs: what looks like one, and of what level it is (prefix agency_; inside
 * recognise only). All names are normal text.
 */
#ifndef AUDITOR_RECOGNISE_AGENCY_H
#define AUDITOR_RECOGNISE_AGENCY_H

#include "recognise/page.h"

/* Says whether the whole text may be the name of an organ or of the place that it governs. */
bool agency_plausible(struct str name);

/* The organ named at the end of a title's part before the year or the report's name; leading
 * brands, site names, verbs are left out. "" when there is none. */
struct str agency_trim(struct str text);

/* The organ that a title names: "X镇2020年政府信息公开工作年度报告" -> "X镇". */
struct str agency_of_title(struct str title);

/* The same for a name whose ending is not known: a place and more behind it, "X县城投". */
struct str agency_of_title_any(struct str title);

#endif /* AUDITOR_RECOGNISE_AGENCY_H */
