-- Version 2: what holds for an agency as a whole, and what persons decided about it.

-- Assessments of before have no standings: the next `assess` makes them.
UPDATE assessment SET state = 'running', finished_at = NULL;

-- By which the passages of a report are found in others (text/copy.h); NULL: not taken yet.
ALTER TABLE document ADD COLUMN marks BLOB;

CREATE INDEX audit_by_agency ON audit (assessment, agency);

-- The second pass: an agency of the register with its report of the year, its other years, its children
-- and the decisions about it. Without a report its kind is 'missing'.
CREATE TABLE standing (
    id            INTEGER PRIMARY KEY,
    assessment    INTEGER NOT NULL REFERENCES assessment ON DELETE CASCADE,
    agency        TEXT    NOT NULL, -- code in the register of the assessment
    audit         INTEGER REFERENCES audit ON DELETE CASCADE, -- of its report; made anew, so is this
    context       TEXT    NOT NULL, -- digest of everything it was made of
    path          TEXT    NOT NULL, -- of the report below inbox/YEAR, ''
    sha256        TEXT    NOT NULL,
    operational   INTEGER NOT NULL,
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
    worst         TEXT    NOT NULL,
    findings      INTEGER NOT NULL,
    result        TEXT    NOT NULL, -- JSON as of an audit, with the rules of all scopes
    UNIQUE (assessment, agency)
) STRICT;

CREATE INDEX standing_by_audit ON standing (audit);

CREATE TABLE standing_finding (
    standing    INTEGER NOT NULL REFERENCES standing ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    rule        TEXT    NOT NULL,
    severity    TEXT    NOT NULL,
    fingerprint TEXT    NOT NULL,
    section     TEXT    NOT NULL,
    tbl         TEXT    NOT NULL,
    row         TEXT    NOT NULL,
    col         TEXT    NOT NULL,
    line        INTEGER NOT NULL,
    caused      INTEGER NOT NULL,
    deduction   INTEGER NOT NULL,
    PRIMARY KEY (standing, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX standing_finding_by_fingerprint ON standing_finding (fingerprint);

-- Decisions of persons: rows are only ever added, each bears the hash of the one before. They belong to
-- no assessment and survive them all.
CREATE TABLE decision (
    id          INTEGER PRIMARY KEY, -- the order of the chain, without gaps from 1
    year        INTEGER NOT NULL,
    agency      TEXT    NOT NULL, -- code
    rule        TEXT    NOT NULL,
    fingerprint TEXT    NOT NULL, -- of the finding; '' the rule as a whole
    evidence    TEXT    NOT NULL, -- digest of what the finding rested on then
    kind        TEXT    NOT NULL, -- confirm, dismiss, waive, appeal, uphold, assign, fill ...
    person      TEXT    NOT NULL,
    made_at     TEXT    NOT NULL, -- 2026-02-03T09:30:00+08:00
    reason      TEXT    NOT NULL,
    number      TEXT    NOT NULL, -- of the document that it rests on
    expiry      TEXT    NOT NULL, -- the last day it holds, '' no end
    subject     TEXT    NOT NULL, -- assign: path of a document; fill: id of an indicator
    value       TEXT    NOT NULL, -- fill: what was filled in; as JSON, '' nothing
    previous    TEXT    NOT NULL, -- hash of the row before, '' the first
    hash        TEXT    NOT NULL UNIQUE
) STRICT;

CREATE INDEX decision_by_agency ON decision (year, agency);
