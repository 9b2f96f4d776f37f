-- What an agent may read about their own work is found by their name, and not by passing over all that was ever said.
alter table message add column agent varchar(64);
update message set agent = (select v.agent from agent_message v where v.id = message.id)
  where author = 'AGENT' and provider_id like 'desk/%';
create index message_by_agent on message (agent, written_at);
create index ticket_agent on ticket (agent);
create index colleague_request_asker on colleague_request (asker);
create index colleague_request_colleague on colleague_request (colleague);
