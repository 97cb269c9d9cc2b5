alter table letter_day add column held_at bigint; -- since when somebody wants none of the day's letters to leave
