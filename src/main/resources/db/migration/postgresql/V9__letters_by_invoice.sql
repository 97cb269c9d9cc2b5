-- What named an invoice, whether it asked for it or only listed it.
create index reminder_invoice_invoice on reminder_invoice (invoice_id);
