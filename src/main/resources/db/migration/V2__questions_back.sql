-- Two close articles: the bot asks back which one the customer means. Like sources: {"list": [{"article", "title"}]}.
alter table message add column choices varchar(4000);
alter table answer add column choices varchar(4000);
