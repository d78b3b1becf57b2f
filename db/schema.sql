-- Made from db/migrations by `npm run schema`; a test keeps it true.

CREATE TABLE project (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  title text,
  -- how this team selects and checks claims, printed in reports
  method text
) strict;

CREATE TABLE person (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  name text
) strict;

CREATE TABLE device (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  name text,
  person text references person (id)
) strict;

CREATE TABLE article (
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
, captured_at text) strict;

CREATE TABLE revision (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  article text references article (id),
  parent text references revision (id),
  document text references blob (sha256),
  sha256 text,
  person text references person (id),
  reason text,
  at text
, pages text check (pages is null or json_valid(pages))) strict;

CREATE INDEX revision_article on revision (article);

CREATE TABLE footnote (
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

CREATE INDEX footnote_article on footnote (article);

CREATE INDEX footnote_reference on footnote (reference);

CREATE TABLE capture (
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

CREATE INDEX capture_reference on capture (reference);

CREATE TABLE scale (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  name text,
  ratings text check (ratings is null or json_valid(ratings))
) strict;

CREATE TABLE verdict (
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

CREATE INDEX verdict_claim on verdict (claim, at);

CREATE TABLE comment (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  subject_kind text check (subject_kind in ('article', 'claim', 'reference', 'evidence', 'verdict')),
  subject text,
  text text,
  person text references person (id),
  at text
) strict;

CREATE INDEX comment_subject on comment (subject, at);

CREATE TABLE tag (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  name text
) strict;

CREATE TABLE tagging (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  tag text references tag (id),
  claim text references claim (id)
) strict;

CREATE INDEX tagging_claim on tagging (claim);

CREATE INDEX tagging_tag on tagging (tag);

CREATE TABLE meta (
  key text primary key,
  value text not null
) strict, without rowid;

CREATE TABLE act (
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

CREATE INDEX act_chain on act (device, sequence);

CREATE INDEX act_stamp on act (stamp);

CREATE TABLE awaited (
  tbl text not null,
  row text not null,
  col text not null,
  stamp text not null,
  primary key (tbl, row, col, stamp)
) strict, without rowid;

CREATE TABLE aside (
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

CREATE TABLE conflict (
  tbl text not null,
  row text not null,
  col text not null,
  primary key (tbl, row, col)
) strict, without rowid;

CREATE TABLE blob (
  sha256 text primary key check (length(sha256) = 64),
  -- null while the bytes have not arrived
  bytes integer
) strict;

CREATE TABLE chunk (
  blob text not null references blob (sha256),
  n integer not null,
  data blob not null,
  primary key (blob, n)
) strict;

CREATE TABLE revision_text (
  revision text primary key references revision (id),
  text text not null,
  words integer not null,
  sentences text not null check (json_valid(sentences))
) strict;

CREATE TABLE searchable (
  id integer primary key,
  kind text not null check (kind in ('article', 'claim', 'reference')),
  row text not null,
  title text not null,
  body text not null,
  unique (kind, row)
) strict;

CREATE VIRTUAL TABLE search using fts5 (
  title, body,
  content = '',
  contentless_delete = 1,
  tokenize = "porter unicode61 remove_diacritics 2"
);

CREATE VIEW claim_rating as
select claim, rating, iif(state = 'final', 'final', 'draft') as rated from (
  select claim, rating, state,
    row_number() over (partition by claim order by state = 'final' desc, at desc, id desc) as place
  from verdict
  where present = 1 and state in ('final', 'draft')
) where place = 1;

CREATE TABLE person_key (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  person text references person (id),
  recipient text,
  proof text
) strict;

CREATE INDEX person_key_person on person_key (person);

CREATE TABLE seal (
  device text not null,
  sequence integer not null check (sequence > 0),
  head text not null,
  key text not null,
  signature text not null,
  primary key (device, sequence, head, key)
) strict, without rowid;

CREATE TABLE missing (
  hash text primary key,
  device text not null,
  sequence integer not null check (sequence > 0)
) strict, without rowid;

CREATE TABLE held (
  person text not null,
  device text not null,
  sequence integer not null,
  primary key (person, device)
) strict, without rowid;

CREATE TABLE lacked (
  person text not null,
  hash text not null,
  primary key (person, hash)
) strict, without rowid;

CREATE TABLE merge (
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

CREATE TABLE merge_change (
  merge text not null references merge (id),
  tbl text not null,
  row text not null,
  col text not null,
  value any,
  primary key (merge, tbl, row, col)
) strict, without rowid;

CREATE TABLE "change" (
  tbl text not null,
  row text not null,
  col text not null,
  stamp text not null,
  act text not null,
  value any,
  head integer not null check (head in (0, 1)),
  primary key (tbl, row, col, stamp, act)
) strict, without rowid;

CREATE TABLE question (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  claim text references claim (id),
  text text,
  position real,
  asked_at text,
  asked_by text references person (id)
) strict;

CREATE INDEX question_claim on question (claim, position);

CREATE TABLE answer (
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

CREATE INDEX answer_question on answer (question, position);

CREATE INDEX answer_reference on answer (reference);

CREATE TABLE received (
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

CREATE INDEX received_subject on received (subject);

CREATE INDEX received_format on received (format, present);

CREATE TABLE placed (
  occurrence text primary key references occurrence (id),
  revision text not null references revision (id),
  start real not null,
  "end" real not null,
  exact text not null,
  prefix text not null,
  suffix text not null,
  state text not null check (state in ('exact', 'moved', 'ambiguous', 'orphaned')),
  confidence real not null,
  -- other places that may be meant, the likeliest first: [{start, end, confidence}, …]
  candidates text not null check (json_valid(candidates))
) strict;

CREATE INDEX placed_revision on placed (revision);

CREATE INDEX placed_unsure on placed (occurrence) where state in ('ambiguous', 'orphaned');

CREATE TABLE placed_footnote (
  footnote text primary key references footnote (id),
  places text not null check (json_valid(places))
) strict;

CREATE TABLE report_preset (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  name text,
  options text check (options is null or json_valid(options))
) strict;

CREATE TABLE exchange_file (
  name text primary key,
  chains text not null check (json_valid(chains)),
  readers text not null default '[]' check (json_valid(readers)),
  lacks text not null default '[]' check (json_valid(lacks))
) strict, without rowid;

CREATE TABLE "payload" (
  hash text primary key,
  body text not null
) strict;

CREATE TABLE "apart" (
  hash text primary key,
  body text not null
) strict;

CREATE TABLE "claim" (
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

CREATE INDEX claim_listed on claim (present, made_at, id);

CREATE INDEX claim_parent on claim (parent);

CREATE TABLE "occurrence" (
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

CREATE INDEX occurrence_article on occurrence (article, present, start);

CREATE INDEX occurrence_claim on occurrence (claim);

CREATE INDEX occurrence_unsure on occurrence (article) where state in ('ambiguous', 'orphaned');

CREATE TABLE "reference" (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  csl text check (csl is null or json_valid(csl)),
  kind text check (kind = 'primary' or kind = 'secondary' or kind = 'tertiary' or kind = 'unknown'),
  origin text,
  added_at text,
  added_by text references person (id)
) strict;

CREATE TABLE "evidence" (
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

CREATE INDEX evidence_claim on evidence (claim);

CREATE INDEX evidence_reference on evidence (reference);

CREATE VIEW standing as
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
