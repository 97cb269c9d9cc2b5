-- A promise is about invoices, whether or not there is a check-in with them.
alter table promise rename to promise_in_check_in;
drop index promise_check_in;

create table promise (
    id          integer primary key,
    client_id   integer not null references client (id),
    author_id   integer not null references colleague (id),
    made_at     integer not null,
    promised_on text    not null,
    amount      integer not null,
    currency    text    not null,
    state       text    not null, -- ACTIVE, KEPT, BROKEN, CANCELLED
    judged_on   text              -- the day on which it was no longer active
);
create index promise_client on promise (client_id, currency);
create index promise_state on promise (state);

create table promise_invoice (
    promise_id integer not null references promise (id),
    position   integer not null, -- the oldest invoice first
    invoice_id integer not null references invoice (id),
    owed       integer not null, -- when the promise was made
    covered    boolean not null, -- whether the promised amount reaches it: its letters rest
    primary key (promise_id, position)
) without rowid;
create index promise_invoice_invoice on promise_invoice (invoice_id);

insert into promise (id, client_id, author_id, made_at, promised_on, amount, currency, state)
select p.id, k.client_id, p.author_id, p.made_at, p.promised_on, p.amount, p.currency, p.state
from promise_in_check_in p join check_in k on k.id = p.check_in_id;

insert into promise_invoice (promise_id, position, invoice_id, owed, covered)
select p.id, row_number() over (partition by p.id order by i.due_on, i.id) - 1, i.id, i.total - i.paid, true
from promise_in_check_in p
join check_in_invoice n on n.check_in_id = p.check_in_id and n.named_at <= p.made_at
join invoice i on i.id = n.invoice_id and i.currency = p.currency;

drop table promise_in_check_in;

create table dispute (
    id          integer primary key,
    client_id   integer not null references client (id),
    invoice_id  integer not null references invoice (id),
    reason      text    not null,
    words       text    not null, -- the client's
    owner_id    integer not null references colleague (id), -- who sees to it that it is settled
    opened_by   integer not null references colleague (id),
    opened_at   integer not null,
    resolution  text,             -- CORRECTED, CREDITED, SETTLED, REJECTED; empty while it stands
    resolved_by integer references colleague (id),
    resolved_at integer
);
create unique index dispute_standing on dispute (invoice_id) where resolved_at is null;
create index dispute_invoice on dispute (invoice_id, id);

insert into dispute (client_id, invoice_id, reason, words, owner_id, opened_by, opened_at)
select i.client_id, i.id, f.problem, f.words, coalesce(c.account_manager_id, f.author_id), f.author_id, f.at
from invoice i join client c on c.id = i.client_id
join feedback f on f.id = (
    select max(g.id) from feedback g join check_in_invoice n on n.check_in_id = g.check_in_id
    where n.invoice_id = i.id and g.problem is not null)
where not exists (
    select 1 from feedback s join check_in_invoice m on m.check_in_id = s.check_in_id
    where m.invoice_id = i.id and s.id > f.id and s.solved);
