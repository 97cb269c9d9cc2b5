create index incoming_mail_answers on incoming_mail (answers);
