-- Where something that was done can be read in full.
alter table activity add column link text;

-- What a client said may stand in any message, whether or not there is a check-in.
alter table feedback rename to feedback_in_check_in;
drop index feedback_check_in;

create table feedback (
    id          integer primary key,
    client_id   integer not null references client (id),
    check_in_id integer references check_in (id),
    author_id   integer not null references colleague (id),
    at          integer not null,
    words       text    not null,
    mood        text    not null,
    problem     text,
    solved      boolean not null, -- true: the problem that was named before is over
    form        text    unique,   -- the form in which it was written down, or the message in which it stands: logged once
    speaker     text,             -- who wrote that message
    link        text              -- where that message can be read
);
create index feedback_check_in on feedback (check_in_id);

insert into feedback (id, client_id, check_in_id, author_id, at, words, mood, problem, solved, form)
select f.id, k.client_id, f.check_in_id, f.author_id, f.at, f.words, f.mood, f.problem, f.solved, f.form
from feedback_in_check_in f join check_in k on k.id = f.check_in_id;

drop table feedback_in_check_in;

-- What the team wrote among itself about a client. Nothing but its timeline shows it.
create table internal_note (
    id        integer primary key,
    client_id integer not null references client (id),
    channel   text    not null,
    ts        text    not null,
    speaker   text    not null,
    said_at   integer not null,
    words     text    not null,
    kept_by   integer not null references colleague (id),
    kept_at   integer not null,
    unique (channel, ts)
);
create index internal_note_client on internal_note (client_id);

-- A thread that somebody wants to be kept, until that is done.
create table thread_pin (
    id            integer primary key,
    channel       text    not null,
    ts            text    not null, -- the message to which they reacted
    client_id     integer references client (id), -- whose card that is; empty: it is no card
    pinned_by     integer not null references colleague (id),
    slack_user_id text    not null,
    pinned_at     integer not null,
    taken_at      integer not null -- when somebody last began to keep it
);

create index slack_post_thread on slack_post (channel, thread_ts);
