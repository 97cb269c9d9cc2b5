package dev.beforehand.slack;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import dev.beforehand.slack.SlackCalls.Care;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hands files to Slack in its two steps: nobody sees an uploaded file before it is shared. */
final class SlackUploads {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration TRANSFER = Duration.ofMinutes(1);

    private final SlackCalls calls;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    SlackUploads(SlackCalls calls) {
        this.calls = calls;
    }

    /** Uploads all of them; where it cannot, none will be seen. */
    Reply<List<FileDetails>> upload(List<SlackFile> files) {
        var uploaded = new ArrayList<FileDetails>();
        for (var file : files) {
            var reply = upload(file);
            if (!(reply instanceof Reply.Done<FileDetails> done)) {
                return reply.map(List::of);
            }
            uploaded.add(done.value());
        }
        return new Reply.Done<>(uploaded);
    }

    /** Shows uploaded files in a channel, or under a message of it; the reply carries the id of the first. */
    Reply<String> share(String channel, @Nullable String threadTs, String comment, List<FileDetails> files) {
        return calls.call(
                Care.ONCE,
                channel,
                slack -> slack.filesCompleteUploadExternal(r ->
                        r.files(files).channelId(channel).threadTs(threadTs).initialComment(comment)),
                answer -> files.getFirst().getId());
    }

    private Reply<FileDetails> upload(SlackFile file) {
        Reply<FilesGetUploadURLExternalResponse> place = calls.call(
                Care.REPEATABLE,
                "",
                slack -> slack.filesGetUploadURLExternal(
                        r -> r.filename(file.name()).length(Math.toIntExact(file.length()))),
                Function.identity());
        return place instanceof Reply.Done<FilesGetUploadURLExternalResponse> done
                ? transfer(file, done.value().getUploadUrl(), done.value().getFileId())
                : place.map(answer -> new FileDetails());
    }

    private Reply<FileDetails> transfer(SlackFile file, String address, String id) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(TRANSFER)
                .POST(file.content())
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status == 200
                    ? new Reply.Done<>(new FileDetails(id, file.name()))
                    : new Reply.Refused<>(calls.problem("http_" + status, ""));
        } catch (IOException e) {
            return new Reply.Refused<>(calls.problem("unreachable", ""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Refused<>(calls.problem("unreachable", ""));
        }
    }
}
