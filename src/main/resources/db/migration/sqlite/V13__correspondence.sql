-- To whom each mail went, as the address book was then; addresses are separated by semicolons.
alter table outgoing_mail add column recipients text not null default '';
update outgoing_mail set recipients = coalesce(
    (select lower(m.from_address) from answer a join incoming_mail m on m.id = a.incoming_mail_id
     where a.message_id = outgoing_mail.message_id),
    (select lower(coalesce(c.contact_email, '') || ';' || coalesce(c.cc_emails, '')) from client c
     where c.id = outgoing_mail.client_id));

-- What each delivery report says of which address; consequence is SUSPENDED, PAUSED or NONE.
create table reported_address (
    report_id   integer not null references incoming_mail (id),
    address     text    not null, -- in lower case
    said        text    not null,
    consequence text    not null,
    until_at    integer, -- the end of a pause
    primary key (report_id, address)
) without rowid;
create index reported_address_address on reported_address (address);
insert into reported_address (report_id, address, said, consequence)
select report_id, address, reason, 'SUSPENDED' from suspended_address;

drop table suspended_address;
create table suspended_address (
    address   text    not null primary key, -- in lower case
    until_at  integer, -- empty: until somebody says that it is right again
    lifted_at integer
);
insert into suspended_address (address)
select r.address from reported_address r join incoming_mail m on m.id = r.report_id
where m.state = 'WAITING';

-- Where an answer is to go, if not to the sender.
alter table incoming_mail add column reply_to text;

-- Counts the answers to one mail.
alter table answer add column number integer not null default 1;
