package dev.beforehand.accounts;

import java.util.List;

/** The first of several things, and how many there are in all. */
public record First<T>(List<T> shown, int total) {

    public int more() {
        return total - shown.size();
    }
}
