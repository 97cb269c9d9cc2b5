package dev.beforehand.slack.checkins;

import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dev.beforehand.checkins.Conversations;
import dev.beforehand.clients.Role;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.SlackSurface;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The button *Log feedback* and the form behind it. */
@Component
class LogFeedbackHandler implements SlackSurface {

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
    public void register(Gate gate) {
        gate.blockAction(CheckInButtons.FEEDBACK, Role.ACCOUNT_MANAGER, this::open);
        gate.viewSubmission(FeedbackAsk.FORMS, Role.ACCOUNT_MANAGER, this::submit);
    }

    private Response open(BlockActionRequest request, ActionContext context) {
        forms.open(request.getPayload(), CheckInButtons.checkIn(request.getPayload()), FeedbackAsk.ANYTHING);
        return context.ack();
    }

    private Response submit(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var view = request.getPayload().getView();
        var sheet = FeedbackSheet.of(view.getPrivateMetadata());
        var card = reader.read(sheet.checkIn()).orElse(null);
        if (card == null) {
            return context.ackWithErrors(Map.of(FeedbackForm.WORDS, phrases.say("card.refused.gone")));
        }
        var form = new FeedbackForm(FormFields.of(view), card.open(), LocalDate.now(clock), phrases);
        return switch (form.read(FeedbackAsk.of(view.getCallbackId()))) {
            case FeedbackForm.Read.Bad bad -> context.ackWithErrors(bad.errors());
            case FeedbackForm.Read.Good good -> {
                var author = current.of(request.getPayload().getUser().getId()).id();
                conversations.log(sheet.checkIn(), good.said(), author, sheet.form());
                yield context.ack();
            }
        };
    }
}
