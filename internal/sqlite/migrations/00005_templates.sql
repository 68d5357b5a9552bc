-- +goose Up
-- Layouts of badges and certificates that were made here; seminar '' is every one.
CREATE TABLE "template" (
  id         TEXT PRIMARY KEY,
  doc        TEXT NOT NULL,
  gone       INTEGER NOT NULL,
  undone     INTEGER NOT NULL,
  first_op   TEXT NOT NULL,
  first_hlc  INTEGER NOT NULL,
  last_op    TEXT NOT NULL,
  last_hlc   INTEGER NOT NULL,
  last_desk  TEXT NOT NULL,
  seminar    TEXT AS (coalesce(json_extract(doc, '$.seminar'), '')) VIRTUAL
);
CREATE INDEX template_seminar ON "template" (seminar);

-- What they are made of, in parts that fit one message between desks.
CREATE TABLE "piece" (
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

PRAGMA user_version = 5;
