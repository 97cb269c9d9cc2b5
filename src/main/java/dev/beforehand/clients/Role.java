package dev.beforehand.clients;

/** What somebody of the own team may do: all that those before may do, and more. */
public enum Role {
    /** Looks things up. */
    VIEWER,
    /** Talks to clients, agrees with them and has letters sent. */
    ACCOUNT_MANAGER,
    /** Decides about plans and about who may do what, and is told of problems. */
    FINANCE_LEAD;

    public boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }
}
