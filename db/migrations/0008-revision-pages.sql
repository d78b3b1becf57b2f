-- where the printed pages of an article begin, as offsets in the revision's text; null where it has none (only PDF has)
alter table revision add column pages text check (pages is null or json_valid(pages));
