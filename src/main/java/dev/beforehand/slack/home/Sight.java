package dev.beforehand.slack.home;

import com.slack.api.model.block.LayoutBlock;
import dev.beforehand.accounts.Portfolio.Page;
import dev.beforehand.accounts.Portfolio.Sum;
import dev.beforehand.clients.Role;
import dev.beforehand.digest.Agenda;
import dev.beforehand.digest.Digest.PlanLine;
import dev.beforehand.digest.Digest.Section;
import dev.beforehand.digest.LettersToday.Letters;
import dev.beforehand.digest.Month;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that somebody sees on Home, as it was read.
 *
 * @param hasClients whether anybody's clients are theirs
 * @param setup the list of what Beforehand needs; empty for those who need not see it
 * @param plans that wait for a decision; none for those who do not decide
 * @param sums of the clients that the list is about, a currency each
 * @param page in the currency of {@code sum}; empty where nothing is open
 * @param links to the messages that show subjects, where they stand
 */
record Sight(
        Home home,
        Role role,
        LocalDate day,
        boolean hasClients,
        List<LayoutBlock> setup,
        Agenda agenda,
        Section<PlanLine> plans,
        List<Sum> sums,
        @Nullable Sum sum,
        @Nullable Page page,
        Month month,
        Letters letters,
        Map<String, String> links) {}
