create table mailbox_position (
    mailbox      text    not null primary key,
    uid_validity integer not null,
    last_uid     integer not null, -- of the last mail that was handled
    moved_at     integer not null
);

create table outgoing_mail (
    message_id text    not null primary key,
    client_id  integer not null references client (id),
    kind       text    not null, -- LETTER, REPLY, THANKS
    token      text    not null unique, -- in the address to which an answer goes
    at         integer not null
);
create index outgoing_mail_client on outgoing_mail (client_id, at);

create table incoming_mail (
    id           integer primary key,
    mail_key     text    not null unique, -- a mail is handled once
    message_id   text,
    client_id    integer references client (id),
    answers      text references outgoing_mail (message_id),
    from_address text,
    from_name    text,
    subject      text    not null,
    text         text    not null,
    kind         text    not null, -- REPLY, AUTOMATIC, BOUNCE, DELAY, TEAM, UNKNOWN_SENDER
    known_sender boolean not null,
    cut_off      boolean not null,
    arrived_at   integer not null,
    state        text    not null, -- WAITING, ANSWERED, TAKEN_UP, NO_ACTION, NOTED
    settled_by   integer references colleague (id),
    settled_at   integer
);
create index incoming_mail_client on incoming_mail (client_id, arrived_at);
create index incoming_mail_waiting on incoming_mail (client_id) where state = 'WAITING';

create table incoming_attachment (
    incoming_mail_id integer not null references incoming_mail (id),
    number           integer not null,
    name             text    not null,
    type             text    not null,
    size             integer not null,
    content          blob, -- empty: too large to be kept
    primary key (incoming_mail_id, number)
) without rowid;

create table answer (
    message_id       text    not null primary key references outgoing_mail (message_id),
    incoming_mail_id integer not null references incoming_mail (id),
    author_id        integer not null references colleague (id),
    subject          text    not null,
    text             text    not null,
    state            text    not null, -- SENDING, SENT, FAILED, UNKNOWN
    reason           text,
    changed_at       integer not null
);
create index answer_incoming_mail on answer (incoming_mail_id);
create index answer_state on answer (state);

create table suspended_address (
    address   text    not null primary key, -- in lower case
    since     integer not null,
    reason    text    not null,
    report_id integer not null references incoming_mail (id),
    lifted_at integer
);
create index suspended_address_report on suspended_address (report_id);
