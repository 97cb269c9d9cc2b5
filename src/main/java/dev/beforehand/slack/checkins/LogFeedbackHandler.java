package dev.beforehand.slack.checkins;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.ClientSaid;
import dev.beforehand.checkins.Conversations;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.SlackSurface;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The button *Log feedback* and the form behind it. */
@Component
class LogFeedbackHandler implements SlackSurface {

    private static final Duration DOUBLE_CLICK = Duration.ofMinutes(1);

    private final FeedbackForms forms;
    private final CheckInCardReader reader;
    private final Conversations conversations;
    private final CurrentColleague current;
    private final Phrases phrases;
    private final Clock clock;

    LogFeedbackHandler(
            FeedbackForms forms,
            CheckInCardReader reader,
            Conversations conversations,
            CurrentColleague current,
            Phrases phrases,
            Clock clock) {
        this.forms = forms;
        this.reader = reader;
        this.conversations = conversations;
        this.current = current;
        this.phrases = phrases;
        this.clock = clock;
    }

    @Override
    public void register(App app) {
        app.blockAction(CheckInButtons.FEEDBACK, this::open);
        app.viewSubmission(FeedbackAsk.FORMS, this::submit);
    }

    private Response open(BlockActionRequest request, ActionContext context) {
        forms.open(request.getPayload(), CheckInButtons.checkIn(request.getPayload()), FeedbackAsk.ANYTHING);
        return context.ack();
    }

    private Response submit(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var view = request.getPayload().getView();
        var id = new CheckInId(Long.parseLong(view.getPrivateMetadata()));
        var card = reader.read(id).orElse(null);
        if (card == null) {
            return context.ackWithErrors(Map.of(FeedbackForm.WORDS, phrases.say("card.refused.gone")));
        }
        var form = new FeedbackForm(FormFields.of(view), card.open(), LocalDate.now(clock), phrases);
        return switch (form.read(FeedbackAsk.of(view.getCallbackId()))) {
            case FeedbackForm.Read.Bad bad -> context.ackWithErrors(bad.errors());
            case FeedbackForm.Read.Good good -> {
                log(
                        id,
                        good.said(),
                        current.of(request.getPayload().getUser().getId()).id());
                yield context.ack();
            }
        };
    }

    private void log(CheckInId id, ClientSaid said, ColleagueId author) {
        if (!isLogged(id, said, author)) {
            conversations.log(id, said, author);
        }
    }

    /** Whether the form was just sent twice. */
    private boolean isLogged(CheckInId id, ClientSaid said, ColleagueId author) {
        var since = clock.instant().minus(DOUBLE_CLICK);
        return conversations.of(id).stream()
                .filter(earlier -> earlier.at().isAfter(since))
                .anyMatch(earlier -> earlier.authorId().equals(author)
                        && earlier.words().equals(said.words())
                        && earlier.mood() == said.mood()
                        && earlier.problem() == said.problem());
    }
}
