-- Most of what was ever sent is sent. What waits is asked for of one channel and of all of them: by its state first, both find it.
drop index delivery_queue;
create index delivery_queue on delivery (state, channel, due_at);
