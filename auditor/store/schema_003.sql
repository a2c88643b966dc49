-- Version 3: decisions cannot be changed once they stand there, and what was to be corrected is followed
-- from one version of a report to the next.

CREATE TRIGGER decision_is_kept BEFORE UPDATE ON decision
BEGIN
    SELECT RAISE(ABORT, 'decisions are never changed');
END;

CREATE TRIGGER decision_stays BEFORE DELETE ON decision
BEGIN
    SELECT RAISE(ABORT, 'decisions are never deleted');
END;

-- A finding of an agency, from the day it was first found. It is closed when the duty of its rule passes in
-- another version of the report. Belongs to no assessment and survives them all.
CREATE TABLE item (
    year        INTEGER NOT NULL,
    agency      TEXT    NOT NULL, -- code
    rule        TEXT    NOT NULL,
    fingerprint TEXT    NOT NULL,
    severity    TEXT    NOT NULL,
    found_on    TEXT    NOT NULL, -- day
    found_in    TEXT    NOT NULL, -- sha256 of the report, '' there was none
    state       TEXT    NOT NULL, -- open, fixed; withdrawn: the same report no longer bears it
    closed_on   TEXT    NOT NULL, -- '' it is open
    closed_in   TEXT    NOT NULL,
    returns     INTEGER NOT NULL, -- how often it came back after it was fixed
    PRIMARY KEY (year, agency, rule, fingerprint)
) STRICT, WITHOUT ROWID;
