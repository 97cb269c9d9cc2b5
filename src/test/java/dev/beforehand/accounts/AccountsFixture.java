package dev.beforehand.accounts;

import org.springframework.context.annotation.Import;

/** The room's beans, for tests elsewhere. */
@Import({Accounts.class, Wishes.class, Balances.class, Agreed.class, History.class})
public class AccountsFixture {}
