-- Team exchange: keys and signatures, what can be withheld, what is still on its way, and what was merged here.

-- a person's public key, and the age address that others encrypt to; `id` is the Ed25519 key in hexadecimal digits.
-- `proof` is the key's own signature over person and address, so that nobody else can give it another address
create table person_key (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  person text references person (id),
  recipient text,
  proof text
) strict;
create index person_key_person on person_key (person);

-- changes that stand apart from their act's payload, by the SHA-256 that the payload names; withheld where missing
create table apart (
  hash text primary key,
  body text not null
) strict, without rowid;

-- a signature over one act's hash vouches for that act and, by the chain, for all before it
create table seal (
  device text not null,
  sequence integer not null check (sequence > 0),
  head text not null,
  key text not null,
  signature text not null,
  primary key (device, sequence, head, key)
) strict, without rowid;

-- an act that others follow in its chain and that has not arrived
create table missing (
  hash text primary key,
  device text not null,
  sequence integer not null check (sequence > 0)
) strict, without rowid;

-- how much of each device's chain a team mate has shown to have, and which contents they said they lack
create table held (
  person text not null,
  device text not null,
  sequence integer not null,
  primary key (person, device)
) strict, without rowid;
create table lacked (
  person text not null,
  hash text not null,
  primary key (person, hash)
) strict, without rowid;

-- one merge into this file, and what the cells showed before it; for the list of merges and for taking one back
create table merge (
  id text primary key,
  at text not null,
  person text not null,
  device text not null,
  sources text not null check (json_valid(sources)),
  people text not null check (json_valid(people)),
  acts integer not null,
  -- the acts that it brought, by their arrival
  first integer not null,
  last integer not null,
  -- the act that took it back, if that is in force
  undone text
) strict;
create table merge_change (
  merge text not null references merge (id),
  tbl text not null,
  row text not null,
  col text not null,
  value any,
  primary key (merge, tbl, row, col)
) strict, without rowid;

-- Two acts of a forked chain may carry one stamp, so the act joins the key; an index by act and a check of each change
-- against its act would cost more than the change itself, and `verify` does both.
create table change_of_both (
  tbl text not null,
  row text not null,
  col text not null,
  stamp text not null,
  act text not null,
  value any,
  head integer not null check (head in (0, 1)),
  primary key (tbl, row, col, stamp, act)
) strict, without rowid;
insert into change_of_both (tbl, row, col, stamp, act, value, head)
select tbl, row, col, stamp, act, value, head from change;
drop table change;
alter table change_of_both rename to change;
