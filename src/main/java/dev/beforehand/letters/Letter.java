package dev.beforehand.letters;

import java.util.Locale;

/**
 * A letter ready to be sent.
 *
 * @param text the same facts as the HTML, without markup
 * @param locale the language it is written in, and the country whose formats it uses
 */
public record Letter(String subject, String html, String text, Locale locale) {}
