-- The invoice that carries a letter is asked for in the letter's own words, which a cadence may have chosen.
update reminder_invoice set
    letter = (select r.letter from reminder r where r.id = reminder_invoice.reminder_id),
    tone = (select r.tone from reminder r where r.id = reminder_invoice.reminder_id)
where not listed and exists (
    select 1 from reminder r
    where r.id = reminder_invoice.reminder_id and r.kind = 'REMINDER' and r.step = reminder_invoice.step);

-- A letter went to the address that was tried, whatever the address book has said since.
update outgoing_mail set recipients =
    (select lower(r.recipient) from reminder r where r.message_id = outgoing_mail.message_id) || ';' || recipients
where exists (
    select 1 from reminder r
    where r.message_id = outgoing_mail.message_id
    and replace(';' || recipients || ';', ';' || lower(r.recipient) || ';', '') = ';' || recipients || ';');
