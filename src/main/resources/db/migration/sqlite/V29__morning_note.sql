-- What waits for a person is found by their clients, however much is open with all others.
drop index check_in_state;
create index check_in_state on check_in (state, client_id);
create index check_in_claimed on check_in (claimed_by) where state = 'CLAIMED';
drop index promise_state;
create index promise_state on promise (state, client_id);

-- How somebody wants their morning note, and how far it has come.
create table morning_note (
    colleague_id integer not null primary key references colleague (id),
    muted        boolean not null default false,
    note_at      text, -- a time of day in the team's zone; empty: with the digest
    noted_on     text  -- the newest day on which it had its turn, whether or not there was anything to say
);
