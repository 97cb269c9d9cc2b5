-- What somebody changed in Slack of what clients.csv says. It stands as long as the file says the same as it did then.
create table preference_edit (
    client_id    integer not null references client (id),
    field        text    not null, -- LANGUAGE, REGION, CC, PAY_RUN, PURCHASE_ORDER, LETTERS, STATEMENT, SALUTATION, THANKS
    ledger_value text, -- what the file said
    edited_by    integer not null references colleague (id),
    edited_at    integer not null,
    primary key (client_id, field)
) without rowid;

-- A client's timeline is read page by page, and its payments at once.
drop index activity_client;
create index activity_client on activity (client_id, at, id);
create index activity_payment on activity (client_id, at) where kind = 'INVOICE_PAID';
create index payment_plan_client on payment_plan (client_id);
create index dispute_client on dispute (client_id) where resolved_at is null;
