package dev.beforehand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Browser.class)
class LivePageTests {

    private static PracticeRun practice;

    @BeforeAll
    static void start() {
        practice = new PracticeRun();
    }

    @AfterAll
    static void stop() {
        practice.close();
    }

    @AfterEach
    void goHome() {
        practice.empties();
    }

    @Test
    void whatIsBeingTypedStaysWhenSomebodyElseSpeaks() {
        var ana = practice.ana().opensTheChannel().types("I will call");
        practice.ben().opensTheChannel().writes("Hartmann <b>called</b>");
        ana.see("Hartmann <b>called</b>");
        assertThat(ana.hasTyped()).isEqualTo("I will call|");
    }

    @Test
    void anOpenMenuStaysWhenSomebodyElseSpeaks() {
        var ana = practice.ana().opensTheChannel().opensTheMenuOfPeople();
        practice.ben().opensTheChannel().writes("Nordlicht pays on Friday");
        ana.see("Nordlicht pays on Friday");
        ana.actsAs("U0PCLARA").writes("Good to know");
        ana.seesInTheMessageWith("Good to know", "Clara Weiss");
    }

    @Test
    void anAnswerToACommandIsSeenByItsAskerAlone() {
        var ana = practice.ana().opensTheChannel();
        var ben = practice.ben().opensTheChannel();
        ben.writes("/invoices help");
        ben.see("Only visible to you");
        ben.writes("Now everybody can read this");
        ana.see("Now everybody can read this");
        assertThat(ana.text()).doesNotContain("Only visible to you");
    }

    @Test
    void whoeverUsesSlackInGermanIsAnsweredInGermanBelowADigestInEnglish() {
        var clara = practice.clara().opensTheChannel();
        clara.see("Receivables on");
        clara.writes("/invoices help");
        clara.see("Was du");
    }

    @Test
    void anUnknownCommandSaysSoAndStaysToBeMended() {
        var ana = practice.ana().opensTheChannel().writes("/invioces due");
        ana.see("/invioces is not a valid command");
        assertThat(ana.hasTyped()).startsWith("/invioces due");
    }
}
