-- Files of an exchange folder whose acts are all here: merged from it, or written to it by this file's owner. Local: it
-- says what this file holds, so a copy or a restored backup stays right; where the folder is stands in the home.

-- `name` is `device/number-sha256.assaypack`; `chains` the runs of acts in it, [{device, first, last, acts}, …]
create table exchange_file (
  name text primary key,
  chains text not null check (json_valid(chains))
) strict, without rowid;
