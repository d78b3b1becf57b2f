-- The log: every act ever done, and what it did to each cell. The tables above can be rebuilt from it.

-- facts about this file: project id, oldest program that may read and write it
create table meta (
  key text primary key,
  value text not null
) strict, without rowid;

-- one thing a person did, chained by hash to the device's last act
create table act (
  hash text primary key,
  device text not null,
  sequence integer not null check (sequence > 0),
  previous text,
  stamp text not null,
  person text not null,
  payload text not null,
  -- when this file learned of it, in order of arrival; differs between files
  arrival integer not null unique,
  check ((sequence = 1) = (previous is null))
) strict;
-- not unique: a copied file that both sides continue forks a chain, and neither side may be lost
create index act_chain on act (device, sequence);
create index act_stamp on act (stamp);

-- the exact text of what acts did, apart from the envelope so that it can be withheld
create table payload (
  hash text primary key,
  body text not null
) strict, without rowid;

-- every value a cell ever had; `head` marks those that nothing has replaced: more than one is a conflict
create table change (
  tbl text not null,
  row text not null,
  col text not null,
  stamp text not null,
  act text not null references act (hash),
  value any,
  head integer not null check (head in (0, 1)),
  primary key (tbl, row, col, stamp)
) strict, without rowid;
create index change_act on change (act);

-- a change that names a base we have not seen: the base is already replaced when it arrives
create table awaited (
  tbl text not null,
  row text not null,
  col text not null,
  stamp text not null,
  primary key (tbl, row, col, stamp)
) strict, without rowid;

-- changes for tables, columns or values that this version does not know, applied after an upgrade
create table aside (
  act text not null references act (hash),
  n integer not null,
  tbl text not null,
  row text not null,
  col text not null,
  value any,
  base text not null,
  why text not null,
  primary key (act, n)
) strict, without rowid;

-- cells with more than one head, kept so that conflicts need no scan
create table conflict (
  tbl text not null,
  row text not null,
  col text not null,
  primary key (tbl, row, col)
) strict, without rowid;

-- bytes by their SHA-256: originals, documents, captures; in pieces of 1 MiB
create table blob (
  sha256 text primary key check (length(sha256) = 64),
  -- null while the bytes have not arrived
  bytes integer
) strict;

create table chunk (
  blob text not null references blob (sha256),
  n integer not null,
  data blob not null,
  primary key (blob, n)
) strict;
