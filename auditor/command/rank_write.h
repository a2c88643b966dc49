/*
 * rank_write.h - a ranking to every --output (prefix rank_write_).
 *
 * Row by row, so that memory does not grow with what is written. A layout's `sheets` gets the model in parts:
 * what stands beside the groups each time, then groups with some hundred rows in all, in the order in which a table
 * shows them; model.last is set in the last part, which alone has `unmatched`. Its `html` gets what a page can show.
 *
 * Errors     ERR_PLUGIN, ERR_IO, ERR_DATABASE.
 */
#ifndef AUDITOR_COMMAND_RANK_WRITE_H
#define AUDITOR_COMMAND_RANK_WRITE_H

#include "command/outlets.h"
#include "office/ranking.h"

int rank_write(struct outlets *outlets, const struct ranking *ranking, struct error *err);

#endif /* AUDITOR_COMMAND_RANK_WRITE_H */
