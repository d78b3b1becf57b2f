-- What acts did, kept in the order in which it came, with the hash in an index of its own: in a table that is sorted by
-- the hash, every look-up reads through whole bodies on its way, and every body takes a page more.

create table payload_in_order (
  hash text primary key,
  body text not null
) strict;
insert into payload_in_order (hash, body)
select p.hash, p.body from payload p left join act a on a.payload = p.hash group by p.hash order by min(a.arrival), p.hash;
drop table payload;
alter table payload_in_order rename to payload;

create table apart_in_order (
  hash text primary key,
  body text not null
) strict;
insert into apart_in_order (hash, body) select hash, body from apart;
drop table apart;
alter table apart_in_order rename to apart;
