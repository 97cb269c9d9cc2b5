-- Letters of earlier days that leave on this one are found without reading all of them.
drop index reminder_day;
create index reminder_day on reminder (day, leaves_at, state);
