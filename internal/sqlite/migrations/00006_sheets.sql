-- +goose Up
-- Sheets of labels that a desk measured itself.
CREATE TABLE "sheet" (
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

PRAGMA user_version = 6;
