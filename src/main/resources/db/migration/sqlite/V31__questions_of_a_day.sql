-- What somebody is asked on a day stands in one message. A question from before that has no day, and a message of its own.
alter table lease_question add column asked_on text;
create index lease_question_asked on lease_question (asked_of, asked_on);
