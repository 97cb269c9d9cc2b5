package dev.beforehand.digest;

import dev.beforehand.clients.ColleagueId;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** Finds what waits for an account manager; one query a section, however many clients they have. */
@Service
public class Agendas {

    private final AgendaCheckIns checkIns;
    private final AgendaPromises promises;
    private final AgendaMails mails;
    private final AgendaLetters letters;

    Agendas(AgendaCheckIns checkIns, AgendaPromises promises, AgendaMails mails, AgendaLetters letters) {
        this.checkIns = checkIns;
        this.promises = promises;
        this.mails = mails;
        this.letters = letters;
    }

    public Agenda of(ColleagueId person, LocalDate today) {
        return new Agenda(
                today,
                checkIns.toClaim(person, today),
                checkIns.claimed(person, today),
                promises.promised(person, today),
                promises.broken(person, today),
                mails.replies(person),
                mails.bounces(person),
                letters.waiting(person, today));
    }
}
