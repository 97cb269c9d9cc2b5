package dev.beforehand.practice.page;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration
@org.springframework.boot.autoconfigure.EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration",
            "org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration",
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration"
        })
@Import({Pages.class, PageController.class, DoingsController.class, Changes.class, PageWebConfiguration.class})
public class PageDemo {
    public static void main(String[] args) {
        SpringApplication.run(PageDemo.class, "--server.port=18082", "--beforehand.practice.on=true");
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2013-06-17T07:31:00Z"), ZoneId.of("Europe/London"));
    }

    static String card(String client, String words, String due, String state, String buttons) {
        return """
            [{"type":"section","block_id":"s","text":{"type":"mrkdwn","text":"*%s*\\n%s"},
              "accessory":{"type":"overflow","action_id":"more","options":[
               {"value":"plan","text":{"type":"plain_text","text":"Propose plan"}},
               {"value":"send","text":{"type":"plain_text","text":"Send reminder now"}}]}},
             {"type":"context","block_id":"c","elements":[{"type":"mrkdwn","text":"%s"},{"type":"mrkdwn","text":"%s"}]}%s]""".formatted(client, words, due, state, buttons);
    }

    static final String BUTTONS = """
        ,{"type":"actions","block_id":"a","elements":[
          {"type":"button","style":"primary","action_id":"checkin.claim","value":"1","text":{"type":"plain_text","text":"Claim"}},
          {"type":"button","action_id":"feedback.open","value":"1","text":{"type":"plain_text","text":"Log feedback"}},
          {"type":"button","style":"danger","action_id":"cancel","value":"1","text":{"type":"plain_text","text":"Cancel"},
           "confirm":{"title":{"type":"plain_text","text":"Cancel this check-in?"},"text":{"type":"mrkdwn","text":"Nobody will talk to *Hartmann* before the due date."},"confirm":{"type":"plain_text","text":"Cancel it"},"deny":{"type":"plain_text","text":"Keep it"},"style":"danger"}}]}""";

