package dev.beforehand.invoices.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTests {

    private static final String XERO = "ContactName,EmailAddress,POAddressLine1,POAddressLine2,POAddressLine3,"
            + "POAddressLine4,POCity,PORegion,POPostalCode,POCountry,SAAddressLine1,SAAddressLine2,SAAddressLine3,"
            + "SAAddressLine4,SACity,SARegion,SAPostalCode,SACountry,InvoiceNumber,Reference,InvoiceDate,DueDate,"
            + "PlannedDate,Total,TaxTotal,InvoiceAmountPaid,InvoiceAmountDue,InventoryItemCode,Description,Quantity,"
            + "UnitAmount,Discount,LineAmount,AccountCode,TaxType,TaxAmount,TrackingName1,TrackingOption1,"
            + "TrackingName2,TrackingOption2,Currency,Type,Sent,Status";
    private static final String QUICKBOOKS = "Date,Transaction type,Num,Name,Memo,Due date,Amount,Open balance";
    private static final String STRIPE = "id,Customer,Subscription,Status,Currency,Amount Due,Subtotal,Tax,Tax Percent,"
            + "Total,Amount Paid,Customer Name,Customer Email,Starting Balance,Ending Balance,Date (UTC),"
            + "Due Date (UTC),Paid At (UTC),Marked Uncollectible At (UTC),Voided At (UTC),Finalized At (UTC),"
            + "Number,Paid,Closed,Description";
    private static final String IBM = "countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,"
            + "InvoiceAmount,Disputed,SettledDate,PaperlessBill,DaysToSettle,DaysLate";

    @Test
    void xeroSalesInvoices() {
        assertThat(recognised(XERO, Map.of()))
                .isEqualTo("NUMBER=InvoiceNumber CLIENT=ContactName ISSUED=InvoiceDate DUE=DueDate TOTAL=Total"
                        + " PAID=InvoiceAmountPaid BALANCE=InvoiceAmountDue CURRENCY=Currency STATUS=Status KIND=Type"
                        + " LINE=LineAmount");
    }

    @Test
    void quickBooksInvoiceList() {
        assertThat(recognised(QUICKBOOKS, Map.of()))
                .isEqualTo("NUMBER=Num CLIENT=Name ISSUED=Date DUE=Due date TOTAL=Amount BALANCE=Open balance"
                        + " KIND=Transaction type");
    }

    @Test
    void stripeInvoices() {
        assertThat(recognised(STRIPE, Map.of()))
                .isEqualTo("NUMBER=Number CLIENT=Customer Name ISSUED=Date (UTC) DUE=Due Date (UTC) TOTAL=Total"
                        + " PAID=Amount Paid BALANCE=Amount Due CURRENCY=Currency STATUS=Status SETTLED=Paid At (UTC)"
                        + " VOIDED=Voided At (UTC) WRITTEN_OFF=Marked Uncollectible At (UTC)");
    }

    @Test
    void ibmReceivables() {
        assertThat(recognised(IBM, Map.of()))
                .isEqualTo("NUMBER=invoiceNumber CLIENT=customerID ISSUED=InvoiceDate DUE=DueDate TOTAL=InvoiceAmount"
                        + " SETTLED=SettledDate DISPUTED=Disputed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Invoice #,CUSTOMER,due_date,Amount | NUMBER=Invoice # CLIENT=CUSTOMER DUE=due_date TOTAL=Amount",
                "*InvoiceNumber,*ContactName,*DueDate,Balance Due | NUMBER=*InvoiceNumber CLIENT=*ContactName DUE=*DueDate TOTAL=Balance Due",
                "Rechnungs-Nr.,Kunde,Fälligkeit,Betrag | NUMBER=Rechnungs-Nr. CLIENT=Kunde DUE=Fälligkeit TOTAL=Betrag",
                "number,client,due date,total,paid,balance | NUMBER=number CLIENT=client DUE=due date TOTAL=total PAID=paid BALANCE=balance",
                "Reference,Amount,Total | TOTAL=Total",
            })
    void caseAndPunctuationAside(String headers, String columns) {
        assertThat(recognised(headers, Map.of())).isEqualTo(columns);
    }

    @Test
    void whatTheSettingsNameGoesBeforeWhatIsRecognised() {
        assertThat(recognised("Number,Our ref.,Client,Due,Total", Map.of("number", "our REF", "total", "nowhere")))
                .isEqualTo("NUMBER=Our ref. CLIENT=Client DUE=Due");
    }

    @Test
    void aListOfClients() {
        var headers = List.of(
                "Name",
                "Contact e-mail",
                "Contact name",
                "Account manager's e-mail",
                "Language",
                "Time zone",
                "Country",
                "Region",
                "Tag",
                "CC",
                "Pay run",
                "Purchase order",
                "Letters",
                "Statement",
                "Salutation",
                "Thanks");
        var columns = Columns.recognise(headers, ClientField.values(), Map.of());

        assertThat(Arrays.stream(ClientField.values()).filter(columns::has).map(columns::header))
                .containsExactlyElementsOf(headers);
    }

    private static String recognised(String headers, Map<String, String> chosen) {
        var columns = Columns.recognise(List.of(headers.split(",")), Field.values(), chosen);
        return Arrays.stream(Field.values())
                .filter(columns::has)
                .map(field -> field + "=" + columns.header(field))
                .collect(Collectors.joining(" "));
    }
}
