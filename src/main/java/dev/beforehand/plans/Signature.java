package dev.beforehand.plans;

import dev.beforehand.clients.ColleagueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * The first of two people who approve a large plan.
 *
 * @param terms what they saw; it counts for nothing once the plan is another
 */
public record Signature(
        @Column("signed_by") ColleagueId by,
        @Column("signed_at") Instant at,
        @Column("signed_terms") @Nullable String terms) {}
