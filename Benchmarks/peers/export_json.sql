-- Row 6: SQLite's own functions write a feature a line. :PROPERTIES: is replaced by the names and
-- columns of the properties; latitude and longitude have columns of their own in the store.
.mode list
.print {"type":"FeatureCollection","name":"incidents","features":[
select iif(fid = (select min(fid) from incidents), '', ',') || json_object(
  'type', 'Feature', 'id', incident_id,
  'geometry', iif(longitude is null, null,
    json_object('type', 'Point', 'coordinates', json_array(longitude, latitude))),
  'properties', json_object(:PROPERTIES:))
from incidents order by fid;
.print ]}
