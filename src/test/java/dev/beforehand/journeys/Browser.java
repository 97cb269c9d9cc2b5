package dev.beforehand.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Chromium without a window; tests that need it are skipped where it is not installed, and say so. */
final class Browser implements ExecutionCondition, BeforeAllCallback {

    static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER)
                ? ConditionEvaluationResult.enabled("Chromium is installed.")
                : ConditionEvaluationResult.disabled(
                        "Skipped: this test needs Chromium and its driver; install the packages chromium and"
                                + " chromium-driver.");
    }

    /** When the last test has ended, the browsers are closed. */
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(Browsers.class);
    }
}
