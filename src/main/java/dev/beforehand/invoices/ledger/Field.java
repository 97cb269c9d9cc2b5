package dev.beforehand.invoices.ledger;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is read of an invoice. The synonyms cover the exports of Xero, QuickBooks Online and Stripe, and common words. */
enum Field implements Heading {
    NUMBER(
            "invoice number",
            "number",
            "invoicenumber invoiceno invoicenr invoicenum invoice number num no docnumber documentnumber refnumber"
                    + " rechnungsnummer rechnungsnr rechnung belegnummer belegnr nummer invoiceid id"),
    CLIENT(
            "client",
            "client",
            "clientname client customername customerfullname customer contactname contact debtorname debtor companyname"
                    + " company accountname billto name kundenname kunde debitor firma customerid clientid kundennummer"),
    ISSUED(
            "invoice date",
            "issued",
            "invoicedate issuedate issuedon issued dateissued transactiondate txndate documentdate docdate date created"
                    + " createdat createddate finalizedat rechnungsdatum belegdatum datum"),
    DUE(
            "due date",
            "due",
            "duedate due dueon paymentdue paymentduedate datedue payby faelligkeitsdatum falligkeitsdatum faelligkeit"
                    + " falligkeit faelligam falligam faellig fallig zahlbarbis"),
    TOTAL(
            "amount",
            "total",
            "total invoicetotal totalamount amounttotal grandtotal grosstotal grossamount invoiceamount amount"
                    + " originalamount gesamtbetrag bruttobetrag rechnungsbetrag gesamt brutto betrag "
                    + Field.BALANCES),
    PAID(
            "amount paid",
            "paid",
            "invoiceamountpaid amountpaid paidamount totalpaid paidtodate amountreceived paymentsreceived"
                    + " bezahlterbetrag gezahlterbetrag zahlbetrag gezahlt bezahlt paid"),
    BALANCE("balance", "balance", Field.BALANCES),
    CURRENCY("currency", "currency", "currency currencycode invoicecurrency waehrung wahrung"),
    STATUS("status", "status", "status invoicestatus paymentstatus state zahlungsstatus"),
    SETTLED(
            "settled date",
            "settled",
            "settleddate settledon settledat settled datesettled paidat fullypaidondate fullypaidon closedon closedat"
                    + " beglichenam"),
    PAID_ON(
            "payment date",
            "paidon",
            "paiddate paidon datepaid paymentdate paymentreceivedon bezahltam zahlungsdatum zahlungseingang"),
    VOIDED("voided date", "voided", "voideddate voidedat voidedon cancelleddate cancelledat canceledat storniertam"),
    WRITTEN_OFF("written-off date", "writtenoff", "markeduncollectibleat writtenoffon writtenoffat writeoffdate"),
    DISPUTED("disputed", "disputed", "disputed dispute isdisputed indispute strittig reklamiert"),
    KIND("type", "type", "transactiontype documenttype doctype invoicetype type belegart"),
    LINE("line of an invoice", "line", "lineamount unitamount unitprice quantity linedescription");

    /** Where there is no total, what is left of it is taken for one. */
    private static final String BALANCES = "openbalance balancedue balance amountremaining remainingamount remaining"
            + " outstandingbalance outstandingamount amountoutstanding outstanding openamount amountopen"
            + " invoiceamountdue amountdue offenerbetrag restbetrag saldo offen";

    static final Set<Field> DATES = EnumSet.of(ISSUED, DUE, SETTLED, PAID_ON, VOIDED, WRITTEN_OFF);
    static final Set<Field> AMOUNTS = EnumSet.of(TOTAL, PAID, BALANCE);

    private final String words;
    private final String setting;
    private final List<String> synonyms;

    Field(String words, String setting, String synonyms) {
        this.words = words;
        this.setting = setting;
        this.synonyms = List.of(synonyms.split(" "));
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }

    @Override
    public String setting() {
        return setting;
    }

    @Override
    public String words() {
        return words;
    }
}
