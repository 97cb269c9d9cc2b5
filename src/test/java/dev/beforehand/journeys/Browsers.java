package dev.beforehand.journeys;

import dev.beforehand.TestFolders;
import java.io.File;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Browsers go from one person to the next, with nothing in them that the last one left: each takes seconds to start. */
final class Browsers implements AutoCloseable {

    private static final Deque<ChromeDriver> FREE = new ConcurrentLinkedDeque<>();

    static ChromeDriver take() {
        var free = FREE.poll();
        return free == null ? open() : free;
    }

    static void giveBack(ChromeDriver browser) {
        try {
            forgetEverything(browser);
            FREE.push(browser);
        } catch (WebDriverException e) {
            browser.quit();
        }
    }

    private static void forgetEverything(ChromeDriver browser) {
        var origin = browser.executeScript("return location.origin");
        browser.get("about:blank");
        browser.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
        browser.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        browser.executeCdpCommand("Network.clearBrowserCache", Map.of());
    }

    private static ChromeDriver open() {
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(Browser.DRIVER.toString()))
                .build();
        var options = new ChromeOptions();
        options.setBinary(Browser.CHROMIUM.toString());
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
                "--user-data-dir=" + TestFolders.make("browser")));
        return new ChromeDriver(service, options);
    }

    @Override
    public void close() {
        for (var browser = FREE.poll(); browser != null; browser = FREE.poll()) {
            browser.quit();
        }
    }
}
