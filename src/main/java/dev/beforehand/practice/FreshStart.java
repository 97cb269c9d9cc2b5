package dev.beforehand.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Each start in practice begins anew: takes the last run's database away before anything opens it. Only practice's own
 * file, never one that somebody named, and not while another process may be using it.
 */
final class FreshStart implements BeanFactoryPostProcessor, EnvironmentAware {

    private final Path database;
    private Environment environment = new StandardEnvironment();

    FreshStart(Path database) {
        this.database = database;
    }

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var isOwn = ("jdbc:sqlite:" + database).equals(environment.getProperty("spring.datasource.url"));
        if (isOwn && isFree(environment.getProperty("server.port", Integer.class, 8080))) {
            deleteLast();
        }
    }

    private void deleteLast() {
        try {
            Files.createDirectories(database.toAbsolutePath().getParent());
            for (var part : List.of("", "-wal", "-shm", "-journal")) {
                Files.deleteIfExists(Path.of(database + part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The practice database cannot be made anew at " + database + ": may this process write there?", e);
        }
    }

    /** Where the port is taken, another practice is running, and this start is about to fail. */
    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, null)) {
            return socket.isBound();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
