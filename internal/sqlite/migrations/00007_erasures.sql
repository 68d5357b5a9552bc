-- +goose Up
-- What stays of the bodies that an erasure took away.
CREATE TABLE erased (
  target TEXT NOT NULL,
  by     TEXT NOT NULL,
  kept   TEXT NOT NULL,
  PRIMARY KEY (target, by)
) WITHOUT ROWID;

PRAGMA user_version = 7;
