-- In which words each invoice of a letter is asked for, so that any of them can carry it.
alter table reminder_invoice add column letter text;
alter table reminder_invoice add column tone text;
update reminder set
    letter = case when step = 0 then 'due-today' when step < 0 then 'due-in-' || -step else 'overdue-' || step end,
    tone = case when step <= 0 then 'FRIENDLY' when step < 14 then 'NEUTRAL' else 'FIRM' end
where kind = 'REMINDER' and letter is null;
update reminder_invoice set
    letter = case when step = 0 then 'due-today' when step < 0 then 'due-in-' || -step else 'overdue-' || step end,
    tone = case when step <= 0 then 'FRIENDLY' when step < 14 then 'NEUTRAL' else 'FIRM' end
where reminder_id in (select id from reminder where kind = 'REMINDER');

-- The same reason may hold at several times, each with its own days.
alter table letter_rest rename to letter_rest_before;
drop index letter_rest_last_on;
create table letter_rest (
    invoice_id integer not null references invoice (id),
    due_on     text not null,
    step       integer not null,
    reason     text    not null,
    cadence    text    not null,
    until_on   text, -- the last day for which it holds; empty where nobody knows it
    first_on   text not null,
    last_on    text not null,
    primary key (invoice_id, due_on, step, reason, first_on)
);
insert into letter_rest select * from letter_rest_before;
drop table letter_rest_before;
create index letter_rest_last_on on letter_rest (last_on, reason);
