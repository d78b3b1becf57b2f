-- The words that a cell may hold, compared one by one: for a list of more than two, SQLite builds a table of its own at
-- each write of a row, which costs more than the row.

drop view standing;

create table claim_checked (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  wording text,
  claimant text,
  claimed_on text,
  claimed_where text,
  type text check (
    type = 'event-or-property' or type = 'numerical' or type = 'causal' or type = 'quote'
    or type = 'position'
  ),
  verifiability text check (
    verifiability = 'verifiable' or verifiability = 'unverifiable' or verifiability = 'not-a-claim'
    or verifiability = 'undecided'
  ),
  reason text check (
    reason = 'opinion' or reason = 'prediction' or reason = 'too-vague' or reason = 'anonymous-source'
    or reason = 'personal-experience' or reason = 'question-or-appeal' or reason = 'satire'
  ),
  checkable_on text,
  status text check (status = 'open' or status = 'in-progress' or status = 'in-review' or status = 'done'),
  assignee text references person (id),
  priority text check (priority = 'low' or priority = 'normal' or priority = 'high' or priority = 'urgent'),
  parent text references claim (id),
  made_at text,
  made_by text references person (id),
  types text check (types is null or json_valid(types)),
  strategies text check (strategies is null or json_valid(strategies)),
  country text,
  reported_by text,
  address text,
  cached_address text,
  check_address text
) strict;
insert into claim_checked select * from claim;
drop table claim;
alter table claim_checked rename to claim;
create index claim_listed on claim (present, made_at, id);
create index claim_parent on claim (parent);

create table occurrence_checked (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  claim text references claim (id),
  article text references article (id),
  revision text references revision (id),
  exact text,
  prefix text,
  suffix text,
  start real,
  "end" real,
  state text check (state = 'exact' or state = 'moved' or state = 'ambiguous' or state = 'orphaned'),
  confidence real,
  made_at text,
  made_by text references person (id)
) strict;
insert into occurrence_checked select * from occurrence;
drop table occurrence;
alter table occurrence_checked rename to occurrence;
create index occurrence_article on occurrence (article, present, start);
create index occurrence_claim on occurrence (claim);
create index occurrence_unsure on occurrence (article) where state in ('ambiguous', 'orphaned');

create table reference_checked (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  csl text check (csl is null or json_valid(csl)),
  kind text check (kind = 'primary' or kind = 'secondary' or kind = 'tertiary' or kind = 'unknown'),
  origin text,
  added_at text,
  added_by text references person (id)
) strict;
insert into reference_checked select * from reference;
drop table reference;
alter table reference_checked rename to reference;

create table evidence_checked (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  claim text references claim (id),
  reference text references reference (id),
  capture text references capture (id),
  stance text check (stance = 'supports' or stance = 'refutes' or stance = 'qualifies' or stance = 'context'),
  quote text,
  place text check (place is null or json_valid(place)),
  locator text,
  note text,
  linked_at text,
  linked_by text references person (id)
) strict;
insert into evidence_checked select * from evidence;
drop table evidence;
alter table evidence_checked rename to evidence;
create index evidence_claim on evidence (claim);
create index evidence_reference on evidence (reference);

create view standing as
select o.id, o.present, o.claim, o.article, coalesce(p.revision, o.revision) as revision,
  coalesce(p.start, o.start) as start, coalesce(p."end", o."end") as "end",
  coalesce(p.exact, o.exact) as exact, coalesce(p.prefix, o.prefix) as prefix, coalesce(p.suffix, o.suffix) as suffix,
  coalesce(p.state, o.state) as state, coalesce(p.confidence, o.confidence) as confidence,
  coalesce(p.candidates, '[]') as candidates, o.made_at,
  -- of the printed pages that the article was read from, counted from 1; null where these are not known
  nullif((
    select count(*) from revision r, json_each(r.pages) s
    where r.id = coalesce(p.revision, o.revision) and s.value <= coalesce(p.start, o.start)
  ), 0) as page
from occurrence o left join placed p on p.occurrence = o.id;
