package dev.beforehand.reminders;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The letters that this process is sending at the moment. Safe for many threads. */
final class Underway {

    private final Set<ReminderId> letters = new HashSet<>();

    synchronized boolean contains(ReminderId id) {
        return letters.contains(id);
    }

    synchronized void add(Collection<ReminderId> ids) {
        letters.addAll(ids);
    }

    synchronized void remove(ReminderId id) {
        letters.remove(id);
        notifyAll();
    }

    /** Waits until no more than so many are left. */
    synchronized void awaitAtMost(int left) throws InterruptedException {
        while (letters.size() > left) {
            wait();
        }
    }
}
