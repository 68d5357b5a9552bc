-- +goose Up
-- What was written by hand over somebody's attendance.
CREATE TABLE "correction" (
  id         TEXT PRIMARY KEY,
  doc        TEXT NOT NULL,
  gone       INTEGER NOT NULL,
  undone     INTEGER NOT NULL,
  first_op   TEXT NOT NULL,
  first_hlc  INTEGER NOT NULL,
  last_op    TEXT NOT NULL,
  last_hlc   INTEGER NOT NULL,
  last_desk  TEXT NOT NULL,
  seminar    TEXT AS (json_extract(doc, '$.seminar')) VIRTUAL
);
CREATE INDEX correction_seminar ON "correction" (seminar);

-- Who works at the desks.
CREATE TABLE "operator" (
  id         TEXT PRIMARY KEY,
  doc        TEXT NOT NULL,
  gone       INTEGER NOT NULL,
  undone     INTEGER NOT NULL,
  first_op   TEXT NOT NULL,
  first_hlc  INTEGER NOT NULL,
  last_op    TEXT NOT NULL,
  last_hlc   INTEGER NOT NULL,
  last_desk  TEXT NOT NULL
);

-- Who is excused from the whole seminar.
ALTER TABLE roster ADD COLUMN excused INTEGER NOT NULL DEFAULT 0;
UPDATE roster SET excused = coalesce((SELECT json_extract(doc, '$.excused') FROM registration WHERE id = roster.registration), 0);

PRAGMA user_version = 4;
