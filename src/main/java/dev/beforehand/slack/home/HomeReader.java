package dev.beforehand.slack.home;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.beforehand.accounts.Portfolio.Page;
import dev.beforehand.accounts.Portfolio.Sum;
import dev.beforehand.accounts.Portfolios;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Role;
import dev.beforehand.digest.Agenda;
import dev.beforehand.digest.Agendas;
import dev.beforehand.digest.Digest.PlanLine;
import dev.beforehand.digest.Digest.Section;
import dev.beforehand.digest.Digests;
import dev.beforehand.digest.LettersToday;
import dev.beforehand.digest.Months;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.HomeTab;
import dev.beforehand.slack.Permalinks;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.Roles;
import dev.beforehand.slack.TodaysDigest;
import dev.beforehand.slack.home.Home.Whose;
import dev.beforehand.slack.setup.Setup;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody sees on Home, one query a section however many clients they have, and has it laid out. */
@Component
class HomeReader implements HomeTab {

    static final int CLIENTS = 10;
    private static final int LETTERS = 5;

    private final Roles roles;
    private final CurrentColleague current;
    private final HomeRows rows;
    private final Agendas agendas;
    private final Digests digests;
    private final Portfolios portfolios;
    private final Months months;
    private final LettersToday letters;
    private final Setup setup;
    private final TodaysDigest digest;
    private final Permalinks permalinks;
    private final HomeBlocks blocks;
    private final Strangers strangers;
    private final Clock clock;

    HomeReader(
            Roles roles,
            CurrentColleague current,
            HomeRows rows,
            Agendas agendas,
            Digests digests,
            Portfolios portfolios,
            Months months,
            LettersToday letters,
            Setup setup,
            TodaysDigest digest,
            Permalinks permalinks,
            HomeBlocks blocks,
            Strangers strangers,
            Clock clock) {
        this.roles = roles;
        this.current = current;
        this.rows = rows;
        this.agendas = agendas;
        this.digests = digests;
        this.portfolios = portfolios;
        this.months = months;
        this.letters = letters;
        this.setup = setup;
        this.digest = digest;
        this.permalinks = permalinks;
        this.blocks = blocks;
        this.strangers = strangers;
        this.clock = clock;
    }

    @Override
    public View render(String person) {
        return roles.of(person)
                .map(role -> blocks.render(read(current.of(person), person, role)))
                .orElseGet(() -> strangers.render(person));
    }

    /** How the Home of somebody with a role is set up when they first look at it. */
    Home first(String person) {
        var manages = portfolios.hasClients(current.of(person).id());
        return Home.first(person, manages ? Whose.MINE : Whose.ALL);
    }

    private Sight read(Colleague colleague, String person, Role role) {
        var day = LocalDate.now(clock);
        var home = rows.find(person).orElseGet(() -> first(person));
        var agenda = agendas.of(colleague.id(), day);
        var plans =
                role == Role.FINANCE_LEAD ? digests.plans(HomeBlocks.LINES, 0) : new Section<PlanLine>(List.of(), 0);
        var manager = home.whose() == Whose.MINE ? colleague.id() : null;
        var sums = portfolios.sums(manager, day);
        var sum = sums.stream()
                .filter(each -> each.open().getCurrencyUnit().equals(home.currency()))
                .findFirst()
                .orElseGet(() -> sums.isEmpty() ? null : sums.getFirst());
        return new Sight(
                home,
                role,
                day,
                portfolios.hasClients(colleague.id()),
                setup(person, role),
                agenda,
                plans,
                sums,
                sum,
                sum == null ? null : page(manager, day, home, sum),
                months.of(manager, day),
                letters.on(day, manager, LETTERS),
                links(home, agenda, plans));
    }

    private Page page(@Nullable ColleagueId manager, LocalDate day, Home home, Sum sum) {
        return portfolios.page(
                manager, day, sum.open().getCurrencyUnit(), home.order(), home.onlyLate(), home.page(), CLIENTS);
    }

    private List<LayoutBlock> setup(String person, Role role) {
        return role == Role.FINANCE_LEAD && !setup.isGood(person) ? setup.blocks(person) : List.of();
    }

    private Map<String, String> links(Home home, Agenda agenda, Section<PlanLine> plans) {
        var links = new HashMap<String, String>();
        if (home.tour().isUnderWay()) {
            digest.thread()
                    .flatMap(place -> permalinks.to(new Posted(place.channel(), String.valueOf(place.threadTs()))))
                    .ifPresent(link -> links.put(TourBlocks.DIGEST, link));
        }
        WaitingLines.subjects(agenda, plans)
                .forEach(subject -> permalinks.to(subject).ifPresent(link -> links.put(subject, link)));
        return links;
    }
}
