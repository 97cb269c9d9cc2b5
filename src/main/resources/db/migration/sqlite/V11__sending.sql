-- How far the letters of a day have come.
create table letter_day (
    day        text   not null primary key,
    planned_at integer, -- empty: something keeps all of them back
    listed_at  integer  -- since when the day's digest lists them; none leaves before
);

drop index reminder_state;
create index reminder_state on reminder (state, day);
create index reminder_pending on reminder (attempts, id) where state = 'PENDING';
create index reminder_closes on reminder (closes_at) where state = 'PENDING';
