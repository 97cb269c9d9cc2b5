package dev.beforehand.checkins;

import java.util.List;
import org.springframework.data.repository.Repository;

interface FeedbackRepository extends Repository<Feedback, Long> {

    Feedback save(Feedback feedback);

    boolean existsByForm(String form);

    List<Feedback> findByCheckInIdOrderById(CheckInId checkIn);
}
