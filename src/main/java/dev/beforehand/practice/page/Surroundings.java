package dev.beforehand.practice.page;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** What a reader knows when a message is shown: who reads, the names behind ids, the practice day and the zone. */
record Surroundings(String me, Map<String, String> people, Map<String, String> channels, LocalDate today, ZoneId zone) {

    String person(String id) {
        return people.getOrDefault(id, id);
    }

    String channel(String id) {
        return channels.getOrDefault(id, id);
    }
}
