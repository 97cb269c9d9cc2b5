package dev.beforehand.practice.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The page's templates, from {@code practice/} on the classpath; a value that is missing is an error. */
final class Templates {

    private final Template page;

    Templates() {
        var compiler = Mustache.compiler()
                .escapeHTML(true)
                .emptyStringIsFalse(true)
                .zeroIsFalse(true)
                .withLoader(Templates::open);
        page = compiler.compile(open("page"));
    }

    String page(Page shown) {
        return page.execute(shown);
    }

    private static Reader open(String name) {
        var file = Templates.class.getResourceAsStream("/practice/" + name + ".mustache");
        if (file == null) {
            throw new IllegalArgumentException("There is no template practice/" + name + ".mustache on the classpath.");
        }
        return new InputStreamReader(file, StandardCharsets.UTF_8);
    }
}
