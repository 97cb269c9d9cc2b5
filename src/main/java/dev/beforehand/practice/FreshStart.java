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

    private Environment environment = new StandardEnvironment();

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var isOwn = PracticeEnvironment.DATABASE_URL.equals(environment.getProperty("spring.datasource.url"));
        if (isOwn && isFree(environment.getProperty("server.port", Integer.class, 8080))) {
            var file = PracticeEnvironment.DATABASE_FILE;
            try {
                Files.createDirectories(Path.of(file).getParent());
                for (var part : List.of("", "-wal", "-shm", "-journal")) {
                    Files.deleteIfExists(Path.of(file + part));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "The practice database cannot be made anew at " + file + ": may this process write there?", e);
            }
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
