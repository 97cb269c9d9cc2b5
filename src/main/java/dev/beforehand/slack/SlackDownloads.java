package dev.beforehand.slack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Fetches files that people share. The bot's token goes to Slack and to nobody else, whatever address a file has. */
@Component
public class SlackDownloads {

    private static final Logger log = LoggerFactory.getLogger(SlackDownloads.class);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration TRANSFER = Duration.ofMinutes(5);

    private final SlackSettings settings;
    private final URI api;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(Redirect.NEVER)
            .build();

    SlackDownloads(SlackSettings settings) {
        this.settings = settings;
        this.api = URI.create(settings.apiUrl());
    }

    /** What became of one. */
    public enum Download {
        DONE,
        /** The address is not one of Slack's. */
        ELSEWHERE,
        TOO_LARGE,
        /** Slack asks to sign in instead: the token may not read files. */
        NOT_ALLOWED,
        FAILED
    }

    /** @param file is written anew; what stands in it counts only where all of it came */
    public Download fetch(String address, Path file, DataSize most) {
        if (!isSlacks(address)) {
            return Download.ELSEWHERE;
        }
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + settings.botToken())
                .build();
        var answer = http.sendAsync(request, BodyHandlers.limiting(into(file), most.toBytes()));
        try {
            return read(answer.get(TRANSFER.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return failed(e.getCause() instanceof IOException cause ? cause : e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return failed(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return failed(e);
        }
    }

    /** A page to sign in is no file. */
    private static BodyHandler<Boolean> into(Path file) {
        return answer -> answer.statusCode() == 200
                        && !isPage(answer.headers().firstValue("Content-Type").orElse(""))
                ? BodySubscribers.mapping(
                        BodySubscribers.ofFile(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.TRUNCATE_EXISTING),
                        written -> true)
                : BodySubscribers.replacing(false);
    }

    private static boolean isPage(String type) {
        return type.toLowerCase(Locale.ROOT).startsWith("text/html");
    }

    private static Download read(HttpResponse<Boolean> answer) {
        if (answer.body()) {
            return Download.DONE;
        }
        log.warn("Slack answered {} when a file was fetched.", answer.statusCode());
        return answer.statusCode() < 400 || answer.statusCode() == 401 || answer.statusCode() == 403
                ? Download.NOT_ALLOWED
                : Download.FAILED;
    }

    private static Download failed(Exception e) {
        if (String.valueOf(e.getMessage()).contains("body exceeds capacity")) {
            return Download.TOO_LARGE;
        }
        log.warn("A file could not be fetched from Slack.", e);
        return Download.FAILED;
    }

    private boolean isSlacks(String address) {
        try {
            var url = URI.create(address);
            var host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
            return isOfTheApi(url)
                    || ("https".equals(url.getScheme())
                            && url.getUserInfo() == null
                            && (host.equals("slack.com") || host.endsWith(".slack.com")));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isOfTheApi(URI url) {
        return api.getScheme().equals(url.getScheme()) && api.getAuthority().equals(url.getAuthority());
    }
}
