-- Derived: where an occurrence stands on its article's newest revision, when it was made on another one. The
-- occurrence itself keeps the words, the place and the revision that a person chose, so nothing is lost by a revision
-- and going back to the old text brings every mark back.
create table placed (
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
create index placed_revision on placed (revision);
-- few are unsure among many, and they are counted after every act
create index placed_unsure on placed (occurrence) where state in ('ambiguous', 'orphaned');
create index occurrence_unsure on occurrence (article) where state in ('ambiguous', 'orphaned');

-- the same for the places that cite a footnote, which were read from the article's first revision
create table placed_footnote (
  footnote text primary key references footnote (id),
  places text not null check (json_valid(places))
) strict;

-- the occurrences as people see them: on the newest revision
create view standing as
select o.id, o.present, o.claim, o.article, coalesce(p.revision, o.revision) as revision,
  coalesce(p.start, o.start) as start, coalesce(p."end", o."end") as "end",
  coalesce(p.exact, o.exact) as exact, coalesce(p.prefix, o.prefix) as prefix, coalesce(p.suffix, o.suffix) as suffix,
  coalesce(p.state, o.state) as state, coalesce(p.confidence, o.confidence) as confidence,
  coalesce(p.candidates, '[]') as candidates, o.made_at
from occurrence o left join placed p on p.occurrence = o.id;
