package dev.beforehand;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void everyRoomUsesOnlyTheRoomsThatItMay() {
        ApplicationModules.of(Beforehand.class).verify();
    }
}
