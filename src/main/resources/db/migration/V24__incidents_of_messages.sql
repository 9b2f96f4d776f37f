-- The execution at whose step the incident about a message stands; null once operators have settled it.
alter table delivery add column incident_at varchar(64);
create index delivery_incident on delivery (incident);
