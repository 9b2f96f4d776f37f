-- When all that was too old had last been removed; no night that begins takes it back, so an alert can go by it.
alter table cleaning add column last_ended_at timestamp with time zone;
update cleaning set last_ended_at = coalesce(ended_at, night);
