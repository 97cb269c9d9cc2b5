package dev.beforehand.plans;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which plans may be agreed. Whatever is empty sets no limit, and so does a currency that is not named.
 *
 * @param longest from the day on which a plan is proposed to its last instalment, like {@code 12m}
 * @param smallestShare the least that each instalment is of the total, in per cent
 * @param largestExposure the most that a client may owe on all its open plans, like {@code EUR 50000}
 * @param secondApproverAbove the total above which two people approve, like {@code EUR 10000}
 */
@ConfigurationProperties("beforehand.plans")
record PlanSettings(
        @Nullable Period longest,
        @Nullable BigDecimal smallestShare,
        @DefaultValue List<String> largestExposure,
        @DefaultValue List<String> secondApproverAbove) {

    static final PlanSettings NO_LIMITS = new PlanSettings(null, null, List.of(), List.of());

    private static final BigDecimal HALF = BigDecimal.valueOf(50);

    PlanSettings {
        if (longest != null && (longest.isNegative() || longest.isZero())) {
            throw new IllegalArgumentException("beforehand.plans.longest is '" + longest
                    + "'; write a time that is not over at once, like 12m, 26w or 1y.");
        }
        if (smallestShare != null && (smallestShare.signum() < 0 || smallestShare.compareTo(HALF) > 0)) {
            throw new IllegalArgumentException("beforehand.plans.smallest-share is '" + smallestShare
                    + "'; write a per cent from 0 to 50: a plan has two instalments at least.");
        }
        largestExposure.forEach(amount -> money("beforehand.plans.largest-exposure", amount));
        secondApproverAbove.forEach(amount -> money("beforehand.plans.second-approver-above", amount));
    }

    Optional<Money> largestExposure(CurrencyUnit currency) {
        return in(currency, "beforehand.plans.largest-exposure", largestExposure);
    }

    Optional<Money> secondApproverAbove(CurrencyUnit currency) {
        return in(currency, "beforehand.plans.second-approver-above", secondApproverAbove);
    }

    private static Optional<Money> in(CurrencyUnit currency, String setting, List<String> amounts) {
        return amounts.stream()
                .map(amount -> money(setting, amount))
                .filter(amount -> amount.getCurrencyUnit().equals(currency))
                .findFirst();
    }

    private static Money money(String setting, String amount) {
        try {
            return Money.parse(amount.strip());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    setting + " names '" + amount + "'; write a currency and an amount, like EUR 10000.", e);
        }
    }
}
