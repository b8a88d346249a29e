// Tables whose rows are never changed and never deleted: what a person once decided, what came
// in, and under which address it was known. A trigger holds everybody to it, this program too.
const appendOnly: readonly string[] = [
  'ledger',
  'collection',
  'source',
  'piece',
  'block',
  'original',
  'text',
  'cable',
  'version',
  'witness',
  'alias',
  'anchors',
  'decision',
  'intake',
  'quarantine',
  'quarantine_end',
  'exposure',
]

// A place of a content is (block, start, bytes): `bytes` bytes from `start` of the inflated block.
const place = `
  block INTEGER NOT NULL REFERENCES block (number),
  start INTEGER NOT NULL,
  bytes INTEGER NOT NULL`

const tables = `
CREATE TABLE ledger (
  number INTEGER PRIMARY KEY,
  time TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;

CREATE TABLE collection (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  invented INTEGER NOT NULL
) STRICT;

CREATE TABLE source (
  number INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE piece (
  number INTEGER PRIMARY KEY,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE block (
  number INTEGER PRIMARY KEY,
  coding TEXT NOT NULL,
  piece INTEGER NOT NULL REFERENCES piece (number),
  start INTEGER NOT NULL,
  stored INTEGER NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;

CREATE TABLE original (
  number INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE,${place}
) STRICT;

-- The form is "whole", or "recipe": how the text follows from the original before it.
CREATE TABLE text (
  number INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE,
  form TEXT NOT NULL,
  charset TEXT NOT NULL,${place}
) STRICT;

CREATE TABLE cable (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
) STRICT;

-- The place is that of the facts, JSON in UTF-8.
CREATE TABLE version (
  number INTEGER PRIMARY KEY,
  cable INTEGER NOT NULL REFERENCES cable (number),
  text INTEGER NOT NULL REFERENCES text (number),
  ledger INTEGER NOT NULL REFERENCES ledger (number),
  body_start INTEGER,${place},
  UNIQUE (cable, text)
) STRICT;
CREATE INDEX version_text ON version (text);

-- Facts are NULL where they are the version's.
CREATE TABLE witness (
  number INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES version (number),
  collection INTEGER NOT NULL REFERENCES collection (number),
  source INTEGER NOT NULL REFERENCES source (number),
  locator TEXT NOT NULL,
  own_id TEXT NOT NULL,
  original INTEGER NOT NULL REFERENCES original (number),
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  replaced INTEGER NOT NULL,
  facts TEXT,
  ledger INTEGER NOT NULL REFERENCES ledger (number),
  UNIQUE (original, version, collection, source, own_id)
) STRICT;
CREATE INDEX witness_version ON witness (version);

CREATE TABLE alias (
  alias TEXT NOT NULL,
  cable INTEGER NOT NULL REFERENCES cable (number),
  ledger INTEGER NOT NULL REFERENCES ledger (number),
  PRIMARY KEY (alias, cable)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_cable ON alias (cable);

-- Part 1 came with the text, each later one with addresses that a later parser gave.
CREATE TABLE anchors (
  text INTEGER NOT NULL REFERENCES text (number),
  part INTEGER NOT NULL,${place},
  PRIMARY KEY (text, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
  number INTEGER PRIMARY KEY,
  ledger INTEGER NOT NULL REFERENCES ledger (number),
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  value TEXT NOT NULL,
  reason TEXT NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE intake (
  ledger INTEGER NOT NULL REFERENCES ledger (number),
  source INTEGER NOT NULL REFERENCES source (number),
  new INTEGER NOT NULL,
  new_version INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  copy INTEGER NOT NULL,
  quarantined INTEGER NOT NULL,
  PRIMARY KEY (ledger, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantine (
  number INTEGER PRIMARY KEY,
  ledger INTEGER NOT NULL REFERENCES ledger (number),
  collection INTEGER NOT NULL REFERENCES collection (number),
  source INTEGER NOT NULL REFERENCES source (number),
  locator TEXT NOT NULL,
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  original INTEGER REFERENCES original (number)
) STRICT;
CREATE INDEX quarantine_source ON quarantine (source, original);

CREATE TABLE quarantine_end (
  number INTEGER PRIMARY KEY REFERENCES quarantine (number),
  ledger INTEGER NOT NULL REFERENCES ledger (number)
) STRICT;

CREATE TABLE exposure (
  id TEXT PRIMARY KEY,
  edition TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`

const triggers = appendOnly
  .flatMap((table) =>
    ['UPDATE', 'DELETE'].map(
      (verb) => `
CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
BEGIN SELECT RAISE(ABORT, 'the table ${table} is append only'); END;`,
    ),
  )
  .join('\n')

/** Format 2: contents side by side in solid blocks, which are cut into pieces that fill a page. */
export const schema2: string = tables + triggers
