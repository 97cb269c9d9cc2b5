package dev.beforehand.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.util.TestSocketUtils;

class FreshStartTests {

    @TempDir
    Path folder;

    private Path database;

    @BeforeEach
    void write() throws IOException {
        database = folder.resolve("practice.db");
        Files.writeString(database, "the last run");
        Files.writeString(folder.resolve("practice.db-wal"), "the last run");
    }

    @Test
    void takesTheLastRunAway() {
        start("jdbc:sqlite:" + database, TestSocketUtils.findAvailableTcpPort());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void makesTheFolder() {
        database = folder.resolve("new/practice.db");
        start("jdbc:sqlite:" + database, TestSocketUtils.findAvailableTcpPort());
        assertThat(folder.resolve("new")).isDirectory();
    }

    @Test
    void leavesAloneWhatSomebodyNamed() {
        start("jdbc:sqlite:" + folder.resolve("own.db"), TestSocketUtils.findAvailableTcpPort());
        assertThat(database).exists();
    }

    @Test
    void leavesAloneWhatARunningPracticeUses() throws IOException {
        try (var running = new ServerSocket(0)) {
            start("jdbc:sqlite:" + database, running.getLocalPort());
        }
        assertThat(database).exists();
    }

    private void start(String url, int port) {
        var start = new FreshStart(database);
        start.setEnvironment(new MockEnvironment()
                .withProperty("spring.datasource.url", url)
                .withProperty("server.port", Integer.toString(port)));
        start.postProcessBeanFactory(new DefaultListableBeanFactory());
    }
}
