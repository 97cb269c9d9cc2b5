-- To find the letters that ended in the last days.
create index reminder_ended on reminder (changed_at) where state = 'CANCELLED';
