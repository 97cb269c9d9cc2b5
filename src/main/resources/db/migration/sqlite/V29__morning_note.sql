-- What waits for a person is found by their clients, however much is open with all others.
drop index check_in_state;
create index check_in_state on check_in (state, client_id);
create index check_in_claimed on check_in (claimed_by) where state = 'CLAIMED';
drop index promise_state;
create index promise_state on promise (state, client_id);
