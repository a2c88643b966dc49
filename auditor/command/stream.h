/*
 * stream.h - a long list to every --output, member by member (prefix stream_).
 *
 * For verbs whose result is one thing with one long list in it: text, JSON, CSV and XLSX are written as members
 * arrive, so that memory stays flat; a page holds the first STREAM_PAGE of them and says how many more there are.
 *
 * A layout gets the model in parts: what stands beside the list each time, and the members of the part. Its
 * `sheets` makes tables that are not of the list only when model.last is set; its `html` gets all at once, and
 * model.more, the number of members that did not fit.
 *
 * Errors     ERR_USAGE for a format that the verb does not have, ERR_PLUGIN, ERR_IO.
 */
#ifndef AUDITOR_COMMAND_STREAM_H
#define AUDITOR_COMMAND_STREAM_H

#include <cjson/cJSON.h>

#include "command/command.h"
#include "office/setup.h"

enum { STREAM_PAGE = 2000 };

struct stream_kind {
    const char *layout; /* "diff.lua" */
    unsigned formats;   /* bit set of 1 << enum output_format */
    const char *list;   /* key of the list: "agencies" */
    void (*head)(struct strbuf *out, const cJSON *rest,
                 unsigned width); /* for a terminal; or NULL */
    void (*member)(struct strbuf *out, const cJSON *rest, const cJSON *member, unsigned width);
    void (*tail)(struct strbuf *out, const cJSON *rest, unsigned width); /* or NULL */
    bool (*elsewhere)(const char *spec); /* outputs that somebody else writes; NULL: none */
};

struct stream;

/* rest: what stands beside the list, in byte order of its keys; taken. Text to standard output when no output
 * was asked for. */
int stream_open(struct stream **out, const struct cli *cli, struct setup *setup,
                const struct stream_kind *kind, cJSON *rest, struct error *err);
bool stream_idle(const struct stream *stream); /* no output needs a member */
int stream_member(struct stream *stream, cJSON *member, struct error *err); /* taken */
/* late: what was known only at the end, keys behind all others; taken, may be NULL. With failed, files are
 * dropped. Frees; a NULL stream is allowed. */
int stream_close(struct stream *stream, cJSON *late, bool failed, struct error *err);

#endif /* AUDITOR_COMMAND_STREAM_H */
