package dev.beforehand.practice.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The arguments of one call, whether they came as a form or as JSON. */
record Call(ObjectNode arguments) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Empty where it is not there. */
    String text(String name) {
        return arguments.path(name).asString("");
    }

    @Nullable
    String textOrNull(String name) {
        var text = text(name);
        return text.isEmpty() ? null : text;
    }

    boolean has(String name) {
        return arguments.hasNonNull(name) && !text(name).equals("null");
    }

    /** An argument with a structure, which forms carry as text; missing where it is not there or cannot be read. */
    JsonNode json(String name) {
        var value = arguments.path(name);
        if (!value.isString()) {
            return value;
        }
        try {
            return JSON.readTree(value.asString());
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
