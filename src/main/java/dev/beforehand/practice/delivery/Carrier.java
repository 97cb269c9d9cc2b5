package dev.beforehand.practice.delivery;

import dev.beforehand.practice.faults.Delays;
import dev.beforehand.practice.faults.Fault;
import dev.beforehand.practice.faults.Faults;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Brings everything to Beforehand, by Socket Mode where that is on; late or twice where somebody asked for it. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
class Carrier {

    private static final String TIMED_OUT = "http_timeout";

    private final Entrance entrance;
    private final Faults faults;
    private final Delays delays;

    Carrier(SignedPost post, Optional<SocketServer> sockets, Faults faults, Delays delays) {
        this.entrance = sockets.<Entrance>map(server -> server).orElse(post);
        this.faults = faults;
        this.delays = delays;
    }

    Ack bring(Parcel parcel) {
        var brought = faults.strike(Fault.LATE_DELIVERY, parcel.kind().envelope()) ? late(parcel) : parcel;
        var ack = entrance.bring(brought);
        if (faults.strike(Fault.DUPLICATE_DELIVERY, parcel.kind().envelope())) {
            Thread.startVirtualThread(() -> entrance.bring(brought.repeated(TIMED_OUT)));
        }
        return ack;
    }

    /** Only of an event does Slack try again by itself. */
    private Parcel late(Parcel parcel) {
        try {
            Thread.sleep(delays.delivery());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return parcel.kind() == Parcel.Kind.EVENT ? parcel.again(TIMED_OUT) : parcel;
    }
}
