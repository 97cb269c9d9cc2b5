package dev.beforehand.journeys;

import dev.beforehand.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Somebody of the practice team at a browser of their own, who sees and does what a person would. */
final class Person implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final String address;
    private final String slackId;
    private final ChromeDriver browser = Browsers.take();

    Person(String address, String slackId) {
        this.address = address;
        this.slackId = slackId;
    }

    /** Opens the receivables channel. */
    Person opensTheChannel() {
        return opens("in=C0PRECEIVABLES");
    }

    Person opensTheirDirectMessages() {
        return opens("in=" + slackId.replaceFirst("U0P", "D0P"));
    }

    Person opensHome() {
        opens("in=" + slackId.replaceFirst("U0P", "D0P") + "&show=home");
        waitFor(By.cssSelector("[data-home-view]"));
        return this;
    }

    Person pressesOnHome(String button) {
        until("presses '" + button + "' on Home", () -> {
            buttonIn(browser.findElement(By.cssSelector("[data-home-view]")), button)
                    .click();
            return true;
        });
        return this;
    }

    /** The client of the first check-in that Home offers to claim. */
    String firstToClaimOnHome() {
        return reads(() -> textOf(toClaimOnHome().getFirst())).split(" · ")[0].strip();
    }

    void doesNotSeeToClaim(String client) {
        until(
                "is not offered to claim " + client,
                () -> toClaimOnHome().stream().noneMatch(line -> textOf(line).startsWith(client)));
    }

    private List<WebElement> toClaimOnHome() {
        return browser.findElements(By.cssSelector("[data-home-view] .section:has([data-action-id='check-in:claim'])"));
    }

    /** Follows a link with these words. */
    Person follows(String words) {
        clicks(By.linkText(words));
        return this;
    }

    /** Drops a file into the open room. */
    Person drops(String name, String content) {
        try {
            var file = Files.writeString(TestFolders.make("dropped").resolve(name), content);
            waitFor(By.cssSelector("main [data-drop]")).sendKeys(file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** What is in the newest file of this name. */
    String opensTheFile(String name) {
        var link = waitFor(By.cssSelector("a[download='" + name + "']"));
        return (String) browser.executeAsyncScript(
                "const done = arguments[1];"
                        + "fetch(arguments[0]).then(answer => answer.arrayBuffer())"
                        + ".then(bytes => done(new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)))",
                String.valueOf(link.getDomProperty("href")));
    }

    Person opensTheMailbox() {
        return opens("in=mailbox");
    }

    private Person opens(String where) {
        browser.get(address + "/?as=" + slackId + "&" + where);
        return this;
    }

    /** Opens the thread of the newest digest. */
    Person opensTheDigestsThread() {
        opensTheChannel();
        see("Receivables on");
        clickLast("main article[data-message] a[data-thread]");
        waitFor(By.cssSelector("aside.thread"));
        return this;
    }

    /** Opens the newest thread in which these words stand: a card comes along with later digests, but not at once. */
    Person opensTheThreadWith(String words) {
        opensTheChannel();
        until(
                "opens the thread with '" + words + "'",
                () -> threads().stream().anyMatch(thread -> {
                    browser.get(thread);
                    return messageIn("aside.thread", words).isPresent();
                }));
        return this;
    }

    private List<String> threads() {
        return browser.findElements(By.cssSelector("main a.replies")).reversed().stream()
                .map(link -> String.valueOf(link.getDomProperty("href")))
                .toList();
    }

    /** Waits until the words can be read somewhere on the page. */
    void see(String words) {
        until("sees '" + words + "'", () -> text().contains(words));
    }

    void doesNotSee(String words) {
        until("sees '" + words + "' no more", () -> !text().contains(words));
    }

    String text() {
        return reads(() -> textOf(browser.findElement(By.id("page"))));
    }

    /** The clients whose check-ins wait for somebody in the open thread, in the order of their cards. */
    List<String> clientsToClaim(int atLeast) {
        until("sees " + atLeast + " check-ins to claim", () -> clientsToClaim().size() >= atLeast);
        return reads(this::clientsToClaim);
    }

    private List<String> clientsToClaim() {
        return browser.findElements(By.cssSelector("aside.thread article[data-message]")).stream()
                .filter(card -> !card.findElements(By.cssSelector("[data-action-id='check-in:claim']"))
                        .isEmpty())
                .map(card -> textOf(card.findElement(By.cssSelector("strong, b:not(.byline b)"))))
                .toList();
    }

    /** The lines of the newest digest's section with this title. */
    List<String> digestLines(String title) {
        return reads(() -> textOf(digest()))
                .lines()
                .dropWhile(line -> !line.startsWith(title))
                .skip(1)
                .takeWhile(line -> line.strip().startsWith("•"))
                .toList();
    }

    /** The titles of the newest digest's sections, in their order. */
    List<String> digestSections() {
        return texts(() -> digest().findElements(By.cssSelector(".block.section strong:first-of-type"))).stream()
                .filter(title -> title.matches(".*: \\d+.*"))
                .toList();
    }

    /** Presses a button of the message with these words; the window that may open is the person's next concern. */
    Person presses(String button, String inMessageWith) {
        until("presses '" + button + "'", () -> {
            buttonIn(message(inMessageWith), button).click();
            return true;
        });
        return this;
    }

    /** Chooses in the menu of the message with these words. */
    Person choosesInTheMenu(String choice, String ofMessageWith) {
        until("chooses '" + choice + "'", () -> {
            var menu = message(ofMessageWith).findElement(By.cssSelector("details.menu"));
            menu.findElement(By.tagName("summary")).click();
            menu.findElements(By.cssSelector(".menu-item")).stream()
                    .filter(item -> textOf(item).equals(choice))
                    .findFirst()
                    .orElseThrow()
                    .click();
            return true;
        });
        return this;
    }

    /** Presses a button in the open window. */
    Person pressesInTheWindow(String button) {
        until("presses '" + button + "' in the window", () -> {
            buttonIn(browser.findElement(By.cssSelector("dialog[data-view][open]")), button)
                    .click();
            return true;
        });
        return this;
    }

    Person confirms() {
        until("confirms", () -> {
            browser.findElement(By.cssSelector("#confirm button[value=confirm]"))
                    .click();
            return true;
        });
        return this;
    }

    Person seesInTheMessageWith(String words, String expected) {
        until(
                "reads '" + expected + "' in the message with '" + words + "'",
                () -> textOf(message(words)).contains(expected));
        return this;
    }

    /** Types into the field of the open window that has this label. */
    Person fills(String label, String value) {
        until("fills '" + label + "'", () -> {
            var field = field(label);
            if ("date".equals(field.getDomAttribute("type"))) {
                browser.executeScript(
                        "arguments[0].value = arguments[1];"
                                + "arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
                        field,
                        value);
            } else {
                field.clear();
                field.sendKeys(value);
            }
            return true;
        });
        return this;
    }

    Person chooses(String label, String option) {
        until("chooses '" + option + "'", () -> {
            new Select(field(label)).selectByVisibleText(option);
            return true;
        });
        return this;
    }

    /** Sends off the open window. */
    Person submits() {
        until("submits", () -> {
            browser.findElement(By.cssSelector("dialog[open] [data-submit]")).click();
            return true;
        });
        return this;
    }

    Person closesTheWindow() {
        clicks(By.cssSelector("dialog[data-view][open] .modal-foot [data-do=close-view]"));
        return seesNoWindow();
    }

    Person seesNoWindow() {
        until(
                "sees no window",
                () -> browser.findElements(By.cssSelector("dialog[data-view]")).isEmpty());
        return this;
    }

    String seesAWindow() {
        return reads(() -> textOf(waitFor(By.cssSelector("dialog[data-view][open]"))));
    }

    /** Writes into the channel, where a slash begins a command. */
    Person writes(String text) {
        var composer = waitFor(By.cssSelector("main form[data-compose] textarea"));
        composer.sendKeys(text, Keys.ENTER);
        return this;
    }

    /** Types into the channel's composer and does not send it. */
    Person types(String text) {
        waitFor(By.cssSelector("main form[data-compose] textarea")).sendKeys(text);
        return this;
    }

    /** What stands in the composer, and whether one can type on without a click. */
    String hasTyped() {
        var composer = browser.findElement(By.cssSelector("main form[data-compose] textarea"));
        return composer.getDomProperty("value")
                + (composer.equals(browser.switchTo().activeElement()) ? "|" : "");
    }

    Person opensTheMenuOfPeople() {
        clicks(By.cssSelector("#acting-as summary"));
        return this;
    }

    /** Chooses somebody else in the open menu of people. */
    Person actsAs(String slackId) {
        clicks(By.cssSelector("#acting-as[open] [data-act-as=" + slackId + "]"));
        until(
                "acts as " + slackId,
                () -> slackId.equals(browser.findElement(By.id("page")).getDomAttribute("data-as")));
        return this;
    }

    Person reacts(String emoji, String toMessageWith) {
        until("reacts", () -> {
            var button = message(toMessageWith).findElement(By.cssSelector(".hover [data-react=" + emoji + "]"));
            browser.executeScript("arguments[0].click()", button);
            return true;
        });
        return this;
    }

    /** Writes into the open thread. */
    Person writesInTheThread(String text) {
        waitFor(By.cssSelector("aside.thread form[data-compose] textarea")).sendKeys(text, Keys.ENTER);
        see(text);
        return this;
    }

    /** Chooses in the menu of the message with these words. */
    Person choosesForTheMessage(String words, String shortcut) {
        until("chooses '" + shortcut + "'", () -> {
            var item = itemIn(message(words).findElement(By.cssSelector(".hover details")), shortcut);
            browser.executeScript("arguments[0].click()", item);
            return true;
        });
        return this;
    }

    /** Chooses in the menu beside the text field. */
    Person choosesAnywhere(String shortcut) {
        clicks(By.cssSelector("main .shortcuts summary"));
        until("chooses '" + shortcut + "'", () -> {
            itemIn(browser.findElement(By.cssSelector("main .shortcuts")), shortcut)
                    .click();
            return true;
        });
        return this;
    }

    private static WebElement itemIn(WebElement menu, String words) {
        return menu.findElements(By.cssSelector(".menu-item")).stream()
                .filter(item ->
                        String.valueOf(item.getDomProperty("textContent")).contains(words))
                .findFirst()
                .orElseThrow();
    }

    Person closesTheThread() {
        browser.findElement(By.cssSelector("[data-close-thread]")).click();
        until(
                "has closed the thread",
                () -> browser.findElements(By.cssSelector("aside.thread")).isEmpty());
        return this;
    }

    /** A client to claim, and the invoice of it that is due today. */
    record Due(String client, String invoice) {}

    /** Those to claim whose invoice is due today: a letter leaves to them today. */
    List<Due> clientsDueToday() {
        var lines = digestLines("Due today").stream()
                .map(line -> line.replaceFirst("^[•\\s]+", ""))
                .toList();
        return clientsToClaim(1).stream()
                .flatMap(client -> lines.stream()
                        .filter(line -> line.startsWith(client + " "))
                        .map(line -> new Due(
                                client, line.substring(client.length() + 1).split(" ")[0])))
                .toList();
    }

    void seesInTheWindow(String words) {
        until(
                "reads '" + words + "' in the window",
                () -> textOf(browser.findElements(By.cssSelector("dialog[data-view][open]"))
                                .getLast())
                        .contains(words));
    }

    long digests() {
        return texts(() -> browser.findElements(By.cssSelector("main article[data-message]"))).stream()
                .filter(message -> message.contains("Receivables on"))
                .count();
    }

    /** Does two things at the same moment. */
    static void atOnce(Runnable one, Runnable other) {
        var both = java.util.concurrent.CompletableFuture.runAsync(one);
        other.run();
        both.join();
    }

    /** The clients of today's letters, as the digest lists them with their menus. */
    List<String> clientsOfTodaysLetters() {
        return texts(() -> digest().findElements(By.cssSelector(".block.section:has(details.menu) strong")));
    }

    /** Chooses in the menu beside the letter to this client. */
    Person choosesForTheLetterTo(String client, String choice) {
        until("chooses '" + choice + "'", () -> {
            var line = letterTo(client);
            line.findElement(By.cssSelector("details.menu summary")).click();
            line.findElements(By.cssSelector(".menu-item")).stream()
                    .filter(item -> textOf(item).equals(choice))
                    .findFirst()
                    .orElseThrow()
                    .click();
            return true;
        });
        return this;
    }

    /** The address to which the letter to this client goes, as its form says. */
    String addressOfTheLetterTo(String client) {
        choosesForTheLetterTo(client, "Edit");
        var address = seesAWindow()
                .lines()
                .filter(line -> line.startsWith("To "))
                .findFirst()
                .orElseThrow();
        closesTheWindow();
        return address.substring("To ".length());
    }

    /** What the digest says of the letter to this client. */
    String lineOfTheLetterTo(String client) {
        return reads(() -> textOf(letterTo(client)));
    }

    void seesTheLetterTo(String client, String expected) {
        until(
                "sees '" + expected + "' at the letter to " + client,
                () -> textOf(letterTo(client)).contains(expected));
    }

    private WebElement letterTo(String client) {
        return digest().findElements(By.cssSelector(".block.section")).stream()
                .filter(section ->
                        textOf(section).contains(client) && textOf(section).contains("in the name of"))
                .findFirst()
                .orElseThrow();
    }

    /** The newest one. */
    private WebElement digest() {
        return messageIn("main", "Receivables on").orElseThrow();
    }

    /** Takes the tick away from what has these words in the open window. */
    Person takesOut(String words) {
        until("takes out '" + words + "'", () -> {
            var list = browser.findElement(By.cssSelector("dialog[data-view][open] details.many"));
            if (list.getDomAttribute("open") == null) {
                list.findElement(By.tagName("summary")).click();
            }
            list.findElements(By.cssSelector(".box")).stream()
                    .filter(box -> textOf(box).contains(words))
                    .findFirst()
                    .orElseThrow()
                    .click();
            return true;
        });
        return this;
    }

    /** Presses Next morning and waits until that morning has come. */
    String livesUntilTheNextMorning() {
        var day = practiceDay();
        clicks(By.id("next-morning"));
        until(
                "sees the next morning",
                () -> !practiceDay().equals(day)
                        && browser.findElement(By.id("next-morning")).getDomAttribute("aria-busy") == null);
        return practiceDay();
    }

    /** Presses Next morning until it is that day, away from where all that comes in the meantime is shown. */
    Person livesUntilTheMorningOf(LocalDate day) {
        var here = browser.getCurrentUrl();
        opensTheirDirectMessages();
        while (LocalDate.parse(practiceDay()).isBefore(day)) {
            livesUntilTheNextMorning();
        }
        browser.get(here);
        return this;
    }

    String practiceDay() {
        return reads(() -> browser.findElement(By.id("practice-day")).getDomAttribute("datetime"));
    }

    /** The conversations in the mailbox: with whom, and what the newest mail is about. */
    List<String> letters() {
        return texts(() -> browser.findElements(By.cssSelector("#letters li[id]")));
    }

    void seesALetterAbout(String invoice) {
        until("sees a letter about " + invoice, () -> letters().stream().anyMatch(letter -> letter.contains(invoice)));
    }

    void seesALetterTo(String address) {
        until("sees a letter to " + address, () -> hasALetterTo(address));
    }

    boolean hasALetterTo(String address) {
        return letters().stream().anyMatch(letter -> letter.startsWith(address + "\n"));
    }

    /** Opens the newest conversation with these words as text, at what the client got last. */
    String readsTheLetterAbout(String words) {
        until("opens the letter", () -> {
            browser.findElements(By.cssSelector("#letters a[data-letter]")).stream()
                    .filter(letter -> textOf(letter).contains(words))
                    .findFirst()
                    .orElseThrow()
                    .click();
            return true;
        });
        return turnsTo("text");
    }

    /** The headers of the open mail. */
    String readsTheHeaders() {
        return turnsTo("headers");
    }

    private String turnsTo(String way) {
        until("turns to its " + way, () -> {
            browser.findElement(By.cssSelector(".tabs [data-show=" + way + "]")).click();
            return true;
        });
        waitFor(By.cssSelector(".tabs [data-show=" + way + "][aria-current]"));
        return reads(() -> textOf(waitFor(By.cssSelector(".letter pre"))));
    }

    /** The mails of the open conversation, the oldest first. */
    List<String> conversation() {
        return texts(() -> browser.findElements(By.cssSelector(".letter .mail-part")));
    }

    /** Opens another mail of the open conversation. */
    Person turnsToTheMail(String words) {
        until("turns to the mail with '" + words + "'", () -> {
            browser.findElements(By.cssSelector(".letter a.mail-line")).stream()
                    .filter(mail -> textOf(mail).contains(words))
                    .findFirst()
                    .orElseThrow()
                    .click();
            return true;
        });
        until(
                "has opened the mail with '" + words + "'",
                () -> browser.findElements(By.cssSelector(".letter a.mail-line")).stream()
                        .noneMatch(mail -> textOf(mail).contains(words)));
        return this;
    }

    /** Answers the open letter in the client's place. */
    void answersTheLetter(String text) {
        waitFor(By.cssSelector(".letter form[data-letter] textarea")).sendKeys(text, Keys.ENTER);
    }

    /** Has the client's mail server send the open letter back. */
    void bouncesTheLetter() {
        clicks(By.cssSelector(".letter [data-do=bounce]"));
    }

    byte[] takesAPicture() {
        return browser.getScreenshotAs(org.openqa.selenium.OutputType.BYTES);
    }

    private WebElement message(String words) {
        return messageIn("aside.thread", words)
                .or(() -> messageIn("main", words))
                .orElseThrow(() -> new StaleElementReferenceException("No message with '" + words + "' yet."));
    }

    /** The last one, which is the newest. */
    private Optional<WebElement> messageIn(String place, String words) {
        var newest = browser.executeScript(
                "return [...document.querySelectorAll(arguments[0])].findLast(m => m.innerText.includes(arguments[1]))",
                place + " article[data-message]",
                words);
        return Optional.ofNullable((WebElement) newest);
    }

    private static WebElement buttonIn(WebElement message, String label) {
        return message.findElements(By.tagName("button")).stream()
                .filter(button -> textOf(button).equals(label))
                .findFirst()
                .orElseThrow(() -> new StaleElementReferenceException("No button '" + label + "' yet."));
    }

    private WebElement field(String label) {
        var dialog =
                browser.findElements(By.cssSelector("dialog[data-view][open]")).getLast();
        var id = dialog.findElements(By.tagName("label")).stream()
                .filter(each -> textOf(each).startsWith(label))
                .findFirst()
                .orElseThrow(() -> new StaleElementReferenceException("No field '" + label + "' yet."))
                .getDomAttribute("for");
        return browser.findElement(By.id(String.valueOf(id)));
    }

    private void clicks(By by) {
        until("clicks " + by, () -> {
            browser.findElement(by).click();
            return true;
        });
    }

    private void clickLast(String css) {
        until("clicks " + css, () -> {
            browser.findElements(By.cssSelector(css)).getLast().click();
            return true;
        });
    }

    /** What can be read in it, line by line; the browser tells many times faster than its driver. */
    private static String textOf(WebElement element) {
        return String.valueOf(element.getDomProperty("innerText"))
                .replace('\u00a0', ' ')
                .replaceAll("\\s*\n\\s*", "\n")
                .strip();
    }

    private List<String> texts(Supplier<List<WebElement>> elements) {
        return reads(() -> elements.get().stream().map(Person::textOf).toList());
    }

    /** What somebody reads while the page may be drawn anew: they read on where it was. */
    private <T> T reads(Supplier<T> what) {
        return new WebDriverWait(browser, PATIENCE, GLANCE)
                .ignoring(StaleElementReferenceException.class)
                .until(driver -> what.get());
    }

    private WebElement waitFor(By by) {
        return new WebDriverWait(browser, PATIENCE, GLANCE).until(driver -> driver.findElement(by));
    }

    private void until(String what, java.util.function.BooleanSupplier holds) {
        new WebDriverWait(browser, PATIENCE, GLANCE)
                .ignoring(org.openqa.selenium.WebDriverException.class)
                .ignoring(java.util.NoSuchElementException.class)
                .withMessage(() -> slackId + " " + what + ". The page says:\n" + text())
                .until(driver -> holds.getAsBoolean());
    }

    @Override
    public void close() {
        Browsers.giveBack(browser);
    }
}
