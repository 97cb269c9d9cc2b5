package dev.beforehand.correspondence;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.ClientId;
import dev.beforehand.correspondence.Finding.Failure;
import dev.beforehand.correspondence.Unreachable.Consequence;
import dev.beforehand.mail.IncomingMail;
import dev.beforehand.mail.IncomingMailHandler;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what arrives, each mail once, in one transaction. Nothing that arrives is ever answered by itself. */
@Component
class IncomingMails implements IncomingMailHandler {

    private final Sorting sorting;
    private final IncomingRows incoming;
    private final Suspensions suspensions;
    private final Activities activities;
    private final ApplicationEventPublisher events;

    IncomingMails(
            Sorting sorting,
            IncomingRows incoming,
            Suspensions suspensions,
            Activities activities,
            ApplicationEventPublisher events) {
        this.sorting = sorting;
        this.incoming = incoming;
        this.suspensions = suspensions;
        this.activities = activities;
        this.events = events;
    }

    @Override
    @Transactional
    public void arrived(IncomingMail mail) {
        var finding = sorting.sort(mail);
        incoming.add(mail, finding).ifPresent(id -> {
            if (finding.client() instanceof ClientId client) {
                tell(id, client, mail, finding);
            }
            events.publishEvent(new IncomingChanged(id));
        });
    }

    private void tell(IncomingId id, ClientId client, IncomingMail mail, Finding finding) {
        switch (finding.kind()) {
            case REPLY -> record(Kind.REPLY_RECEIVED, client, mail.subject());
            case BOUNCE, DELAY -> finding.failures().forEach(failure -> suspend(id, client, failure));
            default -> {}
        }
    }

    private void suspend(IncomingId report, ClientId client, Failure failure) {
        suspensions.note(report, failure);
        if (failure.consequence() != Consequence.NONE) {
            record(Kind.ADDRESS_SUSPENDED, client, failure.address() + ": " + failure.said());
        }
    }

    private void record(Kind kind, ClientId client, String detail) {
        activities.record(new Activity(kind, "mail", null, client.value(), null, null, detail));
    }
}
