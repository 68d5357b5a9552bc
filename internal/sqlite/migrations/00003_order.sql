-- +goose Up
-- Both are filled when the keys are renewed (renew.go): a file that this meets has none of this version's.
ALTER TABLE roster ADD COLUMN honorific TEXT NOT NULL DEFAULT '';
ALTER TABLE roster ADD COLUMN protocol BLOB NOT NULL DEFAULT x'';
CREATE INDEX roster_protocol ON roster (seminar, protocol, registration);

PRAGMA user_version = 3;
