-- What agents wrote, by agent: the desk stores a message under an id of its own, desk/<ticket>/<agent>/<id>. Nothing is
-- written down only to measure somebody.
create view agent_message as
  select id, ticket, internal, written_at,
         substring(provider_id from 43 for greatest(position('/' in substring(provider_id from 43)) - 1, 0)) as agent
  from message
  where author = 'AGENT' and provider_id like 'desk/%';
create index message_by_author on message (author, written_at);

-- A month's figures of groups are drawn up once, when the month is over, and never change: whoever looks before and after
-- somebody joins a group, or a late rating comes, learns nothing from the difference.
create table month_drawn_up (
  in_month    varchar(7) primary key,
  drawn_at timestamp with time zone not null
);

-- Holds only what may be shown.
create table group_figure (
  in_month  varchar(7) not null references month_drawn_up (in_month),
  team   varchar(64) not null,
  figure varchar(30) not null,
  cases  bigint not null,
  total  double precision not null,
  primary key (in_month, team, figure)
);

-- Whom the figures of a group include, so that they can read who looked.
create table counted_agent (
  in_month  varchar(7) not null references month_drawn_up (in_month),
  team   varchar(64) not null,
  agent  varchar(64) not null,
  primary key (in_month, team, agent)
);
create index counted_agent_agent on counted_agent (agent);

-- Every look at the figures of a group.
create table look (
  id        uuid primary key,
  looked_at timestamp with time zone not null,
  looked_by varchar(64) not null,
  in_month     varchar(7) not null,
  team      varchar(64) not null,
  shown     boolean not null
);
create index look_group on look (in_month, team);
create index look_looker on look (looked_by);
