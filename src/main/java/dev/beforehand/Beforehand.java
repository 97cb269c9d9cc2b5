package dev.beforehand;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Beforehand: against Slack where a bot token is set, otherwise in practice. */
@SpringBootApplication
public class Beforehand {

    public static void main(String[] args) {
        SpringApplication.run(Beforehand.class, args);
    }
}
