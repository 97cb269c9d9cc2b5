package dev.beforehand.correspondence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which mails were written back and forth about which. */
@Repository
class FollowUps {

    private final JdbcClient jdbc;

    FollowUps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** See {@link Correspondence#followUps}. */
    Map<String, List<String>> after(Collection<String> mails) {
        var after = new HashMap<String, List<String>>();
        if (!mails.isEmpty()) {
            jdbc.sql("""
                            with recursive exchange (mail, ours, theirs, at) as (
                                select message_id, message_id, cast(null as text), at from outgoing_mail
                                where message_id in (:mails)
                                union
                                select e.mail, a.message_id, i.message_id, i.arrived_at from exchange e
                                join incoming_mail i on i.answers = e.ours
                                left join answer a on a.incoming_mail_id = i.id and a.state = 'SENT'
                                where i.kind = 'REPLY' and i.known_sender and i.message_id is not null)
                            select mail, theirs, ours from exchange where theirs is not null order by at, theirs""").param("mails", mails).query(row -> {
                var written = after.computeIfAbsent(row.getString("mail"), mail -> new ArrayList<>());
                written.add(row.getString("theirs"));
                if (row.getString("ours") != null) {
                    written.add(row.getString("ours"));
                }
            });
        }
        after.replaceAll((mail, written) -> written.stream().distinct().toList());
        return after;
    }
}
