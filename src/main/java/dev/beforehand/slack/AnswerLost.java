package dev.beforehand.slack;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** The connection failed after the request had been handed over, or began to be: Slack may have acted on it. */
final class AnswerLost extends IOException {

    private static final long serialVersionUID = 1;

    private AnswerLost(IOException cause) {
        super("the answer of Slack was lost: " + cause.getMessage(), cause);
    }

    static boolean isThe(Throwable failure) {
        return failure instanceof AnswerLost || failure.getCause() instanceof AnswerLost;
    }

    /** Stands between the open connection and the client, so each failure that passes here came after the hand-over. */
    static Response watch(Interceptor.Chain chain) throws IOException {
        try {
            var response = chain.proceed(chain.request());
            var body = response.body();
            if (body == null) {
                return response;
            }
            try (body) {
                return response.newBuilder()
                        .body(ResponseBody.create(body.bytes(), body.contentType()))
                        .build();
            }
        } catch (IOException e) {
            throw new AnswerLost(e);
        }
    }
}
