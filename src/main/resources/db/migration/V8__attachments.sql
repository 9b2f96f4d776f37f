-- Files of customers and agents. A file is held first; the message that names it takes it along. What no message takes is
-- swept after a day. The id is random, not ordered by time: nobody can guess it.
create table attachment (
  id        uuid primary key,
  holder    varchar(400) not null, -- who may name it
  message   uuid references message (id),
  position  integer,
  name      varchar(300) not null,
  type      varchar(200) not null,
  size      bigint not null,
  preview   boolean not null,
  held_at   timestamp with time zone not null
);
create index attachment_message on attachment (message);
create index attachment_holder on attachment (holder);

-- The bytes, in pieces: so they are read and written one after the other, in H2 and PostgreSQL alike.
create table attachment_piece (
  attachment uuid not null references attachment (id) on delete cascade,
  part       varchar(10) not null, -- the file itself or its preview
  position   integer not null,
  bytes      bytea not null,
  primary key (attachment, part, position)
);
