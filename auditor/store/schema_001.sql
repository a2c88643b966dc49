-- Version 1. Points are integer thousandths; times of files are nanoseconds since 1970.

CREATE TABLE document (
    id           INTEGER PRIMARY KEY,
    year         INTEGER NOT NULL,
    path         TEXT    NOT NULL, -- below inbox/YEAR
    size         INTEGER NOT NULL,
    mtime_ns     INTEGER NOT NULL,
    ctime_ns     INTEGER NOT NULL,
    inode        INTEGER NOT NULL,
    seen_ns      INTEGER NOT NULL, -- when the stamp was taken; a younger file is not trusted
    xxh3         INTEGER NOT NULL,
    sha256       TEXT    NOT NULL,
    found_agency TEXT    NOT NULL, -- what it says of itself, before the register
    found_host   TEXT    NOT NULL,
    gone         INTEGER NOT NULL DEFAULT 0,
    snapshot     BLOB,             -- NULL: it could not be read; last, so that the rest is read without it
    UNIQUE (year, path)
) STRICT;

-- One profile, one set of rules and one program applied to a year's documents.
CREATE TABLE assessment (
    id             INTEGER PRIMARY KEY,
    year           INTEGER NOT NULL,
    profile        TEXT    NOT NULL,
    profile_digest TEXT    NOT NULL,
    rules_digest   TEXT    NOT NULL,
    version        TEXT    NOT NULL,
    state          TEXT    NOT NULL CHECK (state IN ('running', 'done')),
    serial         INTEGER NOT NULL, -- the run that touched it last; the highest of a year is current
    started_at     TEXT    NOT NULL,
    finished_at    TEXT,
    UNIQUE (year, profile_digest, rules_digest, version)
) STRICT;

-- The register as it was when the assessment was made.
CREATE TABLE agency (
    assessment INTEGER NOT NULL REFERENCES assessment ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    code       TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    aliases    TEXT    NOT NULL,
    level      TEXT    NOT NULL,
    grouping   TEXT    NOT NULL,
    parent     TEXT    NOT NULL,
    host       TEXT    NOT NULL,
    deadline   TEXT    NOT NULL,
    PRIMARY KEY (assessment, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
    id            INTEGER PRIMARY KEY,
    assessment    INTEGER NOT NULL REFERENCES assessment ON DELETE CASCADE,
    document      INTEGER NOT NULL REFERENCES document,
    sha256        TEXT    NOT NULL, -- of the bytes that were audited
    context       TEXT    NOT NULL, -- digest of what the register said of the agency
    operational   INTEGER NOT NULL, -- 1: a worker died over it; tried again by the next run
    agency        TEXT,             -- code in the register
    matched       TEXT    NOT NULL, -- how it was found: name, alias, host, path, none
    choice        TEXT    NOT NULL DEFAULT '', -- chosen, other, unmatched
    kind          TEXT    NOT NULL,
    level         TEXT    NOT NULL,
    agency_name   TEXT    NOT NULL,
    form          TEXT    NOT NULL,
    published     TEXT    NOT NULL,
    year          INTEGER,
    problem       TEXT    NOT NULL,
    scored        INTEGER NOT NULL,
    score         INTEGER NOT NULL,
    low           INTEGER NOT NULL,
    high          INTEGER NOT NULL,
    max           INTEGER NOT NULL,
    grade_zh      TEXT    NOT NULL,
    grade_en      TEXT    NOT NULL,
    complete      INTEGER NOT NULL,
    vetoed        INTEGER NOT NULL,
    open          INTEGER NOT NULL,
    open_blocking INTEGER NOT NULL,
    worst         TEXT    NOT NULL, -- severity, or ''
    findings      INTEGER NOT NULL,
    result        TEXT    NOT NULL, -- JSON of the document, in both languages
    UNIQUE (assessment, document)
) STRICT;

-- Failures only; what passed stands in the result.
CREATE TABLE finding (
    audit       INTEGER NOT NULL REFERENCES audit ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    rule        TEXT    NOT NULL,
    severity    TEXT    NOT NULL,
    fingerprint TEXT    NOT NULL,
    section     TEXT    NOT NULL,
    tbl         TEXT    NOT NULL,
    row         TEXT    NOT NULL,
    col         TEXT    NOT NULL,
    line        INTEGER NOT NULL,
    caused      INTEGER NOT NULL, -- 1: another finding explains it; it costs nothing
    deduction   INTEGER NOT NULL,
    PRIMARY KEY (audit, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_by_document ON audit (document);
CREATE INDEX finding_by_fingerprint ON finding (fingerprint);
