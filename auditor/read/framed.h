/*
 * framed.h - pages that stand within a page (prefix framed_; inside read only).
 *
 * What saves a page as one file writes the page of a frame into its attribute: <iframe srcdoc="…">. To a reader it is a part of the
 * page. It takes the frame's place, in a <div> with the frame's other attributes, so that what is hidden stays hidden; line ends stay
 * where they are. Frames in frames are unfolded as well, a few levels deep.
 */
#ifndef AUDITOR_READ_FRAMED_H
#define AUDITOR_READ_FRAMED_H

#include <stdbool.h>

#include "base/str.h"

/* Replaces *out; false: no frame of it holds a page, and *out is as it was. */
bool framed_unfold(struct strbuf *out, struct str page);

#endif /* AUDITOR_READ_FRAMED_H */
