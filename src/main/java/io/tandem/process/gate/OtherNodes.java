package io.tandem.process.gate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Notices what went live by another node. Looking costs the reading of one number. */
@Component
class OtherNodes {

    private static final Logger log = LoggerFactory.getLogger(OtherNodes.class);

    private final Versions versions;
    private final LiveVersion live;
    private final Gate gate;
    private final SavedFolder folder;

    OtherNodes(Versions versions, LiveVersion live, Gate gate, SavedFolder folder) {
        this.versions = versions;
        this.live = live;
        this.gate = gate;
        this.folder = folder;
    }

    @Scheduled(fixedDelayString = "${tandem.watch-every:1s}")
    void look() {
        var before = live.current();
        var number = versions.live().orElse(0);
        if (number <= before.number()) return;
        var version = versions.find(number).orElseThrow();
        var now = versions.snapshot(version);
        // Else it is this node's own, which was just going live.
        if (!gate.goLive(number, now)) return;
        log.info("Version {} by {} went live on another node", number, version.by());
        folder.follow(before.snapshot(), now);
    }
}
