-- Where a customer is reached. Channels that share a kind of address (all mailboxes) share their customers.
create table customer_address (
  id          uuid primary key,
  customer    uuid not null references customer (id),
  kind        varchar(40) not null,
  address     varchar(320) not null,
  known_since timestamp with time zone not null,
  unique (kind, address)
);
create index customer_address_customer on customer_address (customer);

-- Where this ticket's customer hears of us: null where they fetch what is said.
alter table ticket add column address varchar(320);

-- What is to leave the house waits here until its channel has taken it.
alter table delivery add column channel varchar(40);
alter table delivery add column address varchar(320);
alter table delivery add column asks_rating boolean default false not null;
alter table delivery add column queued_at timestamp with time zone;
alter table delivery add column due_at timestamp with time zone;
alter table delivery add column attempts integer default 0 not null;
-- A node is sending it until then.
alter table delivery add column claimed_until timestamp with time zone;
alter table delivery add column reason varchar(500);
alter table delivery add column provider_id varchar(300);
-- The engine's incident that tells operators of it.
alter table delivery add column incident varchar(64);
create index delivery_queue on delivery (channel, state, due_at);
create index delivery_provider on delivery (channel, provider_id);

-- What only one node does at a time: reading a mailbox, asking a provider for news.
create table lease (
  name       varchar(100) primary key,
  holder     varchar(64) not null,
  held_until timestamp with time zone not null
);
