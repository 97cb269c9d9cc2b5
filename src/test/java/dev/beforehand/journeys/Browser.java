package dev.beforehand.journeys;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium without a window; tests that need it are skipped where it is not installed, and say so. */
final class Browser implements ExecutionCondition {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER)
                ? ConditionEvaluationResult.enabled("Chromium is installed.")
                : ConditionEvaluationResult.disabled(
                        "Skipped: this test needs Chromium and its driver; install the packages chromium and"
                                + " chromium-driver.");
    }

    static ChromeDriver open() {
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(DRIVER.toString()))
                .build();
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en-GB",
                "--window-size=1440,900",
                "--user-data-dir=" + profile()));
        return new ChromeDriver(service, options);
    }

    private static Path profile() {
        try {
            return Files.createTempDirectory("beforehand-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
