package dev.beforehand.practice.page;

import dev.beforehand.practice.PracticeClient;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person does on the page with a letter, in the place of the client. */
@RestController
@RequestMapping("/practice/page")
@ConditionalOnProperty("beforehand.practice.on")
class LetterDoingsController {

    private final PracticeClient client;

    LetterDoingsController(PracticeClient client) {
        this.client = client;
    }

    record Reply(String letter, String text) {}

    record Bounce(String letter) {}

    @PostMapping("/answer-letter")
    DoingsController.Answer answer(@RequestBody Reply reply) {
        return answer(client.answer(reply.letter(), reply.text()));
    }

    @PostMapping("/bounce-letter")
    DoingsController.Answer bounce(@RequestBody Bounce bounce) {
        return answer(client.bounce(bounce.letter()));
    }

    private static DoingsController.Answer answer(Optional<String> problem) {
        return new DoingsController.Answer(problem.orElse(null), Map.of());
    }
}
