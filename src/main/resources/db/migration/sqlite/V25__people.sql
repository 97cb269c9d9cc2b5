-- What somebody without a role has clicked, to be carried out once they have one.
create table meant_click (
    id            integer primary key,
    slack_user_id text not null,
    payload       text not null, -- as Slack delivered it
    meant_at      integer not null
);
create index meant_click_meant_at on meant_click (meant_at);

-- Who has asked for a role, and what a finance lead decided.
create table access_request (
    id            integer primary key,
    slack_user_id text not null,
    name          text not null,
    meant_click   integer, -- the click to carry out, while it is kept
    asked_at      integer not null,
    role          text, -- what was given; empty: nothing
    decided_by    integer references colleague (id),
    decided_at    integer -- empty: nobody has decided yet
);
create unique index access_request_open on access_request (slack_user_id) where decided_at is null;
create index access_request_person on access_request (slack_user_id);

-- The first of two people who approve a large plan.
alter table payment_plan add column signed_by integer references colleague (id);
alter table payment_plan add column signed_at integer;
alter table payment_plan add column signed_terms text; -- what the plan was when they signed
