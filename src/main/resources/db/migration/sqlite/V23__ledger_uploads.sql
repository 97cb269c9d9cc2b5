-- A file that a finance lead dropped into the bot's direct messages, from its arrival to its import or its end.
create table ledger_upload (
    id         integer primary key,
    file_id    text    not null unique, -- Slack's: one that is told of again is the same
    name       text    not null,
    address    text    not null,
    channel    text    not null,
    dropped_at integer not null,
    state      text    not null, -- ARRIVED, WAITING, IMPORTING, IMPORTED, REFUSED, CANCELLED, EXPIRED
    changed_at integer not null,
    ledger     text    not null default '', -- the state of the ledger in which it was looked at
    said       text    not null default '', -- what its card says of it
    decided_by integer references colleague (id)
);
create index ledger_upload_unfinished on ledger_upload (state, changed_at) where state in ('ARRIVED', 'WAITING', 'IMPORTING');

-- Its bytes while somebody may still import them, each part packed by itself.
create table ledger_upload_part (
    upload_id integer not null references ledger_upload (id),
    number    integer not null,
    packed    blob not null,
    primary key (upload_id, number)
);
