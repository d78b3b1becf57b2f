-- Questions with their answers (AVeriTeC protocol), what a claim's makers and checkers say about it, and what other
-- programs said of our rows, kept as they said it.

-- what must be known to decide a claim
create table question (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  claim text references claim (id),
  text text,
  position real,
  asked_at text,
  asked_by text references person (id)
) strict;
create index question_claim on question (claim, position);

-- one answer to a question; several are allowed, since sources differ
create table answer (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  question text references question (id),
  text text,
  type text check (type in ('extractive', 'abstractive', 'boolean', 'unanswerable')),
  -- what a yes or no rests on
  explanation text,
  medium text check (medium in ('web-text', 'pdf', 'metadata', 'web-table', 'image', 'video', 'audio', 'other')),
  reference text references reference (id),
  evidence text references evidence (id),
  position real,
  answered_at text,
  answered_by text references person (id)
) strict;
create index answer_question on answer (question, position);
create index answer_reference on answer (reference);

-- all types of a claim, the leading one first; `type` stays the leading one for programs that know only one
alter table claim add column types text check (types is null or json_valid(types));
-- how it was checked, as AVeriTeC names it
alter table claim add column strategies text check (strategies is null or json_valid(strategies));
-- ISO 3166-1 code of the country where it was made or matters
alter table claim add column country text;
-- who published it, who need not be the claimant
alter table claim add column reported_by text;
-- where it was published, an archived copy of that page, and the page of the published check
alter table claim add column address text;
alter table claim add column cached_address text;
alter table claim add column check_address text;

-- what another program said of one of our rows: so that its file can be given back with the same identities
create table received (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  format text,
  -- the other program's own name for it
  key text,
  subject_kind text check (subject_kind in
    ('project', 'article', 'claim', 'occurrence', 'evidence', 'verdict', 'question', 'answer', 'comment')),
  subject text,
  data text check (data is null or json_valid(data)),
  bytes text references blob (sha256),
  received_at text,
  received_by text references person (id)
) strict;
create index received_subject on received (subject);
create index received_format on received (format, present);
