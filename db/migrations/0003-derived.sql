-- Derived from the tables above, never the only copy: rebuilt by `verify` and after an upgrade.

-- the canonical text of a revision, its number of words and its sentence bounds as [start, end, …]
create table revision_text (
  revision text primary key references revision (id),
  text text not null,
  words integer not null,
  sentences text not null check (json_valid(sentences))
) strict;

-- what the full-text index holds of one row, as people read it; the index itself holds it folded (lower case, ё as е)
create table searchable (
  id integer primary key,
  kind text not null check (kind in ('article', 'claim', 'reference')),
  row text not null,
  title text not null,
  body text not null,
  unique (kind, row)
) strict;

create virtual table search using fts5 (
  title, body,
  content = '',
  contentless_delete = 1,
  tokenize = "porter unicode61 remove_diacritics 2"
);

-- the rating that a claim carries: its final verdict's, else the newest draft's
create view claim_rating as
select claim, rating, iif(state = 'final', 'final', 'draft') as rated from (
  select claim, rating, state,
    row_number() over (partition by claim order by state = 'final' desc, at desc, id desc) as place
  from verdict
  where present = 1 and state in ('final', 'draft')
) where place = 1;
