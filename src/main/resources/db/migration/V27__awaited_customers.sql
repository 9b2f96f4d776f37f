-- Since when only the customer can let a message through: they have to write first, as on WhatsApp after a day.
alter table delivery add column awaits_customer timestamp with time zone;
-- How often the customer has written meanwhile: who was about to let it wait tries it again instead.
alter table delivery add column hurried integer default 0 not null;
-- It goes another way than the one on which it waited, once.
alter table delivery add column diverted boolean default false not null;
