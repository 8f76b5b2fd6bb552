-- Rows 2 and 3: what lies within a radius of a place, the nearest first, with the distance on the
-- ellipsoid. The R-tree answers a box that holds the circle; each of its points is measured once.
-- :LATITUDE:, :LONGITUDE: and :RADIUS: are replaced.
.load mod_spatialite
.mode json
with hits as materialized (
  select i.*, ST_Distance(i.geom, MakePoint(:LONGITUDE:, :LATITUDE:, 4326), 1) as distance_m
  from idx_incidents_geom as box join incidents as i on i.rowid = box.pkid
  where box.xmin >= :LONGITUDE: - :RADIUS: / 110000.0 / cos(radians(:LATITUDE:))
    and box.xmax <= :LONGITUDE: + :RADIUS: / 110000.0 / cos(radians(:LATITUDE:))
    and box.ymin >= :LATITUDE: - :RADIUS: / 110000.0
    and box.ymax <= :LATITUDE: + :RADIUS: / 110000.0)
select event_id_cnty, event_date, event_type, sub_event_type, actor1, country, admin1, admin2,
  location, latitude, longitude, fatalities, source, notes, distance_m
from hits where distance_m <= :RADIUS: order by distance_m, event_id_cnty;
