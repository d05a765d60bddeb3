package org.homeward.handover.drill;

import org.homeward.handover.log.DeviceLog;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.SignedEvent;
import org.homeward.handover.log.SignedHead;
import org.homeward.handover.pack.DeviceKeys;
import org.homeward.protocol.crypto.SealingKey;
import org.homeward.protocol.crypto.SigningKey;

/** A device in memory, with the officer who holds it. It records what it is told; the rules are asked by others. */
public final class DrillDevice {
    private final Roster.Device device;
    private final SigningKey key;
    private final SealingKey sealingKey;
    private final String officer;
    private final SigningKey officerKey;
    private DeviceLog log;
    private long clock;

    DrillDevice(
            Roster roster,
            Roster.Device device,
            SigningKey key,
            SealingKey sealingKey,
            String officer,
            SigningKey officerKey,
            long clock) {
        this.device = device;
        this.key = key;
        this.sealingKey = sealingKey;
        this.officer = officer;
        this.officerKey = officerKey;
        this.clock = clock;
        this.log = DeviceLog.empty(roster.caseId(), roster.handover(), device.id());
    }

    public Roster.Device device() {
        return device;
    }

    /** What the device has of its own, when its packs are made by the officer with that public key. */
    public DeviceKeys keys(String trusts) {
        return new DeviceKeys(
                device.id(), key.privateText(), sealingKey.privateText(), officer, officerKey.privateText(), trusts);
    }

    /** Id of the officer who holds it. */
    public String officer() {
        return officer;
    }

    public SigningKey officerKey() {
        return officerKey;
    }

    public DeviceLog log() {
        return log;
    }

    /** Goes back to an earlier place of its own log, as a device restored from a copy does. */
    public void rewind(DeviceLog earlier) {
        log = earlier;
    }

    /** Its clock goes on by so many milliseconds. */
    public void later(long millis) {
        clock += millis;
    }

    public SignedEvent record(Observation observation) {
        SignedEvent event = log.next(observation, clock, officer, key, officerKey);
        log = log.after(event);
        clock += 1000;
        return event;
    }

    /** Scans another device's event: only its order is kept here. */
    public void scan(SignedEvent other) {
        log = log.saw(other.event().lamport());
    }

    public SignedHead head() {
        return log.head(key);
    }
}
