-- What offers have been worth so far, topic by topic. Nothing here names a person or a ticket: it can never become a
-- figure about anybody. Item: an article's id, or a fingerprint of a reply without personal data.
create table offer_experience (
  kind         varchar(10) not null,
  item         varchar(100) not null,
  topic        varchar(100) not null,
  offered      integer not null,
  used         integer not null,
  last_offered date not null,
  primary key (kind, item, topic)
);
create index offer_experience_age on offer_experience (last_offered);

-- One showing of an offer, so that using it counts once. Random ids, no time of day: it leads to no ticket and nobody.
create table offer_shown (
  id       uuid primary key,
  kind     varchar(10) not null,
  item     varchar(100) not null,
  topic    varchar(100) not null,
  used     boolean not null,
  shown_on date not null
);
create index offer_shown_age on offer_shown (shown_on);

-- The reply that is drafted for the agent, without greeting and farewell; a ticket has one, the latest.
create table drafted_reply (
  ticket    uuid primary key references ticket (id),
  based_on  integer not null,
  kind      varchar(10) not null,
  item      varchar(100) not null,
  text      varchar(1000000) not null
);

-- Which solved tickets are to be known for their likeness is asked by the time of their closing.
create index ticket_closed on ticket (closed_at);

-- What agents write and share. Who wrote it is nobody's business. A deleted block can be brought back; its handle
-- (language and shortcut, unique among those that live) is free meanwhile.
create table text_block (
  id         uuid primary key,
  version    integer not null,
  title      varchar(200) not null,
  shortcut   varchar(40) not null,
  language   varchar(10) not null,
  text       varchar(20000) not null,
  handle     varchar(60) unique,
  changed_at timestamp with time zone not null
);
