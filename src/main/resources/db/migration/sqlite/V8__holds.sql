create table hold (
    id          integer primary key,
    client_id   integer not null references client (id),
    invoice_id  integer references invoice (id), -- empty: all that the client owes
    until_on    text not null,                -- the last day for which it holds
    reason      text not null,
    author_id   integer not null references colleague (id),
    at          integer not null,
    released_by integer references colleague (id),
    released_at integer
);
create index hold_client on hold (client_id, until_on);
