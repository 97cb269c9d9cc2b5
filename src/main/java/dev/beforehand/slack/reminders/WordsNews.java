package dev.beforehand.slack.reminders;

import dev.beforehand.letters.Phrases;
import dev.beforehand.letters.RefusedFile;
import dev.beforehand.reminders.WordsMended;
import dev.beforehand.reminders.WordsRefused;
import dev.beforehand.slack.FinanceLeads;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the finance leads which edited files of words cannot be used and what is used meanwhile, and when all are good again. */
@Component
class WordsNews {

    private static final int MOST_FILES = 8;
    private static final int MOST_PROBLEMS = 3;
    private static final int LONGEST_PROBLEM = 300;

    private final FinanceLeads leads;
    private final Phrases phrases;

    WordsNews(FinanceLeads leads, Phrases phrases) {
        this.leads = leads;
        this.phrases = phrases;
    }

    @EventListener
    void refused(WordsRefused event) {
        tell(() -> text(event.files()));
    }

    @EventListener(WordsMended.class)
    void mended() {
        tell(() -> phrases.say("words.mended"));
    }

    private void tell(Supplier<String> text) {
        leads.tell(() -> SlackMessage.of(text.get()));
    }

    String text(List<RefusedFile> files) {
        var lines = new ArrayList<String>();
        lines.add(phrases.say("words.refused", files.size(), Map.of()));
        files.stream().limit(MOST_FILES).forEach(file -> {
            lines.addAll(problems(file));
            lines.add(phrases.say("words.meanwhile." + file.meanwhile()));
        });
        if (files.size() > MOST_FILES) {
            lines.add(phrases.say("words.more-files", files.size() - MOST_FILES, Map.of()));
        }
        return String.join("\n", lines);
    }

    private List<String> problems(RefusedFile file) {
        var lines = new ArrayList<String>();
        file.problems().stream()
                .limit(MOST_PROBLEMS)
                .map(problem -> phrases.say("words.problem", Map.of("problem", Format.cut(problem, LONGEST_PROBLEM))))
                .forEach(lines::add);
        var more = file.problems().size() - MOST_PROBLEMS;
        if (more > 0) {
            lines.add(phrases.say("words.more-problems", more, Map.of()));
        }
        return lines;
    }
}
