package dev.beforehand.checkins;

import dev.beforehand.clients.Absence;
import dev.beforehand.clients.ColleagueId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has check-ins now that were another's.
 *
 * @param checkIns the one that is due first, first; none where somebody stands in who has nothing to take over
 * @param absence of whoever had them, where that is the reason
 */
public record CheckInsHandedOver(
        List<CheckInId> checkIns,
        ColleagueId to,
        ColleagueId by,
        @Nullable Absence absence) {}
