-- Tickets that have to do with one another. A merged ticket goes on in the one that it names.
alter table ticket add column merged_into uuid references ticket (id);
create index ticket_merged_into on ticket (merged_into);

-- kind LINK has no direction (the smaller id stands first); SPLIT: other was split off ticket.
create table ticket_relation (
  ticket  uuid not null references ticket (id),
  other   uuid not null references ticket (id),
  kind    varchar(10) not null,
  -- The request that split it off: the same again is the same split.
  request varchar(300) unique,
  primary key (ticket, other, kind)
);
create index ticket_relation_other on ticket_relation (other);

-- Who asked or named whom in a note; the engine's variables name nobody.
create table colleague_request (
  id        uuid primary key,
  note      uuid not null references message (id),
  asker     varchar(64) not null,
  colleague varchar(64),
  process   varchar(64) unique
);
create index colleague_request_note on colleague_request (note);
