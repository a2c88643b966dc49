/*
 * number.h - the numbers that open headings and items (prefix number_; inside recognise only).
 *
 * Every function returns the number's value, 0 when there is none, and through *len the bytes that
 * it takes with its mark. Figures are none: 1.5, 2021.1.5, 12.5万.
 */
#ifndef AUDITOR_RECOGNISE_NUMBER_H
#define AUDITOR_RECOGNISE_NUMBER_H

#include "recognise/report.h"

unsigned number_chapter(struct str text, size_t *len);                            /* 一、 */
unsigned number_leading(struct str text, size_t *len, enum heading_style *style); /* of any style */
unsigned number_running(struct str text, size_t at, size_t *len); /* 一是 第一, behind a mark */

#endif /* AUDITOR_RECOGNISE_NUMBER_H */
