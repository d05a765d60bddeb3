package org.homeward.node.families;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.homeward.node.store.Families;
import org.homeward.node.store.Families.Correction;
import org.homeward.node.store.Families.Kin;
import org.homeward.node.store.Families.Notice;
import org.homeward.protocol.crypto.Bytes;

/**
 * What a family finds under its code. A code that does not exist and one with no news get the same answer after the same questions to the
 * store: from outside nobody can tell whether a person is in the system.
 */
public final class FamilyDoor {
    /** How many notices are shown; what they take fits the size to which every answer is filled up. */
    static final int SHOWN = 5;

    static final int LONGEST_ANSWER = 1_000;
    /** Of answers to one notice, so that a queue cannot be flooded. */
    static final int MOST_ANSWERS = 5;

    private final Families families;
    private final NoticeWriter writer;
    private final Throttle throttle;
    private final Clock clock;
    private final SecureRandom random;

    public FamilyDoor(Families families, NoticeWriter writer, Clock clock, SecureRandom random) {
        this.families = families;
        this.writer = writer;
        this.throttle = new Throttle();
        this.clock = clock;
        this.random = random;
    }

    /**
     * What is shown of a notice.
     *
     * @param read whether the family has said so
     */
    public record Shown(NoticeFile file, boolean read) {}

    /** What was told under a code, newest first; empty for none and for no such code; not there when there were too many tries. */
    public Optional<List<Shown>> ask(String code, String source) {
        if (!admitted(source)) {
            return Optional.empty();
        }
        Optional<Kin> kin = families.kinByCode(Codes.hash(code));
        List<Notice> told = families.told(kin.map(Kin::id).orElse(""), SHOWN);
        return Optional.of(told.stream()
                .map(n -> new Shown(writer.file(n), n.state() == Families.State.READ))
                .toList());
    }

    /** The family says that it read a notice, or, with words, what is not right in it. @return false when there were too many tries */
    public boolean answer(String code, String notice, String words, String source) {
        if (!admitted(source)) {
            return false;
        }
        Optional<Kin> kin = families.kinByCode(Codes.hash(code));
        String said = words.strip();
        families.told(kin.map(Kin::id).orElse(""), SHOWN).stream()
                .filter(n -> n.code().equals(Codes.notice(notice)))
                .findFirst()
                .ifPresent(n -> take(n, said.substring(0, Math.min(said.length(), LONGEST_ANSWER))));
        return true;
    }

    private void take(Notice notice, String words) {
        Instant now = clock.instant();
        families.read(notice.id(), now);
        if (!words.isEmpty() && families.corrections(notice.id()) < MOST_ANSWERS) {
            byte[] id = new byte[8];
            random.nextBytes(id);
            families.add(new Correction(Bytes.hex(id), notice.id(), words, now, "", ""));
        }
    }

    /** Whether a notice with this code left this bureau; not there when there were too many tries. */
    public Optional<Boolean> issued(String code, String source) {
        return admitted(source) ? Optional.of(families.issued(Codes.notice(code))) : Optional.empty();
    }

    private boolean admitted(String source) {
        Instant now = clock.instant();
        if (!throttle.admits(source, now)) {
            return false;
        }
        families.asked(now);
        return true;
    }
}
