package dev.beforehand.database;

import dev.beforehand.TestFolders;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A new, empty database for each context that asks for one. */
public final class TestDatabases {

    /** The configurations that declare how ids are stored. */
    static final String ID_COLUMNS = "dev\\.beforehand\\.(client|invoice|checkin|plan|reminder)s\\.\\w+Configuration";

    private TestDatabases() {}

    /** A file in a temporary folder. */
    public static String sqliteUrl() {
        return "jdbc:sqlite:" + TestFolders.make("database").resolve("test.db");
    }

    /** A database of its own on one PostgreSQL server, which starts with the first of them. */
    public static String postgresUrl() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database could not be created.", e);
        }
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    private static void use(ConfigurableApplicationContext context, String url) {
        TestPropertyValues.of("spring.datasource.url=" + url).applyTo(context);
    }

    static class Sqlite implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            use(context, sqliteUrl());
        }
    }

    static class Postgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            use(context, postgresUrl());
        }
    }

    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
