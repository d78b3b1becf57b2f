-- Files of an exchange folder whose acts are all here: merged from it, or written to it by this file's owner. Local: it
-- says what this file holds, so a copy or a restored backup stays right; where the folder is stands in the home.

-- `name` is `device/number-sha256.assaypack`; `chains` the runs of acts in it, [{device, first, last, acts}, …];
-- `readers` the age addresses that can open it, none where everybody can; `lacks` the contents its writer did not have
create table exchange_file (
  name text primary key,
  chains text not null check (json_valid(chains)),
  readers text not null default '[]' check (json_valid(readers)),
  lacks text not null default '[]' check (json_valid(lacks))
) strict, without rowid;
