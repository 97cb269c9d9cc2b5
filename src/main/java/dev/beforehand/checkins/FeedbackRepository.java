package dev.beforehand.checkins;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface FeedbackRepository extends Repository<Feedback, Long> {

    Feedback save(Feedback feedback);

    boolean existsByForm(String form);

    List<Feedback> findByCheckInIdOrderById(CheckInId checkIn);

    @Query("select * from feedback where id = (select max(f.id) " + CheckInRepository.STANDING
            + " and n.invoice_id in (select o.invoice_id from check_in_invoice o where o.check_in_id = :checkIn))")
    Optional<Feedback> problem(CheckInId checkIn);
}
