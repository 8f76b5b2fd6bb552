-- Rows 2 and 3: the store of SpatiaLite, made before anything is measured. :CSV: is replaced.
.load mod_spatialite
select InitSpatialMetadata(1);
create table incidents (
  event_id_cnty text, event_date text, event_type text, sub_event_type text, actor1 text,
  country text, admin1 text, admin2 text, location text, latitude real, longitude real,
  fatalities integer, source text, notes text);
.import --csv --skip 1 :CSV: incidents
select AddGeometryColumn('incidents', 'geom', 4326, 'POINT', 'XY');
begin;
update incidents set geom = MakePoint(longitude, latitude, 4326);
select CreateSpatialIndex('incidents', 'geom');
commit;
analyze;
