-- How far each mailbox has been read. A server that numbers its mails anew says so by another validity.
create table mail_folder (
  mailbox      varchar(40) primary key,
  uid_validity bigint not null,
  last_uid     bigint not null
);

-- Every mail that came, whole: what became of it, and what waits for a person to look at it.
create table mail (
  id           uuid primary key,
  mailbox      varchar(40) not null,
  provider_id  varchar(300) not null, -- its Message-ID with a hash of what it says
  message_id   varchar(1000),
  chain        varchar(8000) not null, -- the Message-IDs that it refers to
  sender       varchar(320), -- as the mail itself says
  subject      varchar(1000) not null,
  size         bigint not null,
  state        varchar(12) not null,
  reason       varchar(20), -- why it is no customer's message
  detail       varchar(1000),
  ticket       uuid references ticket (id),
  attempts     integer not null,
  try_at       timestamp with time zone,
  received_at  timestamp with time zone not null,
  -- What the server delivers twice is one mail.
  unique (mailbox, provider_id)
);
create index mail_ticket on mail (ticket, received_at);
create index mail_due on mail (mailbox, state, try_at);
create index mail_listed on mail (state, received_at);
create index mail_sender on mail (sender, received_at);

create table mail_piece (
  mail     uuid not null references mail (id) on delete cascade,
  position integer not null,
  bytes    bytea not null,
  primary key (mail, position)
);

-- Whose words are the customer's on a ticket: they wrote it, or we wrote to them.
create table mail_party (
  ticket   uuid not null references ticket (id),
  address  varchar(320) not null,
  proven   boolean not null, -- they got a mail of ours: nobody else wrote in their name
  quiet    boolean not null, -- a program, as it seems: it gets nothing that is written automatically
  primary key (ticket, address)
);
create index mail_party_address on mail_party (address);

-- What was sent: threads hang on it, and the limits count it. The row comes before the sending, so that a sending that is
-- repeated counts once.
create table mail_sent (
  message     uuid primary key,
  ticket      uuid not null,
  mailbox     varchar(40) not null,
  address     varchar(320) not null,
  message_id  varchar(400) not null,
  automatic   boolean not null,
  held_back   boolean not null, -- one too many
  begun_at    timestamp with time zone not null
);
create index mail_sent_ticket on mail_sent (ticket, begun_at);
create index mail_sent_address on mail_sent (address, begun_at);

-- One row for each address that got something automatic: who counts holds it, so that no two nodes count at once.
create table mail_allowance (
  address varchar(320) primary key
);
