-- Dates are ISO text (yyyy-mm-dd), instants are milliseconds since 1970 (UTC), money is minor units of the row's currency.

create table colleague (
    id            integer primary key,
    slack_user_id text unique,
    email         text unique,
    name          text    not null
);

create table client (
    id                 integer primary key,
    name               text    not null,
    name_key           text    not null unique,
    contact_name       text,
    contact_email      text,
    account_manager_id integer references colleague (id),
    language           text,
    time_zone          text,
    country            text
);
create index client_account_manager on client (account_manager_id);

create table client_word (
    word      text    not null,
    client_id integer not null references client (id),
    primary key (word, client_id)
) without rowid;

create table invoice (
    id         integer primary key,
    number     text    not null,
    number_key text    not null unique,
    client_id  integer not null references client (id),
    issued_on  text    not null,
    due_on     text    not null,
    currency   text    not null,
    total      integer not null,
    paid       integer not null,
    open_until text    not null, -- the first day on which it is open no more; 9999-12-31 while nobody knows it
    closed_by  text,             -- PAYMENT or VOID once open_until is known
    disputed   boolean not null,
    noted      boolean not null, -- whether the team has been told that it was closed
    missing    boolean not null default false -- whether the ledger's newest reading did not have it
);
create index invoice_open on invoice (open_until, due_on);
create index invoice_client on invoice (client_id, due_on);
create index invoice_to_note on invoice (open_until) where not noted;

create table activity (
    id         integer primary key,
    at         integer not null,
    kind       text    not null,
    source     text    not null,
    actor_id   integer references colleague (id), -- empty: Beforehand itself
    client_id  integer references client (id),
    invoice_id integer references invoice (id),
    amount     integer,
    currency   text,
    detail     text    not null
);
create index activity_at on activity (at);
create index activity_client on activity (client_id, at);

create table ledger_file (
    path        text not null primary key,
    fingerprint text    not null,
    imported_at integer not null
);

create table check_in (
    id         integer primary key,
    client_id  integer not null references client (id),
    week_of    text    not null, -- the Monday of the week in which it was flagged
    state      text    not null, -- OPEN, CLAIMED, DONE, CANCELLED
    claimed_by integer references colleague (id),
    claimed_at integer,
    outcome    text, -- of an open one: what came of it before it was opened again
    closed_at  integer,
    unique (client_id, week_of)
);
create index check_in_state on check_in (state);

create table check_in_invoice (
    check_in_id integer not null references check_in (id),
    invoice_id  integer not null references invoice (id),
    due_on      text    not null, -- as it was when it was flagged: one that moves is flagged again
    named_at    integer not null,
    primary key (check_in_id, invoice_id)
) without rowid;
create index check_in_invoice_invoice on check_in_invoice (invoice_id);

create table feedback (
    id          integer primary key,
    check_in_id integer not null references check_in (id),
    author_id   integer not null references colleague (id),
    at          integer not null,
    words       text    not null,
    mood        text    not null,
    problem     text,
    solved      boolean not null, -- true: the problem that was named before is over
    form        text    unique    -- the form in which it was written down: one that is sent twice is logged once
);
create index feedback_check_in on feedback (check_in_id);

create table promise (
    id          integer primary key,
    check_in_id integer not null references check_in (id),
    author_id   integer not null references colleague (id),
    made_at     integer not null,
    promised_on text    not null,
    amount      integer not null,
    currency    text    not null,
    state       text    not null -- ACTIVE, CANCELLED
);
create index promise_check_in on promise (check_in_id);

create table payment_plan (
    id          integer primary key,
    version     integer not null,
    client_id   integer not null references client (id),
    currency    text    not null,
    total       integer not null,
    state       text    not null, -- PROPOSED, APPROVED, DECLINED
    proposed_by integer not null references colleague (id),
    proposed_at integer not null,
    decided_by  integer references colleague (id),
    decided_at  integer
);
create index payment_plan_state on payment_plan (state);

create table payment_plan_invoice (
    payment_plan integer not null references payment_plan (id),
    invoice_id   integer not null references invoice (id),
    primary key (payment_plan, invoice_id)
) without rowid;
create index payment_plan_invoice_invoice on payment_plan_invoice (invoice_id);

create table instalment (
    payment_plan integer not null references payment_plan (id),
    number       integer not null,
    nominal_on   text    not null,
    payable_on   text    not null,
    amount       integer not null,
    primary key (payment_plan, number)
) without rowid;

create table reminder (
    id           integer primary key,
    client_id    integer not null references client (id),
    step         integer not null, -- days after the due date; before it when negative
    day          text    not null, -- the day on which it leaves
    state        text    not null, -- PENDING, SENDING, SENT, FAILED, UNKNOWN, CANCELLED
    message_id   text    not null unique,
    requested_by integer references colleague (id), -- empty: the cadence asked for it
    decided_by   integer references colleague (id), -- who decided what is to become of it after it was stuck
    recipient    text,
    subject      text,
    reason       text,             -- what the mail server said; of a cancelled one the name of the reason
    attempts     integer not null,
    changed_at   integer not null
);
create index reminder_state on reminder (state);
create index reminder_client on reminder (client_id, day);
create index reminder_day on reminder (day);
create unique index reminder_one_a_day on reminder (client_id, day) where state <> 'CANCELLED';

create table reminder_invoice (
    reminder_id integer not null references reminder (id),
    invoice_id  integer not null references invoice (id),
    step        integer not null,
    due_on      text    not null,
    balance     integer not null,
    currency    text    not null,
    left_out    text,             -- why it is not in the letter after all; empty: it is
    primary key (reminder_id, invoice_id)
) without rowid;
create unique index reminder_once on reminder_invoice (invoice_id, step, due_on) where left_out is null;

create table slack_post (
    subject    text not null primary key,  -- what it shows: digest:C123:2026-11-23, check-in:17, plan:4, reminder:9
    channel    text not null,
    ts         text,              -- empty: claimed, and not known to be posted
    thread_ts  text,
    claimed_at integer not null,
    deleted    boolean not null
);
create index slack_post_ts on slack_post (ts);

create table slack_delivery (
    id          text not null primary key,
    received_at integer not null,
    done        boolean not null -- false: running, or its process died in the middle
);
create index slack_delivery_received_at on slack_delivery (received_at);

create table scheduled_tasks (
    task_name            text    not null,
    task_instance        text    not null,
    task_data            blob,
    execution_time       integer not null,
    picked               boolean not null,
    picked_by            text,
    last_success         integer,
    last_failure         integer,
    consecutive_failures integer,
    last_heartbeat       integer,
    version              integer not null,
    priority             integer,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
