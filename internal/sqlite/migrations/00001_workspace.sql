-- +goose Up
PRAGMA application_id = 1280203076; -- 'LNYD'

-- What only this desk knows: its letter, its incarnation, its settings.
CREATE TABLE local (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- The journal. Everything below it is a projection of it.
CREATE TABLE op (
  n           INTEGER PRIMARY KEY, -- order of arrival here
  id          TEXT NOT NULL UNIQUE,
  desk        TEXT NOT NULL,
  incarnation TEXT NOT NULL,
  seq         INTEGER NOT NULL,
  hlc         INTEGER NOT NULL,
  wall        TEXT NOT NULL,
  operator    TEXT NOT NULL,
  kind        TEXT NOT NULL,
  subject     TEXT NOT NULL,
  batch       TEXT NOT NULL,
  base        TEXT NOT NULL,
  body        TEXT,
  body_hash   BLOB NOT NULL,
  prev_hash   BLOB,
  aside       INTEGER NOT NULL DEFAULT 0 -- kept, and applied once a version understands it
);
-- Not unique: two machines that went on from one copy give one number out twice, and both operations are kept.
CREATE INDEX op_seq ON op (desk, incarnation, seq);
CREATE INDEX op_subject ON op (subject);
CREATE INDEX op_batch ON op (batch) WHERE batch <> id; -- most actions are one operation
CREATE INDEX op_aside ON op (n) WHERE aside;

-- Which operation names which one to be reversed.
CREATE TABLE undo (
  target TEXT NOT NULL,
  by     TEXT NOT NULL,
  PRIMARY KEY (target, by)
) WITHOUT ROWID;
CREATE INDEX undo_by ON undo (by);

-- One table per entity, all of one shape. first_ is the operation that states the thing, last_ the highest in order.

CREATE TABLE "series" (
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

CREATE TABLE "seminar" (
  id         TEXT PRIMARY KEY,
  doc        TEXT NOT NULL,
  gone       INTEGER NOT NULL,
  undone     INTEGER NOT NULL,
  first_op   TEXT NOT NULL,
  first_hlc  INTEGER NOT NULL,
  last_op    TEXT NOT NULL,
  last_hlc   INTEGER NOT NULL,
  last_desk  TEXT NOT NULL,
  series     TEXT AS (json_extract(doc, '$.series')) VIRTUAL
);

CREATE TABLE "session" (
  id         TEXT PRIMARY KEY,
  doc        TEXT NOT NULL,
  gone       INTEGER NOT NULL,
  undone     INTEGER NOT NULL,
  first_op   TEXT NOT NULL,
  first_hlc  INTEGER NOT NULL,
  last_op    TEXT NOT NULL,
  last_hlc   INTEGER NOT NULL,
  last_desk  TEXT NOT NULL,
  seminar    TEXT AS (json_extract(doc, '$.seminar')) VIRTUAL,
  position   INTEGER AS (json_extract(doc, '$.position')) VIRTUAL
);
CREATE INDEX session_seminar ON "session" (seminar, position);

CREATE TABLE "category" (
  id         TEXT PRIMARY KEY,
  doc        TEXT NOT NULL,
  gone       INTEGER NOT NULL,
  undone     INTEGER NOT NULL,
  first_op   TEXT NOT NULL,
  first_hlc  INTEGER NOT NULL,
  last_op    TEXT NOT NULL,
  last_hlc   INTEGER NOT NULL,
  last_desk  TEXT NOT NULL,
  seminar    TEXT AS (json_extract(doc, '$.seminar')) VIRTUAL,
  position   INTEGER AS (json_extract(doc, '$.position')) VIRTUAL
);
CREATE INDEX category_seminar ON "category" (seminar, position);

CREATE TABLE "delegation" (
  id         TEXT PRIMARY KEY,
  doc        TEXT NOT NULL,
  gone       INTEGER NOT NULL,
  undone     INTEGER NOT NULL,
  first_op   TEXT NOT NULL,
  first_hlc  INTEGER NOT NULL,
  last_op    TEXT NOT NULL,
  last_hlc   INTEGER NOT NULL,
  last_desk  TEXT NOT NULL,
  seminar    TEXT AS (json_extract(doc, '$.seminar')) VIRTUAL,
  position   INTEGER AS (json_extract(doc, '$.position')) VIRTUAL
);
CREATE INDEX delegation_seminar ON "delegation" (seminar, position);

CREATE TABLE "list" (
  id         TEXT PRIMARY KEY,
  doc        TEXT NOT NULL,
  gone       INTEGER NOT NULL,
  undone     INTEGER NOT NULL,
  first_op   TEXT NOT NULL,
  first_hlc  INTEGER NOT NULL,
  last_op    TEXT NOT NULL,
  last_hlc   INTEGER NOT NULL,
  last_desk  TEXT NOT NULL,
  seminar    TEXT AS (json_extract(doc, '$.seminar')) VIRTUAL,
  position   INTEGER AS (json_extract(doc, '$.position')) VIRTUAL
);
CREATE INDEX list_seminar ON "list" (seminar, position);

CREATE TABLE "question" (
  id         TEXT PRIMARY KEY,
  doc        TEXT NOT NULL,
  gone       INTEGER NOT NULL,
  undone     INTEGER NOT NULL,
  first_op   TEXT NOT NULL,
  first_hlc  INTEGER NOT NULL,
  last_op    TEXT NOT NULL,
  last_hlc   INTEGER NOT NULL,
  last_desk  TEXT NOT NULL,
  seminar    TEXT AS (json_extract(doc, '$.seminar')) VIRTUAL,
  position   INTEGER AS (json_extract(doc, '$.position')) VIRTUAL
);
CREATE INDEX question_seminar ON "question" (seminar, position);

CREATE TABLE "initiative" (
  id         TEXT PRIMARY KEY,
  doc        TEXT NOT NULL,
  gone       INTEGER NOT NULL,
  undone     INTEGER NOT NULL,
  first_op   TEXT NOT NULL,
  first_hlc  INTEGER NOT NULL,
  last_op    TEXT NOT NULL,
  last_hlc   INTEGER NOT NULL,
  last_desk  TEXT NOT NULL,
  seminar    TEXT AS (json_extract(doc, '$.seminar')) VIRTUAL,
  position   INTEGER AS (json_extract(doc, '$.position')) VIRTUAL
);
CREATE INDEX initiative_seminar ON "initiative" (seminar, position);

CREATE TABLE "attendee" (
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

CREATE TABLE "registration" (
  id         TEXT PRIMARY KEY,
  doc        TEXT NOT NULL,
  gone       INTEGER NOT NULL,
  undone     INTEGER NOT NULL,
  first_op   TEXT NOT NULL,
  first_hlc  INTEGER NOT NULL,
  last_op    TEXT NOT NULL,
  last_hlc   INTEGER NOT NULL,
  last_desk  TEXT NOT NULL,
  seminar    TEXT AS (json_extract(doc, '$.seminar')) VIRTUAL,
  attendee   TEXT AS (json_extract(doc, '$.attendee')) VIRTUAL
);
CREATE INDEX registration_seminar ON "registration" (seminar);
CREATE INDEX registration_attendee ON "registration" (attendee);

CREATE TABLE "checkin" (
  id         TEXT PRIMARY KEY,
  doc        TEXT NOT NULL,
  gone       INTEGER NOT NULL,
  undone     INTEGER NOT NULL,
  first_op   TEXT NOT NULL,
  first_hlc  INTEGER NOT NULL,
  last_op    TEXT NOT NULL,
  last_hlc   INTEGER NOT NULL,
  last_desk  TEXT NOT NULL,
  seminar    TEXT AS (json_extract(doc, '$.seminar')) VIRTUAL,
  list       TEXT AS (json_extract(doc, '$.list')) VIRTUAL,
  attendee   TEXT AS (json_extract(doc, '$.attendee')) VIRTUAL,
  datetime   TEXT AS (json_extract(doc, '$.datetime')) VIRTUAL,
  accepted   INTEGER AS (json_extract(doc, '$.successful')) VIRTUAL
);
-- Each index is a page to write at every scan: a seminar's rows are found by its lists, a person's are few and sorted
-- when they are read.
CREATE INDEX checkin_pair ON "checkin" (attendee, list);
CREATE INDEX checkin_list ON "checkin" (list, datetime, first_hlc);

CREATE TABLE "badge" (
  id         TEXT PRIMARY KEY,
  doc        TEXT NOT NULL,
  gone       INTEGER NOT NULL,
  undone     INTEGER NOT NULL,
  first_op   TEXT NOT NULL,
  first_hlc  INTEGER NOT NULL,
  last_op    TEXT NOT NULL,
  last_hlc   INTEGER NOT NULL,
  last_desk  TEXT NOT NULL,
  seminar    TEXT AS (json_extract(doc, '$.seminar')) VIRTUAL,
  registration TEXT AS (json_extract(doc, '$.registration')) VIRTUAL,
  code       TEXT AS (json_extract(doc, '$.code')) VIRTUAL
);
CREATE INDEX badge_seminar ON "badge" (seminar);
CREATE INDEX badge_registration ON "badge" (registration);

CREATE TABLE "certificate" (
  id         TEXT PRIMARY KEY,
  doc        TEXT NOT NULL,
  gone       INTEGER NOT NULL,
  undone     INTEGER NOT NULL,
  first_op   TEXT NOT NULL,
  first_hlc  INTEGER NOT NULL,
  last_op    TEXT NOT NULL,
  last_hlc   INTEGER NOT NULL,
  last_desk  TEXT NOT NULL,
  seminar    TEXT AS (json_extract(doc, '$.seminar')) VIRTUAL,
  registration TEXT AS (json_extract(doc, '$.registration')) VIRTUAL,
  serial     TEXT AS (json_extract(doc, '$.serial')) VIRTUAL
);
CREATE INDEX certificate_seminar ON "certificate" (seminar);
CREATE INDEX certificate_registration ON "certificate" (registration);
CREATE INDEX certificate_serial ON "certificate" (serial);

CREATE TABLE "import" (
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
CREATE INDEX import_seminar ON "import" (seminar);

-- One row per registration, with what lists and counters need of the person.
CREATE TABLE roster (
  rowid        INTEGER PRIMARY KEY,
  registration TEXT NOT NULL UNIQUE,
  attendee     TEXT NOT NULL,
  seminar      TEXT NOT NULL,
  given_name   TEXT NOT NULL,
  family_name  TEXT NOT NULL,
  native_name  TEXT NOT NULL,
  badge_name   TEXT NOT NULL,
  organisation TEXT NOT NULL,
  country      TEXT NOT NULL,
  email        TEXT NOT NULL,
  category     TEXT NOT NULL,
  delegation   TEXT NOT NULL,
  status       TEXT NOT NULL,
  blocked      INTEGER NOT NULL,
  attention    INTEGER NOT NULL,
  code         TEXT NOT NULL,
  badge_number TEXT NOT NULL,
  prints       INTEGER NOT NULL,
  sort_family  BLOB NOT NULL, -- collation keys: their bytes compare as the names do
  sort_given   BLOB NOT NULL,
  sort_organisation BLOB NOT NULL,
  sort_badge   BLOB NOT NULL
);
CREATE INDEX roster_attendee ON roster (attendee);
CREATE INDEX roster_family ON roster (seminar, sort_family, registration);
CREATE INDEX roster_given ON roster (seminar, sort_given, registration);
CREATE INDEX roster_organisation ON roster (seminar, sort_organisation);
CREATE INDEX roster_country ON roster (seminar, country, sort_family);
CREATE INDEX roster_badge ON roster (seminar, sort_badge);
CREATE INDEX roster_category ON roster (seminar, category, sort_family);
CREATE INDEX roster_delegation ON roster (seminar, delegation);
CREATE INDEX roster_status ON roster (seminar, status, sort_family);

-- The search keys of a roster row, by its rowid. The index holds no texts: they are made anew from the roster.
CREATE VIRTUAL TABLE search USING fts5(strict, loose, skeleton, extra,
  content='', contentless_delete=1, detail=column, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0');

-- Everything that a scanner or a hand may type to mean exactly one registration.
CREATE TABLE code (
  code         TEXT NOT NULL COLLATE NOCASE,
  registration TEXT NOT NULL,
  kind         TEXT NOT NULL,
  PRIMARY KEY (code, registration, kind)
) WITHOUT ROWID;
CREATE INDEX code_registration ON code (registration);

-- How many registrations stand where, so that counters do not count.
CREATE TABLE headcount (
  seminar  TEXT NOT NULL,
  status   TEXT NOT NULL,
  category TEXT NOT NULL,
  n        INTEGER NOT NULL,
  PRIMARY KEY (seminar, status, category)
) WITHOUT ROWID;

-- Where a person stands on a list; on a list that admits once a day, on each local day ("" on the others).
CREATE TABLE presence (
  list     TEXT NOT NULL,
  day      TEXT NOT NULL,
  attendee TEXT NOT NULL,
  entries  INTEGER NOT NULL,
  first_at TEXT NOT NULL,
  last_at  TEXT NOT NULL,
  inside   INTEGER NOT NULL,
  PRIMARY KEY (list, attendee, day)
) WITHOUT ROWID;

CREATE TABLE tally (
  list    TEXT NOT NULL,
  day     TEXT NOT NULL,
  arrived INTEGER NOT NULL,
  inside  INTEGER NOT NULL,
  PRIMARY KEY (list, day)
) WITHOUT ROWID;

-- The next number of a counter is derived from what was given out here; it never goes back.
CREATE TABLE counter (
  counter TEXT NOT NULL,
  seminar TEXT NOT NULL,
  last    INTEGER NOT NULL,
  PRIMARY KEY (counter, seminar)
) WITHOUT ROWID;

PRAGMA user_version = 1;
