package dev.beforehand.invoices.ledger;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is read of an invoice. The synonyms cover the exports of Xero, QuickBooks Online and Stripe, and common words. */
enum Field implements Heading {
    NUMBER(
            "number",
            "invoicenumber invoiceno invoicenr invoicenum invoice number num no docnumber documentnumber refnumber"
                    + " rechnungsnummer rechnungsnr rechnung belegnummer belegnr nummer invoiceid id"),
    CLIENT(
            "client",
            "clientname client customername customerfullname customer contactname contact debtorname debtor companyname"
                    + " company accountname billto name kundenname kunde debitor firma customerid clientid kundennummer"),
    ISSUED(
            "issued",
            "invoicedate issuedate issuedon issued dateissued transactiondate txndate documentdate docdate date created"
                    + " createdat createddate finalizedat rechnungsdatum belegdatum datum"),
    DUE(
            "due",
            "duedate due dueon paymentdue paymentduedate datedue payby faelligkeitsdatum falligkeitsdatum faelligkeit"
                    + " falligkeit faelligam falligam faellig fallig zahlbarbis"),
    TOTAL(
            "total",
            "total invoicetotal totalamount amounttotal grandtotal grosstotal grossamount invoiceamount amount"
                    + " originalamount gesamtbetrag bruttobetrag rechnungsbetrag gesamt brutto betrag "
                    + Field.BALANCES),
    PAID(
            "paid",
            "invoiceamountpaid amountpaid paidamount totalpaid paidtodate amountreceived paymentsreceived"
                    + " bezahlterbetrag gezahlterbetrag zahlbetrag gezahlt bezahlt paid"),
    BALANCE("balance", Field.BALANCES),
    CURRENCY("currency", "currency currencycode invoicecurrency waehrung wahrung"),
    STATUS("status", "status invoicestatus paymentstatus state zahlungsstatus"),
    SETTLED(
            "settled",
            "settleddate settledon settledat settled datesettled paidat fullypaidondate fullypaidon closedon closedat"
                    + " beglichenam"),
    PAID_ON("paidon", "paiddate paidon datepaid paymentdate paymentreceivedon bezahltam zahlungsdatum zahlungseingang"),
    VOIDED("voided", "voideddate voidedat voidedon cancelleddate cancelledat canceledat storniertam"),
    WRITTEN_OFF("writtenoff", "markeduncollectibleat writtenoffon writtenoffat writeoffdate"),
    DISPUTED("disputed", "disputed dispute isdisputed indispute strittig reklamiert"),
    KIND("type", "transactiontype documenttype doctype invoicetype type belegart"),
    LINE("line", "lineamount unitamount unitprice quantity linedescription");

    /** Where there is no total, what is left of it is taken for one. */
    private static final String BALANCES = "openbalance balancedue balance amountremaining remainingamount remaining"
            + " outstandingbalance outstandingamount amountoutstanding outstanding openamount amountopen"
            + " invoiceamountdue amountdue offenerbetrag restbetrag saldo offen";

    static final Set<Field> DATES = EnumSet.of(ISSUED, DUE, SETTLED, PAID_ON, VOIDED, WRITTEN_OFF);
    static final Set<Field> AMOUNTS = EnumSet.of(TOTAL, PAID, BALANCE);

    private final String setting;
    private final List<String> synonyms;

    Field(String setting, String synonyms) {
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
}
