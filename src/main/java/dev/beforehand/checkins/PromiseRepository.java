package dev.beforehand.checkins;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface PromiseRepository extends Repository<Promise, Long> {

    Promise save(Promise promise);

    @Query("select * from promise where check_in_id = :checkIn and state = 'ACTIVE' order by promised_on, id")
    List<Promise> active(CheckInId checkIn);

    @Modifying
    @Query("update promise set state = 'CANCELLED'"
            + " where check_in_id = :checkIn and currency = :currency and state = 'ACTIVE'")
    void cancel(CheckInId checkIn, CurrencyUnit currency);
}
