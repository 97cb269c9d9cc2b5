alter table reminder add column cadence text;                          -- empty: a person asked for it
alter table reminder add column mode text;                             -- DRAFT, VETO, AUTOMATIC
alter table reminder add column letter text;                           -- the name of its words; empty: those nearest to its step
alter table reminder add column tone text not null default 'NEUTRAL';  -- FRIENDLY, NEUTRAL, FIRM
alter table reminder add column only_about integer not null default 0;   -- the invoice, of a client who gets a letter for each; 0: no such client
alter table reminder add column own_subject text;                      -- what a person wrote instead of the template's
alter table reminder add column note text;                             -- a paragraph that a person added
alter table reminder add column leaves_at integer not null default 0;       -- from then on it may leave
alter table reminder add column closes_at integer not null default 0;       -- from then on it may not: the client's hours are over

drop index reminder_one_a_day;
create unique index reminder_one_a_day on reminder (client_id, day, only_about) where state <> 'CANCELLED';
create index reminder_leaves on reminder (leaves_at) where state = 'PENDING';

alter table reminder_invoice add column listed boolean not null default false; -- it is open too, and its step is not written
drop index reminder_once;
create unique index reminder_once on reminder_invoice (invoice_id, step, due_on) where left_out is null and not listed;

-- Why the letter for a step was not written, as it was decided on those days.
create table letter_rest (
    invoice_id integer not null references invoice (id),
    due_on     text not null,
    step       integer not null,
    reason     text    not null,
    cadence    text    not null,
    until_on   text, -- the last day for which it holds; empty where nobody knows it
    first_on   text not null,
    last_on    text not null,
    primary key (invoice_id, due_on, step, reason)
);
create index letter_rest_last_on on letter_rest (last_on, reason);

-- The cadences in force are those of the newest row.
create table cadence_file (
    id    integer primary key,
    words text    not null,
    since integer not null
);
