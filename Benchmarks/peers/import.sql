-- Row 12: a dump into a table, an index of its names, and a full-text index that folds.
create table place (
  geonameid integer primary key, name text, asciiname text, alternatenames text, latitude real,
  longitude real, class text, code text, country text, cc2 text, admin1 text, admin2 text,
  admin3 text, admin4 text, population integer, elevation integer, dem integer, timezone text,
  modified text);
.mode ascii
.separator "\t" "\n"
.import :DUMP: place
create index place_name on place (name);
create virtual table place_text using fts5 (
  name, content = 'place', content_rowid = 'geonameid', tokenize = 'unicode61 remove_diacritics 2');
insert into place_text (place_text) values ('rebuild');
select count(*) from place;
