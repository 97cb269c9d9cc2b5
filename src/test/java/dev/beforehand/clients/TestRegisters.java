package dev.beforehand.clients;

import org.springframework.jdbc.core.JdbcTemplate;

/** Makes a register for tests that have a database but no application. */
public final class TestRegisters {

    private TestRegisters() {}

    public static ClientRegister on(JdbcTemplate jdbc) {
        return new ClientRegister(jdbc);
    }
}