    @Bean
    SampleChat chat() {
        var chat = new SampleChat() {
            @Override
            public java.util.Optional<String> act(
                    String person,
                    Place place,
                    tools.jackson.databind.JsonNode action,
                    tools.jackson.databind.JsonNode state) {
                var id = action.path("action_id").asString("");
                if (id.equals("feedback.open")) {
                    open(person, "VFEED", FEEDBACK);
                } else if (id.equals("propose")) {
                    open(person, "VPLAN", PLAN);
                } else if (id.equals("checkin.claim")) {
                    listeners.forEach(Runnable::run);
                    return java.util.Optional.of("Beforehand did not answer in time.");
                }
                listeners.forEach(Runnable::run);
                return super.act(person, place, action, state);
            }

            @Override
            public java.util.Optional<String> nextMorning() {
                try {
                    Thread.sleep(3000);
                } catch (InterruptedException e) {
                }
                return super.nextMorning();
            }
        };
        chat.say("C0PRECEIVABLES", "1371199800.000100", "U0PBOT", "", """
            [{"type":"section","text":{"type":"mrkdwn","text":":inbox_tray: 3 payments arrived over the weekend: *EUR 12,430.00* and *GBP 900.00*."}}]""", null, null, java.util.Map.of());
        chat.say(
                "C0PRECEIVABLES",
                "1371200040.000100",
                "U0PCLARA",
                "Nordlicht called, they pay on *Wednesday* :tada:",
                "[]",
                null,
                null,
                java.util.Map.of("tada", java.util.List.of("U0PANA", "U0PBEN")));
        chat.say(
                "C0PRECEIVABLES",
                "1371200100.000100",
                "U0PCLARA",
                "<@U0PANA> can you look at Aldgate? They dispute `INV-1042`, see <https://brightwater.example/docs|the delivery note>\\n> two pallets were missing\\n"
                        .replace("\\n", "\n"),
                "[]",
                null,
                null,
                java.util.Map.of());
        var digest = new StringBuilder("""
            [{"type":"header","text":{"type":"plain_text","text":":sunrise: Monday, 17 June"}},
             {"type":"context","elements":[{"type":"mrkdwn","text":"Since Friday: 3 payments (EUR 12,430.00, GBP 900.00) · 1 promise kept · 1 plan approved by <@U0PDANA>"}]},
             {"type":"section","fields":[
               {"type":"mrkdwn","text":"*Open*\\nEUR 184,230.50\\nGBP 21,400.00"},
               {"type":"mrkdwn","text":"*Overdue*\\nEUR 18,730.00\\nGBP 2,150.00"},
               {"type":"mrkdwn","text":"*Due this week*\\nEUR 32,911.20"},
               {"type":"mrkdwn","text":"*Promised*\\nEUR 9,400.00"}]},
             {"type":"divider"},
             {"type":"section","text":{"type":"mrkdwn","text":"*To claim* · 4"}},
             {"type":"section","text":{"type":"mrkdwn","text":"• *Hartmann &amp; Söhne*  INV-1061, INV-1064  EUR 8,420.00  due Fri 21 Jun  <@U0PANA>\\n• *Nordlicht AG*  INV-1058  EUR 3,100.00  due Thu 20 Jun  <@U0PCLARA>\\n• *Café Central &lt;Wien&gt;*  INV-1070  EUR 640.50  due Mon 24 Jun  <@U0PCLARA>\\n• *Aldgate Stationers*  INV-1071  GBP 1,250.00  due Mon 24 Jun  <@U0PBEN>"}},
             {"type":"section","text":{"type":"mrkdwn","text":"*Claimed by* · 2"}},
             {"type":"section","text":{"type":"mrkdwn","text":"• *Lumen Optics*  INV-1049  EUR 2,900.00  due Wed 19 Jun  claimed by <@U0PANA>\\n• *Harbour Foods*  INV-1055  GBP 4,410.00  due Tue 18 Jun  claimed by <@U0PBEN>"}},
             {"type":"section","text":{"type":"mrkdwn","text":"*Overdue* · 9"}},
             {"type":"table","column_settings":[{"align":"left"},{"align":"right"},{"align":"right"}],"rows":[
               [{"type":"raw_text","text":"Age"},{"type":"raw_text","text":"Invoices"},{"type":"raw_text","text":"Balance"}],
               [{"type":"raw_text","text":"1-30 days"},{"type":"raw_text","text":"6"},{"type":"raw_text","text":"EUR 11,200.00"}],
               [{"type":"raw_text","text":"31-60 days"},{"type":"raw_text","text":"2"},{"type":"raw_text","text":"EUR 5,130.00"}],
               [{"type":"raw_text","text":"over 60 days"},{"type":"raw_text","text":"1"},{"type":"raw_text","text":"GBP 2,150.00"}]]},
             {"type":"section","text":{"type":"mrkdwn","text":"*Plans waiting for approval* · 1\\n• *Steinbach Logistik*  4 × EUR 2,000.00 from 1 Jul  proposed by <@U0PBEN>"},
              "accessory":{"type":"button","action_id":"plan.show","text":{"type":"plain_text","text":"Show plan"}}},
             {"type":"context","elements":[{"type":"mrkdwn","text":":envelope: 5 letters leave at 10:00 · and 12 more invoices"}]},
             {"type":"actions","elements":[{"type":"button","action_id":"digest.all","text":{"type":"plain_text","text":"Show all"}},
               {"type":"button","action_id":"propose","value":"1","text":{"type":"plain_text","text":"Propose plan"}},
               {"type":"static_select","action_id":"digest.filter","placeholder":{"type":"plain_text","text":"Account manager"},"options":[{"value":"a","text":{"type":"plain_text","text":"Ana Ruiz"}}]},
               {"type":"datepicker","action_id":"digest.day","initial_date":"2013-06-17"}]}]""");
        chat.say(
                "C0PRECEIVABLES",
                "1371454200.000100",
                "U0PBOT",
                "",
                digest.toString(),
                null,
                null,
                java.util.Map.of("eyes", java.util.List.of("U0PANA")));
        chat.say(
                "C0PRECEIVABLES",
                "1371454210.000100",
                "U0PBOT",
                "",
                card(
                        "Hartmann &amp; Söhne",
                        "INV-1061 EUR 5,220.00 · INV-1064 EUR 3,200.00",
                        ":date: due Fri 21 Jun",
                        "<@U0PANA>",
                        BUTTONS),
                "1371454200.000100",
                null,
                java.util.Map.of());
        chat.say(
                "C0PRECEIVABLES",
                "1371454211.000100",
                "U0PBOT",
                "",
                card("Nordlicht AG", "INV-1058 EUR 3,100.00", ":date: due Thu 20 Jun", "<@U0PCLARA>", BUTTONS),
                "1371454200.000100",
                null,
                java.util.Map.of());
        chat.say(
                "C0PRECEIVABLES",
                "1371454212.000100",
                "U0PBOT",
                "",
                card(
                        "Lumen Optics",
                        "INV-1049 EUR 2,900.00",
                        ":date: due Wed 19 Jun",
                        ":eyes: claimed by <@U0PANA> at 08:31",
                        BUTTONS),
                "1371454200.000100",
                null,
                java.util.Map.of("eyes", java.util.List.of("U0PANA"), "white_check_mark", java.util.List.of("U0PBEN")));
        chat.say(
                "C0PRECEIVABLES",
                "1371454213.000100",
                "U0PBEN",
                "I have their CFO on the phone at eleven.",
                "[]",
                "1371454200.000100",
                null,
                java.util.Map.of());
        chat.say(
                "C0PRECEIVABLES",
                "1371454214.000100",
                "U0PBOT",
                "<@U0PBEN> was quicker: *Harbour Foods* is claimed already.",
                "[]",
                "1371454200.000100",
                "U0PANA",
                java.util.Map.of());
        chat.say(
                "C0PRECEIVABLES",
                "1371454260.000100",
                "U0PBOT",
                "No invoice or client begins with *aldgaet*. Try `/invoices help`.",
                "[]",
                null,
                "U0PANA",
                java.util.Map.of());
        var html = """
            <!doctype html><html><body style="font-family:Arial,sans-serif;color:#222;max-width:560px;margin:24px auto;padding:0 16px">
            <p>Dear Ms Hartmann,</p><p>two of our invoices are due on <b>Friday, 21 June 2013</b>:</p>
            <table style="border-collapse:collapse;width:100%"><tr><td style="padding:6px 0;border-bottom:1px solid #ddd">INV-1061</td><td style="text-align:right;border-bottom:1px solid #ddd">EUR 5,220.00</td></tr>
            <tr><td style="padding:6px 0;border-bottom:1px solid #ddd">INV-1064</td><td style="text-align:right;border-bottom:1px solid #ddd">EUR 3,200.00</td></tr></table>
            <p>If something keeps you from paying in time, please reply to this letter. I read it myself.</p><p>Kind regards<br>Ana Ruiz<br>Brightwater Supplies</p><script>document.body.textContent='hacked'</script></body></html>""";
        chat.letter(
                "1",
                "2013-06-14T09:00:00Z",
                "accounts@nordlicht.example",
                "Your invoice INV-1058 is due on Thursday",
                html,
                "Dear ...");
        chat.letter(
                "2",
                "2013-06-14T09:00:02Z",
                "Eva Hartmann <eva@hartmann.example>",
                "Two invoices are due on Friday, 21 June",
                html,
                "Dear Ms Hartmann,\n\ntwo of our invoices are due on Friday, 21 June 2013:\n\nINV-1061   EUR 5,220.00\nINV-1064   EUR 3,200.00\n\nKind regards\nAna Ruiz");
        return chat;
    }

