-- The queue is read page by page, also where the database knows nothing of how its letters are spread.
drop index reminder_pending;
create index reminder_pending on reminder (state, attempts, id);
