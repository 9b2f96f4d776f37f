-- What a system has posted: the same again gets the same answer, something else under the same id is refused.
create table webhook_delivery (
  channel     varchar(40) not null,
  id          varchar(100) not null,
  body_hash   varchar(64) not null,
  -- null until it is known
  answer      varchar(2000),
  received_at timestamp with time zone not null,
  primary key (channel, id)
);
create index webhook_delivery_age on webhook_delivery (received_at);
