-- A company's database as the second version knew it; instants are counted from zero, so that they are easy to tell apart.
insert into colleague (id, slack_user_id, email, name) values
    (1, 'U0ANA', 'ana@brightwater.example', 'Ana Ruiz'),
    (2, null, null, 'Ben Okafor');

insert into client (id, name, name_key, contact_name, contact_email, account_manager_id, language, time_zone, country) values
    (1, 'Harbour Books', 'harbour books', 'Hanna', 'Accounts@Harbour.example', 1, 'en', 'Europe/London', 'GB'),
    (2, 'Nordlicht', 'nordlicht', null, null, null, null, null, null),
    (3, 'Mill Lane', 'mill lane', 'Mila', 'pay@mill.example', 2, 'de', null, 'DE');
insert into client_word (word, client_id) values ('harbour', 1), ('books', 1), ('nordlicht', 2);

insert into invoice (id, number, number_key, client_id, issued_on, due_on, currency, total, paid, open_until, closed_by,
                     disputed, noted, missing) values
    (1, 'INV-1', 'INV-1', 1, '2026-05-01', '2026-06-01', 'EUR', 10000, 2500, '9999-12-31', null, false, false, false),
    (2, 'INV-2', 'INV-2', 1, '2026-05-10', '2026-06-10', 'EUR', 7000, 0, '9999-12-31', null, true, false, false),
    (3, 'INV-3', 'INV-3', 1, '2026-05-11', '2026-06-11', 'GBP', 900, 0, '9999-12-31', null, false, false, true),
    (4, 'INV-4', 'INV-4', 1, '2026-04-01', '2026-05-01', 'EUR', 400, 400, '2026-05-20', 'PAYMENT', false, true, false),
    (5, 'INV-5', 'INV-5', 2, '2026-05-12', '2026-06-12', 'EUR', 5000, 0, '9999-12-31', null, false, false, false),
    (6, 'INV-6', 'INV-6', 2, '2026-05-13', '2026-06-13', 'EUR', 6000, 0, '2026-06-02', 'VOID', false, true, false),
    (7, 'INV-7', 'INV-7', 3, '2026-05-14', '2026-06-14', 'EUR', 800, 0, '9999-12-31', null, false, false, false);

insert into activity (id, at, kind, source, actor_id, client_id, invoice_id, amount, currency, detail) values
    (1, 100, 'INVOICE_IMPORTED', 'invoices.csv', null, 1, 1, 10000, 'EUR', 'INV-1'),
    (2, 101, 'CHECK_IN_CLAIMED', 'slack', 1, null, null, null, null, '');

insert into ledger_file (path, fingerprint, imported_at) values ('invoices.csv', 'f00d', 50);

insert into check_in (id, client_id, week_of, state, claimed_by, claimed_at, outcome, closed_at) values
    (1, 1, '2026-06-01', 'CLAIMED', 1, 200, null, null),
    (2, 2, '2026-06-01', 'OPEN', null, null, 'NO_ANSWER', null),
    (3, 3, '2026-06-01', 'DONE', 2, 201, 'WILL_PAY', 300),
    (4, 1, '2026-05-25', 'CANCELLED', null, null, null, 190);
insert into check_in_invoice (check_in_id, invoice_id, due_on, named_at) values
    (1, 1, '2026-06-01', 200), (1, 2, '2026-06-10', 200), (1, 3, '2026-06-11', 280),
    (2, 5, '2026-06-12', 200), (2, 6, '2026-06-13', 200),
    (3, 7, '2026-06-14', 200),
    (4, 4, '2026-05-01', 150);

insert into feedback (id, check_in_id, author_id, at, words, mood, problem, solved, form) values
    (1, 1, 1, 210, 'Half of it is missing', 'UPSET', 'NOT_DELIVERED', false, 'form-1'),
    (2, 1, 1, 211, 'They still wait', 'NEUTRAL', null, false, null),
    (3, 2, 2, 212, 'The amount is wrong', 'NEUTRAL', 'WRONG_AMOUNT', false, 'form-3'),
    (4, 2, 2, 213, 'Now it is right', 'FRIENDLY', null, true, 'form-4'),
    (5, 3, 2, 214, 'They have no cash', 'NEUTRAL', 'CASH_SHORTAGE', false, null),
    (6, 3, 1, 215, 'And no purchase order', 'NEUTRAL', 'PURCHASE_ORDER_MISSING', false, null);

insert into promise (id, check_in_id, author_id, made_at, promised_on, amount, currency, state) values
    (1, 1, 1, 250, '2026-06-20', 14500, 'EUR', 'CANCELLED'),
    (2, 1, 1, 260, '2026-06-25', 7500, 'EUR', 'ACTIVE'),
    (3, 1, 2, 290, '2026-06-26', 900, 'GBP', 'ACTIVE'),
    (7, 2, 2, 270, '2026-06-27', 5000, 'EUR', 'ACTIVE');

insert into payment_plan (id, version, client_id, currency, total, state, proposed_by, proposed_at, decided_by, decided_at)
values
    (1, 1, 3, 'EUR', 800, 'APPROVED', 2, 400, 1, 410),
    (2, 0, 2, 'EUR', 5000, 'PROPOSED', 2, 401, null, null),
    (3, 2, 1, 'EUR', 7000, 'DECLINED', 1, 402, 2, 411);
