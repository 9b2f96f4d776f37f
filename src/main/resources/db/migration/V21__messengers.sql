-- Which parts of a message have been sent by a messenger, and as what: a message that is long or has files is several there.
-- Who tries again sends what is missing; who presses a button or is told of a delivery names the part.
create table messenger_part (
  message     uuid not null references message (id) on delete cascade,
  part        integer not null,
  channel     varchar(40) not null,
  provider_id varchar(200) not null,
  sent_at     timestamp with time zone not null,
  primary key (message, part)
);
create index messenger_part_provider_id on messenger_part (channel, provider_id);
create index messenger_part_sent_at on messenger_part (sent_at);

-- Until when a customer may be written to by WhatsApp: a day from their last message on. After that an approved template
-- invites them to reply, once.
create table whatsapp_window (
  customer   varchar(20) primary key, -- as WhatsApp names them: the number's digits
  open_until timestamp with time zone not null,
  invitation varchar(200),
  invited_at timestamp with time zone
);

-- What customers pressed and have been answered.
create table messenger_press (
  channel     varchar(40) not null,
  provider_id varchar(200) not null,
  pressed_at  timestamp with time zone not null,
  primary key (channel, provider_id)
);
create index messenger_press_pressed_at on messenger_press (pressed_at);
