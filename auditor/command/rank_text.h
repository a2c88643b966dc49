/*
 * rank_text.h - a ranking and its summary for a terminal (prefix rank_text_).
 *
 * Rows, groups and the summary are those of office/ranking.h. Text of the register and names of files are made
 * safe for the terminal.
 */
#ifndef AUDITOR_COMMAND_RANK_TEXT_H
#define AUDITOR_COMMAND_RANK_TEXT_H

#include "base/str.h"
#include "office/ranking.h"

void rank_text_group(struct strbuf *out, const cJSON *group); /* its name */
void rank_text_row(struct strbuf *out, enum ranking_list list, const cJSON *row);
void rank_text_unmatched(struct strbuf *out, const cJSON *paths);
void rank_text_summary(struct strbuf *out, const cJSON *model, unsigned width);

#endif /* AUDITOR_COMMAND_RANK_TEXT_H */
