-- Tickets are gone through by the business key, under which a ticket and what colleagues are asked about it run.
alter table process_migration alter column done_up_to set data type varchar(255);
