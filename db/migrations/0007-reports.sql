-- options for reports that a team keeps under a name: language, parts, order, scale, citation style, team, logo, note
create table report_preset (
  id text primary key,
  present integer not null default 0 check (present in (0, 1)),
  name text,
  options text check (options is null or json_valid(options))
) strict;
