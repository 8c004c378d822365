-- Where an address is on the map (WGS 84), as its source tells it: hl7.org/fhir/R4/extension-geolocation.html.
alter table clients.address
    add latitude  double precision check (latitude between -90 and 90),
    add longitude double precision check (longitude between -180 and 180),
    add check ((latitude is null) = (longitude is null));
