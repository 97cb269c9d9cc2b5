alter table reminder add column kind text not null default 'REMINDER'; -- REMINDER, THANKS
drop index reminder_one_a_day;
create unique index reminder_one_a_day on reminder (client_id, day, only_about, kind) where state <> 'CANCELLED';
