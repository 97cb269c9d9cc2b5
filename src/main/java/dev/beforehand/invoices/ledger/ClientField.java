package dev.beforehand.invoices.ledger;

import java.util.List;

/** What is read of a client. */
enum ClientField implements Heading {
    NAME(
            "clientname",
            "clientname customername companyname company client customer name debtorname debtor kundenname kunde firma"
                    + " debitor customerid contactname"),
    CONTACT_EMAIL(
            "contactemail",
            "contactemail contactemailaddress emailaddress email billingemail accountsemail invoiceemail mail"
                    + " ansprechpartneremail"),
    CONTACT_NAME(
            "contactperson",
            "contactperson contact primarycontact contactfullname contactname ansprechpartner kontakt"),
    MANAGER_EMAIL(
            "manageremail",
            "accountmanageremail accountmanagersemail accountmanageremailaddress manageremail owneremail salesrepemail"
                    + " accountowneremail kundenbetreueremail betreueremail accountmanager accountowner"),
    MANAGER_NAME(
            "managername",
            "accountmanagername accountmanagersname managername ownername salesrepname kundenbetreuername"
                    + " kundenbetreuer betreuer"),
    LANGUAGE("language", "language languagecode lang locale preferredlanguage sprache"),
    TIME_ZONE("timezone", "timezone timezoneid tz zone zeitzone"),
    COUNTRY("country", "country countrycode land pocountry"),
    REGION("region", "region subdivision bundesland kanton"),
    TAG("tag", "tag"),
    CC("cc", "cc ccemail ccemails ccaddress ccaddresses copyto kopiean"),
    PAY_RUN("payrun", "payrun paymentrun payday zahllauf zahltag"),
    PURCHASE_ORDER("purchaseorder", "purchaseorder purchaseordernumber ponumber po bestellnummer"),
    LETTERS("letters", "letters briefe"),
    STATEMENT("statement", "statement kontoauszug"),
    SALUTATION("salutation", "salutation greeting anrede"),
    THANKS("thanks", "thanks dank");

    private final String setting;
    private final List<String> synonyms;

    ClientField(String setting, String synonyms) {
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
