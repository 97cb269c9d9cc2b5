package dev.beforehand.letters;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sentences as text in the database; what an earlier version wrote there is words already. */
final class SentenceText {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SAY = "say";
    private static final String MOMENT = "moment";
    private static final String MONEY = "money";
    private static final String BEGINNING = "{\"" + SAY + "\":";

    private SentenceText() {}

    /** The same for the same sentence. */
    static String write(Sentence sentence) {
        return JSON.writeValueAsString(plain(sentence));
    }

    /** Whether words would be taken for a sentence; what somebody else has said may begin like one. */
    static boolean isWritten(String text) {
        return text.startsWith(BEGINNING);
    }

    static Sentence read(String text) {
        return isWritten(text) && parsed(text) instanceof Sentence sentence ? sentence : Sentence.asIs(text);
    }

    private static Object parsed(String text) {
        try {
            return value(JSON.readValue(text, Object.class));
        } catch (JacksonException e) {
            return text;
        }
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Sentence sentence -> plain(sentence);
            case List<?> list -> list.stream().map(SentenceText::plain).toList();
            case LocalDateTime moment -> Map.of(MOMENT, moment.toString());
            case Money amount -> Map.of(MONEY, amount.toString());
            default -> value;
        };
    }

    private static Map<String, Object> plain(Sentence sentence) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put(SAY, sentence.key());
        new TreeMap<String, Object>(sentence.values()).forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static Object value(Object plain) {
        return switch (plain) {
            case Map<?, ?> map -> value(map);
            case List<?> list -> list.stream().map(SentenceText::value).toList();
            default -> plain;
        };
    }

    private static Object value(Map<?, ?> map) {
        if (map.get(SAY) instanceof String key) {
            return new Sentence(key, values(map));
        }
        if (map.get(MOMENT) instanceof String moment) {
            return LocalDateTime.parse(moment);
        }
        if (map.get(MONEY) instanceof String amount) {
            return Money.parse(amount);
        }
        return map;
    }

    private static Map<String, Object> values(Map<?, ?> sentence) {
        var values = new HashMap<String, Object>();
        sentence.forEach((name, plain) -> values.put(String.valueOf(name), value(plain)));
        values.remove(SAY);
        return values;
    }
}
