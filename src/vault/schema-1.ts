/** The tables of format 1 that were append only: all but its `record_cache`. */
export const appendOnlyTables1: readonly string[] = [
  'ledger',
  'collection',
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

const tables = `
CREATE TABLE ledger (
  number INTEGER PRIMARY KEY,
  time TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;

CREATE TABLE collection (
  name TEXT PRIMARY KEY,
  invented INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE original (
  sha256 TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  coding TEXT NOT NULL,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE text (
  sha256 TEXT PRIMARY KEY,
  charset TEXT NOT NULL,
  coding TEXT NOT NULL,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE cable (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL,
  twin INTEGER NOT NULL,
  UNIQUE (number, twin)
) STRICT, WITHOUT ROWID;

CREATE TABLE version (
  number INTEGER PRIMARY KEY,
  cable TEXT NOT NULL REFERENCES cable (id),
  text TEXT NOT NULL REFERENCES text (sha256),
  ledger INTEGER NOT NULL REFERENCES ledger (number),
  body_start INTEGER,
  facts TEXT NOT NULL,
  UNIQUE (cable, text)
) STRICT;
CREATE INDEX version_text ON version (text);

CREATE TABLE witness (
  number INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES version (number),
  collection TEXT NOT NULL REFERENCES collection (name),
  source TEXT NOT NULL,
  locator TEXT NOT NULL,
  own_id TEXT NOT NULL,
  original TEXT NOT NULL REFERENCES original (sha256),
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  replaced INTEGER NOT NULL,
  facts TEXT NOT NULL,
  ledger INTEGER NOT NULL REFERENCES ledger (number),
  UNIQUE (version, collection, source, own_id, original)
) STRICT;
CREATE INDEX witness_original ON witness (original);

CREATE TABLE alias (
  alias TEXT NOT NULL,
  cable TEXT NOT NULL REFERENCES cable (id),
  ledger INTEGER NOT NULL REFERENCES ledger (number),
  PRIMARY KEY (alias, cable)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_cable ON alias (cable);

CREATE TABLE anchors (
  text TEXT NOT NULL REFERENCES text (sha256),
  anchor TEXT NOT NULL,
  paragraph TEXT NOT NULL,
  PRIMARY KEY (text, anchor)
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
  locator TEXT NOT NULL,
  new INTEGER NOT NULL,
  new_version INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  copy INTEGER NOT NULL,
  quarantined INTEGER NOT NULL,
  PRIMARY KEY (ledger, locator)
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantine (
  number INTEGER PRIMARY KEY,
  ledger INTEGER NOT NULL REFERENCES ledger (number),
  collection TEXT NOT NULL REFERENCES collection (name),
  source TEXT NOT NULL,
  locator TEXT NOT NULL,
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  original TEXT REFERENCES original (sha256),
  bytes INTEGER NOT NULL
) STRICT;
CREATE INDEX quarantine_source ON quarantine (source, code);

CREATE TABLE quarantine_end (
  number INTEGER PRIMARY KEY REFERENCES quarantine (number),
  ledger INTEGER NOT NULL REFERENCES ledger (number)
) STRICT;

CREATE TABLE exposure (
  id TEXT PRIMARY KEY,
  edition TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Can be thrown away and computed again: the only table that is no memory.
CREATE TABLE record_cache (
  key TEXT PRIMARY KEY,
  coding TEXT NOT NULL,
  content BLOB NOT NULL
) STRICT;
`

const triggers = appendOnlyTables1
  .flatMap((table) =>
    ['UPDATE', 'DELETE'].map(
      (verb) => `
CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
BEGIN SELECT RAISE(ABORT, 'the table ${table} is append only'); END;`,
    ),
  )
  .join('\n')

/** Format 1: every content in a row of its own, hashes as text, records cached in the vault. */
export const schema1: string = tables + triggers
