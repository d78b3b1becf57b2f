-- The nouns. Every shared table is written only by acts, cell by cell (src-main/domain/tables.ts), in any order:
-- so each cell may be empty, and a row counts once `present` is 1. Nothing is ever deleted.

create table project (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  title text,
  -- how this team selects and checks claims, printed in reports
  method text
) strict;

create table person (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  name text
) strict;

-- one installation of Assay that writes acts
create table device (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  name text,
  person text references person (id)
) strict;

-- a text under examination; `original` are the bytes it came from, never changed
create table article (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  title text,
  author text,
  publisher text,
  address text,
  published text,
  language text,
  original text references blob (sha256),
  original_name text,
  format text,
  encoding text,
  warnings text check (warnings is null or json_valid(warnings)),
  imported_at text,
  imported_by text references person (id)
) strict;

-- one immutable state of an article's text; `document` is ProseMirror JSON, `sha256` covers the canonical text
create table revision (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  article text references article (id),
  parent text references revision (id),
  document text references blob (sha256),
  sha256 text,
  person text references person (id),
  reason text,
  at text
) strict;
create index revision_article on revision (article);

-- a numbered note of an article that proposes a reference; `places` are the spans that cite it
create table footnote (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  article text references article (id),
  label text,
  text text,
  address text,
  places text check (places is null or json_valid(places)),
  position real,
  reference text references reference (id),
  dismissed integer check (dismissed in (0, 1))
) strict;
create index footnote_article on footnote (article);
create index footnote_reference on footnote (reference);

-- a statement that someone made. Verifiability, status and verdict are three different things.
create table claim (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  wording text,
  claimant text,
  claimed_on text,
  claimed_where text,
  type text check (type in ('event-or-property', 'numerical', 'causal', 'quote', 'position')),
  verifiability text check (verifiability in ('verifiable', 'unverifiable', 'not-a-claim', 'undecided')),
  reason text check (reason in ('opinion', 'prediction', 'too-vague', 'anonymous-source',
    'personal-experience', 'question-or-appeal', 'satire')),
  checkable_on text,
  status text check (status in ('open', 'in-progress', 'in-review', 'done')),
  assignee text references person (id),
  priority text check (priority in ('low', 'normal', 'high', 'urgent')),
  parent text references claim (id),
  made_at text,
  made_by text references person (id)
) strict;
create index claim_listed on claim (present, made_at, id);
create index claim_parent on claim (parent);

-- one place where a claim appears: quote and position selectors in UTF-16 units of the canonical text
create table occurrence (
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
  state text check (state in ('exact', 'moved', 'ambiguous', 'orphaned')),
  confidence real,
  made_at text,
  made_by text references person (id)
) strict;
create index occurrence_article on occurrence (article, present, start);
create index occurrence_claim on occurrence (claim);

-- an external source as a CSL-JSON item; `origin` groups sources that repeat one another
create table reference (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  csl text check (csl is null or json_valid(csl)),
  kind text check (kind in ('primary', 'secondary', 'tertiary', 'unknown')),
  origin text,
  added_at text,
  added_by text references person (id)
) strict;

-- an archived copy of a reference; `text` is what could be read out of it
create table capture (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  reference text references reference (id),
  bytes text references blob (sha256),
  name text,
  media_type text,
  text text references blob (sha256),
  captured_at text,
  captured_by text references person (id)
) strict;
create index capture_reference on capture (reference);

-- the link from a claim to a reference; `place` is where the quote stands in the capture's text
create table evidence (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  claim text references claim (id),
  reference text references reference (id),
  capture text references capture (id),
  stance text check (stance in ('supports', 'refutes', 'qualifies', 'context')),
  quote text,
  place text check (place is null or json_valid(place)),
  locator text,
  note text,
  linked_at text,
  linked_by text references person (id)
) strict;
create index evidence_claim on evidence (claim);
create index evidence_reference on evidence (reference);

-- a named list of ratings with colours, order, value and AVeriTeC label
create table scale (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  name text,
  ratings text check (ratings is null or json_valid(ratings))
) strict;

-- one person's rating of a claim; append-only: a change of mind is a new row
create table verdict (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  claim text references claim (id),
  scale text references scale (id),
  rating text,
  justification text check (justification is null or json_valid(justification)),
  confidence text check (confidence in ('low', 'medium', 'high')),
  known_as_of text,
  person text references person (id),
  at text,
  state text check (state in ('draft', 'final', 'corrected', 'void')),
  replaces text references verdict (id),
  why text
) strict;
create index verdict_claim on verdict (claim, at);

create table comment (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  subject_kind text check (subject_kind in ('article', 'claim', 'reference', 'evidence', 'verdict')),
  subject text,
  text text,
  person text references person (id),
  at text
) strict;
create index comment_subject on comment (subject, at);

create table tag (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  name text
) strict;

create table tagging (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  tag text references tag (id),
  claim text references claim (id)
) strict;
create index tagging_claim on tagging (claim);
create index tagging_tag on tagging (tag);