insert into payment_plan_invoice (payment_plan, invoice_id) values (1, 7), (2, 5), (3, 2);
insert into instalment (payment_plan, number, nominal_on, payable_on, amount) values
    (1, 1, '2026-07-04', '2026-07-06', 400), (1, 2, '2026-08-04', '2026-08-04', 400), (2, 1, '2026-07-06', '2026-07-06', 5000),
    (3, 1, '2026-07-06', '2026-07-06', 7000);

-- Words chosen by a cadence that are not those of the step's own name, words that nobody chose, and a person's own.
insert into reminder (id, client_id, step, day, state, message_id, requested_by, decided_by, recipient, subject, reason,
                      attempts, changed_at, cadence, mode, letter, tone, only_about, own_subject, note, leaves_at, closes_at)
values
    (1, 1, 3, '2026-06-04', 'SENT', '<1@b>', null, null, 'old@harbour.example', 'Overdue', null, 1, 500, 'Standard', 'VETO',
     'overdue-3', 'NEUTRAL', 0, null, null, 480, 490),
    (2, 1, 2, '2026-06-12', 'PENDING', '<2@b>', null, null, null, null, null, 0, 501, 'Key accounts', 'DRAFT', 'overdue-3',
     'FRIENDLY', 0, 'As we said', 'Thank you for the good talk.', 481, 491),
    (3, 3, -7, '2026-06-07', 'SENT', '<3@b>', 1, null, 'pay@mill.example', 'Soon due', null, 1, 502, null, null, null,
     'NEUTRAL', 0, null, null, 0, 0),
    (4, 3, 0, '2026-06-14', 'UNKNOWN', '<4@b>', null, null, 'pay@mill.example', 'Due today', 'timeout', 2, 503, null, null,
     null, 'NEUTRAL', 7, null, null, 0, 0),
    (5, 1, 14, '2026-06-24', 'SENDING', '<5@b>', null, null, 'accounts@harbour.example', null, null, 1, 504, null, null, null,
     'NEUTRAL', 0, null, null, 0, 0),
    (6, 1, 0, '2026-06-11', 'FAILED', '<6@b>', null, 2, 'accounts@harbour.example', 'Due today', '550 no', 3, 505, null, null,
     null, 'NEUTRAL', 0, null, null, 0, 0),
    (7, 1, 0, '2026-06-11', 'CANCELLED', '<7@b>', null, null, null, null, 'PAID', 0, 506, null, null, null, 'NEUTRAL', 0,
     null, null, 0, 0),
    (11, 2, 3, '2026-06-15', 'DRAFT', '<11@b>', null, null, null, null, null, 0, 510, 'Key accounts', 'DRAFT', 'overdue-7',
     'FIRM', 0, null, null, 482, 492),
    (12, 3, 3, '2026-06-17', 'PLANNED', '<12@b>', null, null, null, null, null, 0, 511, 'Standard', 'VETO', 'overdue-3',
     'NEUTRAL', 0, null, null, 483, 493),
    (13, 3, 7, '2026-06-21', 'HELD', '<13@b>', null, null, null, null, null, 0, 512, 'Standard', 'AUTOMATIC', 'overdue-7',
     'NEUTRAL', 0, null, null, 484, 494);
insert into reminder_invoice (reminder_id, invoice_id, step, due_on, balance, currency, left_out, listed) values
    (1, 1, 3, '2026-06-01', 7500, 'EUR', null, false),
    (2, 2, 2, '2026-06-10', 7000, 'EUR', null, false),
    (2, 1, 11, '2026-06-01', 7500, 'EUR', null, true),
    (2, 4, 20, '2026-05-01', 400, 'EUR', 'PAID', false),
    (3, 7, -7, '2026-06-14', 800, 'EUR', null, false),
    (4, 7, 0, '2026-06-14', 800, 'EUR', null, false),
    (5, 2, 14, '2026-06-10', 7000, 'EUR', null, false),
    (6, 3, 0, '2026-06-11', 900, 'GBP', null, false),
    (7, 3, 0, '2026-06-11', 900, 'GBP', 'PAID', false),
    (11, 5, 3, '2026-06-12', 5000, 'EUR', null, false),
    (12, 7, 3, '2026-06-14', 800, 'EUR', null, false),
    (13, 7, 7, '2026-06-14', 800, 'EUR', null, false);

insert into letter_rest (invoice_id, due_on, step, reason, cadence, until_on, first_on, last_on) values
    (5, '2026-06-12', 0, 'NO_CONTACT', 'Standard', null, '2026-06-12', '2026-06-13'),
    (5, '2026-06-12', 0, 'PROMISED', 'Standard', '2026-06-27', '2026-06-14', '2026-06-15');
insert into cadence_file (id, words, since) values (1, 'cadences: []', 10);

insert into slack_post (subject, channel, ts, thread_ts, claimed_at, deleted) values
    ('digest:C1:2026-06-01', 'C1', '1.1', null, 600, false), ('check-in:1', 'C1', null, '1.1', 601, true);
insert into slack_delivery (id, received_at, done) values ('Ev1', 700, true), ('Ev2', 701, false);
