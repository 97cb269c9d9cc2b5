package dev.beforehand.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.Beforehand;
import dev.beforehand.database.TestDatabases;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With a bot token there is no practice: nothing of it answers, and nothing of it is even there. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = Beforehand.class,
        properties = {
            "SLACK_BOT_TOKEN=xoxb-real",
            "SLACK_SIGNING_SECRET=secret",
            "SLACK_API_URL=http://localhost:1/api/",
            "beforehand.digest.time=23:58",
            "beforehand.reminders.time=23:59",
            "db-scheduler.enabled=false"
        })
class WithATokenTests {

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", TestDatabases::sqliteUrl);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "POST, /practice/api/auth.test",
        "POST, /practice/api/chat.postMessage",
        "POST, /practice/response/x",
        "GET, /practice/page/changes",
        "GET, /practice/page/page.css",
        "GET, /practice/page/letters/1",
        "POST, /practice/page/say",
        "POST, /practice/page/act",
        "POST, /practice/page/next-morning"
    })
    void nothingAnswers(String method, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request.build(), BodyHandlers.discarding()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void noBeanIsOfPractice() {
        assertThat(Arrays.stream(context.getBeanDefinitionNames())
                        .map(context::getBean)
                        .map(AopUtils::getTargetClass)
                        .map(Class::getName))
                .noneMatch(name -> name.startsWith("dev.beforehand.practice"));
    }
}
