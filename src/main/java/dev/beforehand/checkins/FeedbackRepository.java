package dev.beforehand.checkins;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface FeedbackRepository extends Repository<Feedback, Long> {

    Feedback save(Feedback feedback);

    boolean existsByForm(String form);

    Optional<Feedback> findByForm(String form);

    List<Feedback> findByCheckInIdOrderById(CheckInId checkIn);
}
