package dev.beforehand.slack;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In which language whom is spoken to: a person in their own where it is offered, everybody else in that of the channels. */
@Component
public class Readers {

    private final SlackPeople people;
    private final LanguageSettings settings;

    Readers(SlackPeople people, LanguageSettings settings) {
        this.people = people;
        this.settings = settings;
    }

    public Locale ofChannels() {
        return settings.ofChannels();
    }

    /** Asks Slack; so not within a transaction. */
    Locale language(@Nullable String person) {
        return person == null
                ? ofChannels()
                : people.person(person).map(SlackUser::language).orElseGet(this::ofChannels);
    }

    Locale language(Place place) {
        return language(place.isPerson() ? place.channel() : null);
    }
}
