-- What the versions up to the ninth had besides.
update client set region = 'EMEA', tag = 'key', cc_emails = 'Copy@harbour.example;boss@harbour.example', pay_run = 'FRIDAY',
    purchase_order = 'PO-7', letter_per_invoice = true, statement = true, salutation = 'Dear Hanna', thanks = false
where id = 1;
update ledger_file set as_of = 49;

insert into reminder (id, client_id, step, day, state, message_id, attempts, changed_at, kind) values
    (8, 3, 0, '2026-06-15', 'SENT', '<8@b>', 1, 507, 'THANKS');
update reminder set recipient = 'pay@mill.example' where id = 8;
insert into reminder_invoice (reminder_id, invoice_id, step, due_on, balance, currency, listed) values
    (8, 7, 0, '2026-06-14', 800, 'EUR', true);

insert into mailbox_position (mailbox, uid_validity, last_uid, moved_at) values ('INBOX', 1, 99, 800);

insert into outgoing_mail (message_id, client_id, kind, token, at) values
    ('<1@b>', 1, 'LETTER', 'tok1', 810), ('<3@b>', 3, 'LETTER', 'tok3', 811), ('<8@b>', 3, 'THANKS', 'tok8', 812),
    ('<9@b>', 1, 'REPLY', 'tok9', 813), ('<10@b>', 2, 'LETTER', 'tok10', 814);

insert into incoming_mail (id, mail_key, message_id, client_id, answers, from_address, from_name, subject, text, kind,
                           known_sender, cut_off, arrived_at, state, settled_by, settled_at) values
    (1, 'k1', '<in1@h>', 1, '<1@b>', 'Hanna@Harbour.example', 'Hanna', 'Re: Overdue', 'We pay', 'REPLY', true, false, 820,
     'ANSWERED', 1, 830),
    (2, 'k2', '<in2@h>', 1, '<1@b>', null, null, '', '', 'BOUNCE', false, true, 821, 'WAITING', null, null),
    (3, 'k3', null, 3, '<3@b>', 'mailer@mill.example', null, 'Failure', 'No such user', 'BOUNCE', false, false, 822,
     'TAKEN_UP', 2, 831),
    (4, 'k4', '<in4@h>', null, null, 'x@y.example', null, 'Hello', 'Who are you?', 'UNKNOWN_SENDER', false, false, 823,
     'WAITING', null, null),
    (5, 'k5', '<in5@h>', 3, '<3@b>', 'pay@mill.example', 'Mila', 'Away', 'I am away', 'AUTOMATIC', true, false, 824, 'NOTED',
     null, null),
    (6, 'k6', '<in6@h>', 3, '<3@b>', 'pay@mill.example', 'Mila', 'Thanks', 'Fine', 'REPLY', true, false, 825, 'NO_ACTION', 1,
     832);
insert into incoming_attachment (incoming_mail_id, number, name, type, size, content) values
    (1, 1, 'advice.pdf', 'application/pdf', 12345678, null);
insert into answer (message_id, incoming_mail_id, author_id, subject, text, state, reason, changed_at) values
    ('<9@b>', 1, 1, 'Re: Overdue', 'Thank you', 'SENT', null, 840);
insert into suspended_address (address, since, reason, report_id, lifted_at) values
    ('old@harbour.example', 821, '550 no such user', 2, null),
    ('pay@mill.example', 822, '550 unknown', 3, 831);

insert into hold (id, client_id, invoice_id, until_on, reason, author_id, at, released_by, released_at) values
    (1, 1, null, '2026-07-01', 'They move house', 1, 900, null, null),
    (2, 1, 2, '2026-07-02', 'A credit note', 2, 901, 1, 910);
