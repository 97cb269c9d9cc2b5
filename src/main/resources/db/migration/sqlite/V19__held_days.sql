alter table letter_day add column held_at integer; -- since when somebody wants none of the day's letters to leave
