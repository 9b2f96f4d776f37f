-- How open tickets were taken to the version of the processes that is live: only when an owner says so.
create table process_migration (
  id         uuid primary key,
  dry_run    boolean not null, -- it only finds out what would happen
  deployment varchar(64) not null, -- the engine's, to which the tickets go
  started_at timestamp with time zone not null,
  started_by varchar(255) not null,
  state      varchar(10) not null,
  -- True or nothing: so that the index lets one run at a time, over all nodes.
  running    boolean,
  -- The engine's process of the last ticket that was looked at; they come in the order of their ids.
  done_up_to varchar(64) not null,
  ended_at   timestamp with time zone
);
create unique index process_migration_running on process_migration (running);
create index process_migration_started on process_migration (started_at);

-- What came of it: counted, so that it stays small however many tickets there are.
create table process_migration_result (
  migration uuid not null references process_migration (id) on delete cascade,
  process   varchar(255) not null,
  version   integer not null, -- from which the tickets came
  outcome   varchar(20) not null,
  element   varchar(255) not null, -- at which they stand, if that is why they stay
  label     varchar(1000),
  detail    varchar(2000), -- the engine's words
  tickets   integer not null,
  example   bigint, -- one of them, by its number
  primary key (migration, process, version, outcome, element)
);
