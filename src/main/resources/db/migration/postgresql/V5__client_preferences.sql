-- How a client wants to be written to. Addresses are separated by semicolons; pay_run is a day like MONDAY.
alter table client add column region text;
alter table client add column tag text;
alter table client add column cc_emails text;
alter table client add column pay_run text;
alter table client add column purchase_order text;
alter table client add column letter_per_invoice boolean not null default false;
alter table client add column statement boolean not null default false;
alter table client add column salutation text;
alter table client add column thanks boolean not null default true;
