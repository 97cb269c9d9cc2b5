package dev.beforehand.letters;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.Set;
import java.util.TreeSet;

/** The names of all values that a template asks for, those in its sections too, but for what every list offers. */
final class TemplateNames implements Mustache.Visitor {

    private static final Set<String> OF_LISTS = Set.of(".", "this", "-first", "-last", "-index");

    private final Set<String> names = new TreeSet<>();

    private TemplateNames() {}

    static Set<String> in(Template template) {
        var visitor = new TemplateNames();
        template.visit(visitor);
        return visitor.names;
    }

    @Override
    public void visitText(String text) {
        // Words ask for nothing.
    }

    @Override
    public void visitVariable(String name) {
        if (!OF_LISTS.contains(name)) {
            names.add(name);
        }
    }

    @Override
    public boolean visitInclude(String name) {
        return false;
    }

    @Override
    public boolean visitSection(String name) {
        visitVariable(name);
        return true;
    }

    @Override
    public boolean visitInvertedSection(String name) {
        visitVariable(name);
        return true;
    }
}
