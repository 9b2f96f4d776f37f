-- By when the next thing that was promised is due: lists go by it.
alter table ticket add column due_at timestamp with time zone;
create index ticket_due on ticket (holder, due_at);
create index ticket_resolved on ticket (resolved_at);

-- What was promised to a customer, and how it went: the first response of a person, each later one, the resolution.
create table service_clock (
  id                  uuid primary key,
  ticket              uuid not null references ticket (id),
  kind                varchar(20) not null,
  started_at          timestamp with time zone not null,
  warn_at             timestamp with time zone not null,
  due_at              timestamp with time zone not null,
  warn_before_seconds bigint not null,
  -- Told already: that it is near, that it has passed.
  warned              boolean not null,
  lead_brought_in     boolean not null,
  -- While the customer's reply is awaited: since when, and how much of the business hours was left.
  paused_at           timestamp with time zone,
  left_seconds        bigint,
  ended_at            timestamp with time zone,
  outcome             varchar(10),
  -- Whatever happens again, the same clock starts once.
  unique (ticket, kind, started_at)
);
create index service_clock_ended on service_clock (ended_at);
create index service_clock_due on service_clock (due_at);
