-- When the file was written last, as it was read: letters wait where that is too long ago.
alter table ledger_file add column as_of integer not null default 0;
