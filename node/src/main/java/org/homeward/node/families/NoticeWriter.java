package org.homeward.node.families;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.homeward.node.store.Families.Channel;
import org.homeward.node.store.Families.Kin;
import org.homeward.node.store.Families.Notice;
import org.homeward.node.store.Families.State;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;

/** Words a notice in the family's language and signs it with the bureau's key. */
public final class NoticeWriter {
    private final String node;
    private final SigningKey key;
    private final ReleaseDesk releases;
    private final Clock clock;
    private final SecureRandom random;

    /** @param releases who let each notice out */
    NoticeWriter(String node, SigningKey key, ReleaseDesk releases, Clock clock, SecureRandom random) {
        this.releases = releases;
        this.node = node;
        this.key = key;
        this.clock = clock;
        this.random = random;
    }

    /** The bureau's key, as it stands on a family's receipt. */
    public String key() {
        return key.publicText();
    }

    /** A draft; nothing of it names anybody. */
    Notice draft(Kin kin, String event, String occasion, String kind) {
        return draft(kin, event, occasion, kind, kin.channel(), "");
    }

    /**
     * A draft that corrects what a kin was told.
     *
     * @param corrects code of the notice that was not right; empty where it corrects none
     */
    Notice draft(Kin kin, String event, String occasion, String kind, Channel channel, String corrects) {
        Words words = Words.in(kin.language());
        String said = (corrects.isEmpty() ? "" : words.get("corrects", corrects) + "\n") + words.get("notice." + kind)
                + "\n" + words.get("next." + kind) + "\n" + words.get("fraud");
        String issued = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        String salt = hex(16);
        String code = NoticeFile.sign(node, issued, said, salt, key).code();
        return new Notice(
                hex(8),
                kin.id(),
                event,
                occasion,
                kind,
                channel,
                kin.language(),
                said,
                salt,
                code,
                issued,
                State.DRAFT,
                "",
                "",
                "",
                0,
                corrects);
    }

    /** The signed file of a notice, with the signatures of those who let it out. */
    public NoticeFile file(Notice notice) {
        return NoticeFile.sign(node, notice.issued(), notice.words(), notice.salt(), key)
                .with(releases.of(notice));
    }

    String hex(int bytes) {
        byte[] some = new byte[bytes];
        random.nextBytes(some);
        return Bytes.hex(some);
    }
}
