-- Version 4: what a report said before it was changed, and on which day the change was noticed.

-- Each content that counted for an agency and year, from the first on. Belongs to no assessment and survives
-- them all.
CREATE TABLE revision (
    year      INTEGER NOT NULL,
    agency    TEXT    NOT NULL, -- code
    number    INTEGER NOT NULL, -- 1 the first
    seen_on   TEXT    NOT NULL, -- day
    path      TEXT    NOT NULL, -- below inbox/YEAR, '' nothing was there any more
    sha256    TEXT    NOT NULL, -- likewise
    published TEXT    NOT NULL, -- as the report says, '' it does not
    changes   TEXT    NOT NULL, -- against the content before, as JSON; null: not compared
    PRIMARY KEY (year, agency, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX revision_by_sha256 ON revision (sha256);

-- Content that once counted and whose file was written over.
CREATE TABLE former (
    sha256   TEXT PRIMARY KEY,
    snapshot BLOB NOT NULL
) STRICT;

INSERT INTO revision
    SELECT a.year, s.agency, 1, substr(coalesce(a.finished_at, a.started_at), 1, 10), s.path, s.sha256, s.published, 'null'
    FROM standing s JOIN assessment a ON a.id = s.assessment
    WHERE s.sha256 <> '' AND a.serial = (SELECT max(serial) FROM assessment b WHERE b.year = a.year);
