-- From when on the holder of a check-in is known to be on it.
alter table check_in add column lease_from integer;
alter table check_in add column handed_by integer references colleague (id); -- who gave it to its holder
-- How an open one came back, and from whom.
alter table check_in add column let_go text; -- GIVEN_BACK, NO_ANSWER, GONE
alter table check_in add column let_go_by integer references colleague (id);
alter table check_in add column let_go_at integer;
alter table check_in add column escalated_on text; -- the day on which the finance leads were told that nobody had claimed it
create index check_in_escalated on check_in (escalated_on);
update check_in set lease_from = claimed_at where state = 'CLAIMED';

-- 'Still on it?', of one lease.
create table lease_question (
    id          integer primary key,
    check_in_id integer not null references check_in (id),
    lease_from  integer not null,
    number      integer not null, -- the first, second or third
    asked_of    integer not null references colleague (id), -- the holder, or who stands in for them
    asked_at    integer not null,
    shown_at    integer, -- empty: it is not in Slack yet
    answer      text, -- KEPT, HANDED_OVER, GIVEN_BACK, NO_ANSWER, ASKED_AGAIN, OVERTAKEN; empty: it waits
    answered_by integer references colleague (id),
    answered_at integer
);
create unique index lease_question_once on lease_question (check_in_id, lease_from, number);
create index lease_question_waiting on lease_question (check_in_id) where answer is null;

-- The newest absence of a colleague.
create table absence (
    id           integer primary key,
    colleague_id integer not null references colleague (id),
    back_on      text    not null, -- the first day on which they are there again
    backup_id    integer not null references colleague (id)
);
create unique index absence_colleague on absence (colleague_id);
