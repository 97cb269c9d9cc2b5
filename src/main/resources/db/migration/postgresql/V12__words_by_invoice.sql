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
alter table letter_rest drop constraint letter_rest_pkey;
alter table letter_rest add primary key (invoice_id, due_on, step, reason, first_on);
