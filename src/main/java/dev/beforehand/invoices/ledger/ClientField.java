package dev.beforehand.invoices.ledger;

import java.util.List;

/** What is read of a client. */
enum ClientField implements Heading {
    NAME(
            "name",
            "clientname",
            "clientname customername companyname company client customer name debtorname debtor kundenname kunde firma"
                    + " debitor customerid contactname"),
    CONTACT_EMAIL(
            "contact e-mail",
            "contactemail",
            "contactemail contactemailaddress emailaddress email billingemail accountsemail invoiceemail mail"
                    + " ansprechpartneremail"),
    CONTACT_NAME(
            "contact name",
            "contactperson",
            "contactperson contact primarycontact contactfullname contactname ansprechpartner kontakt"),
    MANAGER_EMAIL(
            "account manager's e-mail",
            "manageremail",
            "accountmanageremail accountmanagersemail accountmanageremailaddress manageremail owneremail salesrepemail"
                    + " accountowneremail kundenbetreueremail betreueremail accountmanager accountowner"),
    MANAGER_NAME(
            "account manager's name",
            "managername",
            "accountmanagername accountmanagersname managername ownername salesrepname kundenbetreuername"
                    + " kundenbetreuer betreuer"),
    LANGUAGE("language", "language", "language languagecode lang locale preferredlanguage sprache"),
    TIME_ZONE("time zone", "timezone", "timezone timezoneid tz zone zeitzone"),
    COUNTRY("country", "country", "country countrycode land pocountry"),
    REGION("region", "region", "region subdivision bundesland kanton"),
    TAG("tag", "tag", "tag"),
    CC("cc", "cc", "cc ccemail ccemails ccaddress ccaddresses copyto kopiean"),
    PAY_RUN("pay run", "payrun", "payrun paymentrun payday zahllauf zahltag"),
    PURCHASE_ORDER("purchase order", "purchaseorder", "purchaseorder purchaseordernumber ponumber po bestellnummer"),
    LETTERS("letters", "letters", "letters briefe"),
    STATEMENT("statement", "statement", "statement kontoauszug"),
    SALUTATION("salutation", "salutation", "salutation greeting anrede"),
    THANKS("thanks", "thanks", "thanks dank");

    private final String words;
    private final String setting;
    private final List<String> synonyms;

    ClientField(String words, String setting, String synonyms) {
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
