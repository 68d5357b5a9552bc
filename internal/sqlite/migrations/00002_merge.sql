-- +goose Up

-- Which two attendees are one person, or are said to be two.
CREATE TABLE "merge" (
  id         TEXT PRIMARY KEY,
  doc        TEXT NOT NULL,
  gone       INTEGER NOT NULL,
  undone     INTEGER NOT NULL,
  first_op   TEXT NOT NULL,
  first_hlc  INTEGER NOT NULL,
  last_op    TEXT NOT NULL,
  last_hlc   INTEGER NOT NULL,
  last_desk  TEXT NOT NULL,
  keep       TEXT AS (json_extract(doc, '$.keep')) VIRTUAL,
  dropped    TEXT AS (json_extract(doc, '$.drop')) VIRTUAL,
  apart      INTEGER AS (coalesce(json_extract(doc, '$.apart'), 0)) VIRTUAL
);
CREATE INDEX merge_keep ON "merge" (keep);
CREATE INDEX merge_dropped ON "merge" (dropped);

-- Who is whom: every attendee of a person of several, the root itself too. Nobody else is in it.
CREATE TABLE alias (
  attendee TEXT PRIMARY KEY,
  root     TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX alias_root ON alias (root);

-- How a person of several is written elsewhere, a name a line, and what else finds them, as words.
ALTER TABLE roster ADD COLUMN also TEXT NOT NULL DEFAULT '';
ALTER TABLE roster ADD COLUMN also_words TEXT NOT NULL DEFAULT '';

PRAGMA user_version = 2;
