-- How each person has set up their Home, and who has looked at it lately: only theirs is kept up to date.
create table home (
    slack_user_id text    not null primary key,
    opened_at     bigint not null,
    whose         text    not null, -- MINE, ALL
    sort          text    not null, -- OPEN, LATE
    only_late     boolean not null,
    currency      text,             -- empty: the one with the most invoices
    page          text,             -- where the list of clients goes on; empty: at its beginning
    tour_step     integer not null, -- 0: not begun
    tour_open     boolean not null
);

-- What was found at the last look at each thing that Beforehand needs.
create table setup_item (
    item       text    not null primary key,
    state      text    not null, -- GOOD, OPTIONAL, MISSING, UNKNOWN
    reason     text    not null, -- which sentence says so
    detail     text    not null,
    checked_at bigint not null
);

-- The last letter that each finance lead has had sent to themselves.
create table test_letter (
    slack_user_id text    not null primary key,
    message_id    text    not null,
    recipient     text    not null,
    sent_at       bigint not null,
    state         text    not null, -- SENDING, SENT, FAILED, UNKNOWN
    reason        text
);
