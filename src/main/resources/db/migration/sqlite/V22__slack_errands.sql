-- What is to be shown or said in Slack, in the order in which it came; done, it is deleted.
create table slack_errand (
    id             integer not null primary key autoincrement,
    subject        text    not null, -- of a card, which is rendered in its turn; or 'message:' and an id of its own
    turn           integer not null, -- 0: somebody waits for it; the higher, the later
    recipient      text,             -- of a message: a channel or a person
    body           text,             -- of a message
    made_at        integer not null,
    due_at         integer not null,
    expires_at     integer,           -- from then on it is no news any more
    tries          integer not null,
    channel        text,             -- where it was tried to be posted
    thread_ts      text,
    holds          boolean not null, -- whether what is to be posted in its channel later waits for it
    in_doubt_since integer,           -- it may have been posted then; nobody posts it again before having looked
    parked_at      integer            -- given up, and somebody was told
);
create index slack_errand_subject on slack_errand (subject, id);
create index slack_errand_due_at on slack_errand (due_at);

-- Why Slack takes nothing for a channel or a person, or nothing at all; gone when it is over.
create table slack_problem (
    about       text    not null primary key, -- a channel, a person, or 'workspace'
    code        text    not null,
    sentence    text    not null,
    since       integer not null,
    tries       integer not null,
    next_try_at integer not null,
    told        boolean not null
);

-- The ids of channels that are known by a name.
create table slack_channel (
    name text not null primary key,
    id   text not null
);
insert into slack_channel (name, id)
    select substr(subject, 8, length(subject) - 18), max(channel) from slack_post
    where subject like 'digest:#%' and ts is not null group by substr(subject, 8, length(subject) - 18);

-- Which of the instances sends; until then no other does.
create table slack_sender (
    one    integer not null primary key,
    holder text    not null,
    until  integer not null
);
insert into slack_sender (one, holder, until) values (1, '', 0);

-- Messages that have yet to say where their card went.
update slack_post set subject = 'left:' || ts || ':' || substr(subject, 6) where subject like 'left:%';
insert into slack_errand (subject, turn, made_at, due_at, tries, holds)
    select subject, 1, claimed_at, claimed_at, 0, false from slack_post where subject like 'left:%';
