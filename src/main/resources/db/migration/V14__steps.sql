-- How long tickets were at each step and how they went on: counted once when a day (steps of machines and customers) or a
-- week (steps of people) is over, out of the engine's history. Holds only what may be told, and nobody's name.
create table step_block (
  first_day date not null,
  days      integer not null,
  drawn_at  timestamp with time zone not null,
  primary key (first_day, days)
);

-- Durations by class: twenty classes make a tenfold.
create table step_time (
  first_day  date not null,
  days       integer not null,
  process    varchar(255) not null,
  step       varchar(255) not null,
  time_class integer not null,
  cases      bigint not null,
  primary key (process, days, first_day, step, time_class),
  foreign key (first_day, days) references step_block (first_day, days) on delete cascade
);

-- next is '' where no step follows.
create table step_way (
  first_day date not null,
  days      integer not null,
  process   varchar(255) not null,
  step      varchar(255) not null,
  how       varchar(10) not null,
  next_step varchar(255) not null,
  cases     bigint not null,
  primary key (process, days, first_day, step, how, next_step),
  foreign key (first_day, days) references step_block (first_day, days) on delete cascade
);

-- Who looked at the figures of steps of people, once a day and process; agents read it on "My work".
create table step_look (
  looked_on date not null,
  looked_by varchar(64) not null,
  process   varchar(255) not null,
  looked_at timestamp with time zone not null,
  shown     boolean not null,
  primary key (looked_on, looked_by, process)
);
