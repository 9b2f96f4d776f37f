-- One dialect for H2 and PostgreSQL. Times are instants, ids are UUIDv7.

create sequence ticket_number start with 1001;

create table customer (
  id         uuid primary key,
  name       varchar(200),
  created_at timestamp with time zone not null
);

create table ticket (
  id               uuid primary key,
  number           bigint not null unique,
  customer         uuid not null references customer (id),
  previous         uuid references ticket (id),
  channel          varchar(40) not null,
  language         varchar(10) not null,
  state            varchar(10) not null,
  holder           varchar(10) not null,
  agent            varchar(64),
  topic            varchar(100),
  handover         varchar(30),
  priority         integer default 0 not null,
  resolution       varchar(20),
  resolutions      integer not null,
  messages         integer not null,
  opened_at        timestamp with time zone not null,
  waiting_since    timestamp with time zone,
  waited_seconds   bigint,
  resolved_at      timestamp with time zone,
  rating_asked_at  timestamp with time zone,
  closed_at        timestamp with time zone,
  reopenable_until timestamp with time zone,
  version          integer not null
);
create index ticket_customer on ticket (customer);
create index ticket_topic on ticket (topic);
create index ticket_waiting on ticket (holder, waiting_since);
create index ticket_handed_over on ticket (waiting_since, waited_seconds);

create table message (
  id          uuid primary key,
  ticket      uuid not null references ticket (id),
  position    integer not null,
  author      varchar(10) not null,
  name        varchar(200),
  text        varchar(1000000) not null,
  internal    boolean not null,
  sources     varchar(4000),
  topic       varchar(100),
  confidence  double precision,
  helped      boolean,
  channel     varchar(40) not null,
  provider_id varchar(300),
  written_at  timestamp with time zone not null,
  unique (ticket, position),
  -- A message that a channel delivers twice is stored once.
  unique (channel, provider_id)
);

-- What the bot would say: sent as a message if the process says so, else offered to the agent.
create table answer (
  ticket       uuid primary key references ticket (id),
  message      uuid not null,
  based_on     integer not null,
  article      varchar(100),
  topic        varchar(100),
  text         varchar(1000000) not null,
  sources      varchar(4000),
  confidence   double precision not null,
  found_at     timestamp with time zone not null
);

create table delivery (
  message      uuid primary key references message (id),
  state        varchar(10) not null,
  recorded_at  timestamp with time zone not null
);

create table rating (
  ticket      uuid not null references ticket (id),
  resolution  integer not null,
  score       integer not null,
  comment     varchar(10000),
  rated_at    timestamp with time zone not null,
  primary key (ticket, resolution)
);

create table brief (
  ticket      uuid primary key references ticket (id),
  content     varchar(100000) not null,
  written_at  timestamp with time zone not null
);

-- What an agent has typed and not sent yet; nobody else reads it.
create table draft (
  ticket     uuid not null references ticket (id),
  agent      varchar(64) not null,
  text       varchar(1000000) not null,
  saved_at   timestamp with time zone not null,
  primary key (ticket, agent)
);

-- Keys that this installation made for itself.
create table secret (
  name  varchar(40) primary key,
  base64 varchar(200) not null
);
