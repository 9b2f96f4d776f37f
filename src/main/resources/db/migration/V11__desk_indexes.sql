-- How a topic is rated is asked each minute for each topic that is talked of: it reads these two and not all ratings and
-- all tickets of the topic.
create index rating_recent on rating (rated_at, ticket, resolution, score);
create index ticket_rated on ticket (topic, id, resolutions, resolution);
