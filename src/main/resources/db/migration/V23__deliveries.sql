-- How often a message found its channel down although others got through in between, and when it did so last: a channel
-- that is down for one message only is not down.
alter table delivery add column downs integer default 0 not null;
alter table delivery add column down_at timestamp with time zone;
