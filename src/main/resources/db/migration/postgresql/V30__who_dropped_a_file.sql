-- Whoever dropped a file reads its card in their own language; of files dropped before, it is the channel of their messages.
alter table ledger_upload rename column channel to dropped_by;
