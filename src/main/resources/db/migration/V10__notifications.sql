-- What agents are told of, for a day. It names nobody: who hears it is read from the ticket or the request at that moment.
create table news (
  id         uuid primary key,
  -- Given after the commit, one after the other: what is numbered can be seen, so nobody who reads on misses a number.
  position   bigint unique,
  kind       varchar(10) not null,
  ticket     uuid not null references ticket (id) on delete cascade,
  -- Those who saw it there know of it already.
  left_queue varchar(80),
  -- So does the one who helped last: they gave it back, or it was kept for them.
  but_helper boolean not null,
  -- A colleague's task, what it is known by in the record, and which group is asked.
  task       varchar(64),
  request    uuid references colleague_request (id) on delete cascade,
  team       varchar(64),
  written_at timestamp with time zone not null
);
create index news_age on news (written_at);

create table news_position (
  last bigint not null
);
insert into news_position (last) values (0);
