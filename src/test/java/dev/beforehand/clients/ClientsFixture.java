package dev.beforehand.clients;

import dev.beforehand.activity.Activities;
import org.springframework.context.annotation.Import;

/** The beans of the clients, for tests elsewhere. */
@Import({
    Clients.class,
    Colleagues.class,
    ClientRegister.class,
    ClientDirectory.class,
    ClientPreferences.class,
    PreferenceEdits.class,
    PreferenceNews.class,
    Activities.class
})
public class ClientsFixture {}
