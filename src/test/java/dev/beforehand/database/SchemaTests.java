package dev.beforehand.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class SchemaTests {

    @Test
    void bothDatabasesHaveTheSameTablesColumnsKeysAndIndexes() throws SQLException {
        assertThat(schema(TestDatabases.sqliteUrl(), "sqlite", null))
                .containsExactlyElementsOf(schema(TestDatabases.postgresUrl(), "postgresql", "public"));
    }

    private static Set<String> schema(String url, String vendor, String name) throws SQLException {
        Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .locations("classpath:db/migration/" + vendor)
                .load()
                .migrate();
        var facts = new TreeSet<String>();
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres")) {
            columns(connection, name, facts);
            for (var table : tables(connection, name)) {
                keys(connection, name, table, facts);
            }
        }
        return facts;
    }

    private static Set<String> tables(Connection connection, String schema) throws SQLException {
        var tables = new TreeSet<String>();
        var rows = connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"});
        while (rows.next()) {
            if (ours(rows)) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static void columns(Connection connection, String schema, Set<String> facts) throws SQLException {
        var rows = connection.getMetaData().getColumns(null, schema, "%", "%");
        while (rows.next()) {
            if (ours(rows) && tables(connection, schema).contains(rows.getString("TABLE_NAME"))) {
                var key = rows.getString("COLUMN_NAME").equals("id");
                var needed = key || rows.getInt("NULLABLE") == 0;
                facts.add(rows.getString("TABLE_NAME") + "." + rows.getString("COLUMN_NAME")
                        + (needed ? " not null" : ""));
            }
        }
    }

    private static void keys(Connection connection, String schema, String table, Set<String> facts)
            throws SQLException {
        var foreign = connection.getMetaData().getImportedKeys(null, schema, table);
        while (foreign.next()) {
            facts.add(table + "." + foreign.getString("FKCOLUMN_NAME") + " -> " + foreign.getString("PKTABLE_NAME"));
        }
        var indexes = connection.getMetaData().getIndexInfo(null, schema, table, false, false);
        while (indexes.next()) {
            var index = indexes.getString("INDEX_NAME");
            // What a key or a unique column brings along has another name in each database.
            if (index != null && !index.startsWith("sqlite_") && !index.endsWith("_pkey") && !index.endsWith("_key")) {
                facts.add(index + "(" + indexes.getString("COLUMN_NAME") + ")"
                        + (indexes.getBoolean("NON_UNIQUE") ? "" : " unique"));
            }
        }
    }

    private static boolean ours(ResultSet row) throws SQLException {
        var table = row.getString("TABLE_NAME");
        return !table.startsWith("flyway_") && !table.startsWith("sqlite_");
    }
}
