-- +goose Up
-- What may be typed, by the roster's row instead of the registration's id: half the size, and what is new comes last in code_row.
-- The ids that stand in the row itself are found there.
CREATE TABLE code_next (
  code TEXT NOT NULL COLLATE NOCASE,
  row  INTEGER NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (code, row, kind)
) WITHOUT ROWID;
INSERT INTO code_next (code, row, kind) SELECT c.code, r.rowid, c.kind FROM code c JOIN roster r ON r.registration = c.registration
  WHERE c.kind <> 'id' OR c.code NOT IN (r.registration, r.attendee);
DROP TABLE code;
ALTER TABLE code_next RENAME TO code;
CREATE INDEX code_row ON code (row);

PRAGMA user_version = 8;
