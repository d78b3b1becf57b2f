-- when the copy that an article was read from was made, as the copy itself states it (a saved page, a web archive)
alter table article add column captured_at text;
