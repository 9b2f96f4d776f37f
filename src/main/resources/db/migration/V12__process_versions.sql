-- Every state of processes/ that came to the gate: what went live, and the latest of what was refused.
create table process_version (
  number     integer primary key,
  -- Of all names and contents together: the same files have the same fingerprint.
  hash       varchar(64) not null,
  -- The version that its files are told against; none for the first one.
  base       integer,
  saved_at   timestamp with time zone not null,
  saved_by   varchar(255) not null,
  way        varchar(10) not null, -- by which it came
  refused    boolean not null,
  findings   varchar(1000000) not null, -- JSON
  deployment varchar(64), -- the engine's
  restored   integer -- the version whose files it brought back
);
create index process_version_refused on process_version (refused, number);
create index process_version_hash on process_version (hash);

-- Each content once, however many versions and files have it.
create table process_content (
  hash  varchar(64) primary key,
  bytes bytea not null
);

-- Only what is other than in the version before: a save of one file writes one row.
create table process_file (
  version integer not null references process_version (number) on delete cascade,
  name    varchar(500) not null,
  content varchar(64) references process_content (hash), -- none: the file was removed
  size    integer not null,
  primary key (version, name)
);
create index process_file_name on process_file (name, version);
create index process_file_content on process_file (content);

-- One row, and whoever brings something in holds it meanwhile: one node at a time. The others ask it what is live.
create table process_gate (
  live    integer references process_version (number),
  refused integer references process_version (number), -- last, and not put right since
  last    integer not null
);
insert into process_gate (live, refused, last) values (null, null, 0);
