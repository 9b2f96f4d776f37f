-- Which way a ticket takes to a person. The queue stands as candidate group at its task, too: "payments.de" are those who
-- have the skill and speak the language, "agents" a group as a whole, "@anna" the one who knows the customer.
alter table ticket add column skill varchar(64);
alter table ticket add column queue varchar(80);
alter table ticket add column kept_for varchar(64);
alter table ticket add column kept_until timestamp with time zone;
-- Who has helped last; unlike the agent it is not forgotten when the ticket waits again.
alter table ticket add column helped_by varchar(64);
update ticket set helped_by = agent where agent is not null;

-- "Give me the next": the first of a queue is the first of this index.
create index ticket_queue on ticket (queue, holder, priority desc, due_at asc nulls last, waiting_since);
create index ticket_kept on ticket (kept_until);

-- What one agent has set for themselves, and when they were last at the desk. Nobody else reads it.
create table seat (
  agent        varchar(64) primary key,
  ticket_limit integer,
  away         boolean default false not null,
  last_seen    timestamp with time zone
);
