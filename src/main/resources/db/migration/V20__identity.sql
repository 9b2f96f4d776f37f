-- Whether an address is a customer's, too: a code is on its way there, and whoever writes it on the ticket has proven it.
create table address_proof (
  id          uuid primary key,
  ticket      uuid not null references ticket (id),
  channel     varchar(40) not null,
  kind        varchar(40) not null,
  address     varchar(320) not null,
  code_hash   varchar(64) not null,
  tries       integer default 0 not null,
  asked_at    timestamp with time zone not null,
  expires_at  timestamp with time zone not null,
  proven_at   timestamp with time zone
);
create index address_proof_ticket on address_proof (ticket, asked_at);
create index address_proof_address on address_proof (kind, address, asked_at);
