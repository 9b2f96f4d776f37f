-- Our own mail server says that the mail may not come from where it says.
alter table mail add column sender_doubted boolean default false not null;
alter table message add column sender_doubted boolean default false not null;
