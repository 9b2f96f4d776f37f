-- What forgotten tickets have counted for, by day: figures stay when conversations go. Nobody's name, and no ticket.
create table past_figure (
  happened_on date not null,
  figure      varchar(40) not null,
  cases       bigint not null,
  total       double precision not null,
  primary key (happened_on, figure)
);

-- How far the cleaning of the latest night has come, for each kind of rows.
create table cleaning (
  kind     varchar(40) primary key,
  night    timestamp with time zone not null, -- when the night began
  removed  bigint not null, -- that night
  ended_at timestamp with time zone -- null: not yet
);

-- A ticket that goes is looked for where others may point to it.
create index ticket_previous on ticket (previous);
create index news_ticket on news (ticket);
create index news_request on news (request);
