package dev.beforehand.practice.api;

import dev.beforehand.practice.faults.Delays;
import dev.beforehand.practice.faults.Fault;
import dev.beforehand.practice.faults.Faults;
import dev.beforehand.practice.workspace.Workspace;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Lets calls go wrong for which somebody has switched on a fault. */
@Component
@EnableConfigurationProperties(Delays.class)
@ConditionalOnProperty("beforehand.practice.on")
class Mishaps {

    private static final int RETRY_AFTER_SECONDS = 1;

    private final Faults faults;
    private final Workspace workspace;
    private final Delays delays;

    Mishaps(Faults faults, Workspace workspace, Delays delays) {
        this.faults = faults;
        this.workspace = workspace;
        this.delays = delays;
    }

    /** @throws Refusal where the call goes wrong before anything was done */
    void before(Method method, Call call) {
        if (faults.strike(Fault.SLOW_ANSWER, method.name())) {
            pause();
        }
        if (faults.strike(Fault.TOO_MANY_CALLS, method.name())) {
            throw Refusal.tooOften(RETRY_AFTER_SECONDS);
        }
        if (faults.strike(Fault.SERVER_ERROR, method.name())) {
            throw Refusal.serverError();
        }
        if (method.forBot() && faults.strike(Fault.TOKEN_REVOKED, method.name())) {
            throw Refusal.of("token_revoked");
        }
        if (isAboutAChannel(call)) {
            inAChannel(method);
        }
    }

    private void inAChannel(Method method) {
        if (faults.strike(Fault.CHANNEL_ARCHIVED, method.name())) {
            throw Refusal.of("is_archived");
        }
        if (faults.strike(Fault.NOT_IN_CHANNEL, method.name())) {
            throw Refusal.of("not_in_channel");
        }
    }

    /** Whether nobody hears of what was done. */
    boolean loseAnswer(String method) {
        return faults.strike(Fault.LOST_ANSWER, method);
    }

    private boolean isAboutAChannel(Call call) {
        var named = call.has("channel") ? call.text("channel") : call.text("channel_id");
        return workspace.named(named).filter(room -> !room.isDirect()).isPresent();
    }

    private void pause() {
        try {
            Thread.sleep(delays.answer());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