    static final String FEEDBACK = """
        {"type":"modal","callback_id":"feedback","title":{"type":"plain_text","text":"Log feedback"},"submit":{"type":"plain_text","text":"Save"},"close":{"type":"plain_text","text":"Cancel"},
         "blocks":[{"type":"section","text":{"type":"mrkdwn","text":"*Hartmann &amp; Söhne*\\nINV-1061, INV-1064 · EUR 8,420.00"}},
          {"type":"input","block_id":"said","label":{"type":"plain_text","text":"What they said"},"element":{"type":"plain_text_input","action_id":"t","multiline":true,"placeholder":{"type":"plain_text","text":"In a sentence or two"}}},
          {"type":"input","block_id":"mood","label":{"type":"plain_text","text":"Outcome"},"element":{"type":"radio_buttons","action_id":"m","options":[
            {"value":"a","text":{"type":"plain_text","text":"On track"}},{"value":"b","text":{"type":"plain_text","text":"Will pay on a date"},"description":{"type":"plain_text","text":"Letters wait until then"}},{"value":"c","text":{"type":"plain_text","text":"There is a problem"}}]}},
          {"type":"input","block_id":"date","optional":true,"label":{"type":"plain_text","text":"Promised date"},"element":{"type":"datepicker","action_id":"d","initial_date":"2013-06-24"}},
          {"type":"input","block_id":"amount","optional":true,"label":{"type":"plain_text","text":"Promised amount"},"hint":{"type":"plain_text","text":"In EUR; leave empty for the whole balance"},"element":{"type":"number_input","action_id":"n","is_decimal_allowed":true}},
          {"type":"input","block_id":"who","optional":true,"label":{"type":"plain_text","text":"Tell"},"element":{"type":"multi_static_select","action_id":"w","placeholder":{"type":"plain_text","text":"Nobody else"},"options":[
            {"value":"a","text":{"type":"plain_text","text":"Ben Okafor"}},{"value":"b","text":{"type":"plain_text","text":"Clara Weiss"}}]}}]}""";
    static final String PLAN = """
        {"type":"modal","callback_id":"plan","title":{"type":"plain_text","text":"Propose plan"},"submit":{"type":"plain_text","text":"Propose"},"close":{"type":"plain_text","text":"Cancel"},
         "blocks":[{"type":"input","block_id":"count","dispatch_action":true,"label":{"type":"plain_text","text":"Instalments"},"element":{"type":"static_select","action_id":"n","initial_option":{"value":"4","text":{"type":"plain_text","text":"4"}},"options":[
            {"value":"3","text":{"type":"plain_text","text":"3"}},{"value":"4","text":{"type":"plain_text","text":"4"}}]}},
          {"type":"input","block_id":"first","dispatch_action":true,"label":{"type":"plain_text","text":"First payment"},"element":{"type":"datepicker","action_id":"d","initial_date":"2013-07-01"}},
          {"type":"section","text":{"type":"mrkdwn","text":"*Schedule*\\n```\\n1 Jul   EUR 2,105.00\\n1 Aug   EUR 2,105.00\\n1 Sep   EUR 2,105.00\\n1 Oct   EUR 2,105.00\\n```"}}]}""";
}
