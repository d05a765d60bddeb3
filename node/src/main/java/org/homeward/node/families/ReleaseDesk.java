package org.homeward.node.families;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.node.people.Person;
import org.homeward.node.store.Families.Notice;
import org.homeward.node.store.Figures;
import org.homeward.node.store.ReleaseSignatures;
import org.homeward.node.store.ReleaseSignatures.Signed;
import org.homeward.node.store.ReleaseSignatures.What;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.PersonKey;
import org.homeward.protocol.crypto.SigningKey;

/** Release as an act: a person's own key signs the digest of what leaves. Having signed in is not enough. */
public final class ReleaseDesk {
    private final ReleaseSignatures kept;
    private final String node;
    private final String site;
    private final SigningKey bureau;
    private final Clock clock;

    /** @param site host name of this node's pages, to which passkeys are bound */
    ReleaseDesk(ReleaseSignatures kept, String node, String site, SigningKey bureau, Clock clock) {
        this.kept = kept;
        this.node = node;
        this.site = site;
        this.bureau = bureau;
        this.clock = clock;
    }

    /** What a person signs to ask for a notice, or to release it: by where the notice stands. */
    public String text(Person by, Notice notice) {
        return ReleaseText.of(
                step(notice), node, by.id(), notice.code(), NoticeFile.digest(notice.salt(), notice.words()));
    }

    /** What a person signs to release figures. */
    public String text(Person by, Figures.Release draft) {
        return ReleaseText.of(
                What.FIGURES,
                node,
                by.id(),
                FiguresFile.subject(draft.occasion(), draft.version()),
                FiguresFile.digest(draft.occasion(), draft.version(), draft.cells()));
    }

    /** The signature as it is kept; empty where it is not this person's over that notice. */
    Optional<Signed> check(Person by, Notice notice, String signature) {
        return check(by, notice.id(), step(notice), text(by, notice), signature);
    }

    /** The same for figures. */
    Optional<Signed> check(Person by, Figures.Release draft, String signature) {
        return check(by, draft.id(), What.FIGURES, text(by, draft), signature);
    }

    private Optional<Signed> check(Person by, String subject, What what, String text, String signature) {
        String key = by.key(site);
        return !key.isEmpty() && PersonKey.verifies(key, Bytes.utf8(text), signature)
                ? Optional.of(new Signed(subject, what, by.id(), by.name(), key, text, signature, clock.instant()))
                : Optional.empty();
    }

    private static What step(Notice notice) {
        return notice.askedBy().isEmpty() ? What.ASK : What.RELEASE;
    }

    /** Who asked for a notice and who released it, as its file carries them. */
    List<NoticeFile.Release> of(Notice notice) {
        return Stream.of(What.ASK, What.RELEASE)
                .flatMap(what -> kept.find(notice.id(), what).stream())
                .map(s -> new NoticeFile.Release(
                        s.what().name(),
                        s.person(),
                        s.key(),
                        s.signature(),
                        bureau.sign(ReleaseText.vouched(node, s.person(), s.key()))))
                .toList();
    }

    /** The name of the person who released something; empty where nobody has. */
    public String releasedBy(String subject, What what) {
        return kept.find(subject, what)
                .map(s -> s.name() + " (" + s.person() + ")")
                .orElse("");
    }

    /** Figures as a file that anybody can check; empty where nobody signed their release. */
    public Optional<FiguresFile> file(Figures.Release release) {
        return kept.find(release.id(), What.FIGURES)
                .map(s -> new FiguresFile(
                        1,
                        node,
                        release.occasion(),
                        release.version(),
                        release.cells(),
                        s.person(),
                        s.key(),
                        s.signature(),
                        bureau.publicText(),
                        bureau.sign(ReleaseText.vouched(node, s.person(), s.key()))));
    }
}
