package dev.beforehand.digest;

import dev.beforehand.invoices.Invoices;
import dev.beforehand.plans.Plans;
import dev.beforehand.plans.PlansFixture;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** The digest's beans, for tests elsewhere. */
@TestConfiguration
@Import({Digests.class, DigestSums.class, CheckInLines.class, Invoices.class, Plans.class, PlansFixture.class})
public class DigestsConfiguration {}
