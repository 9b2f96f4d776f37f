-- Of each sender the first mail that waits to be sorted; the others wait for it.
create index mail_waiting on mail (state, sender, received_at);
