package org.homeward.node.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.node.families.FamilyDesk.No;
import org.homeward.node.families.NoticeFile.Found;
import org.homeward.node.store.Families.Channel;
import org.homeward.node.store.Families.Kind;
import org.homeward.node.store.Families.Notice;
import org.homeward.node.store.Families.State;
import org.homeward.node.store.ReleaseSignatures.What;
import org.homeward.protocol.crypto.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves, leaves by the signatures of two people, and a family can check whose. */
class ReleaseDeskTest {
    @TempDir
    Path folder;

    private Office office;
    private String notice;

    @BeforeEach
    void aDraft() throws Exception {
        office = Office.open(folder);
        office.family("s-1", Channel.LETTER, "a street");
        notice = office.rooms.families().notices(1).getFirst().id();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Notice notice() {
        return office.rooms.families().notice(notice).orElseThrow();
    }

    private NoticeFile released() {
        Office.expectDone(office.release(Office.FIRST, notice));
        Office.expectDone(office.release(Office.SECOND, notice));
        return office.rooms.writer().file(notice());
    }

    @Test
    void aPersonWhoOnlySignedInReleasesNothing() {
        FamilyDesk desk = office.rooms.desk();
        String text = office.rooms.releases().text(Office.FIRST, notice());
        assertThat(Office.no(desk.release(Office.FIRST, notice, ""))).isEqualTo(No.SIGNATURE);
        assertThat(Office.no(desk.release(Office.FIRST, notice, Office.sign(Office.SECOND, text))))
                .as("another's key")
                .isEqualTo(No.SIGNATURE);
        assertThat(Office.no(desk.release(Office.FIRST, notice, Office.sign(Office.FIRST, text + " "))))
                .as("another text")
                .isEqualTo(No.SIGNATURE);
        assertThat(notice().state()).isEqualTo(State.DRAFT);
        assertThat(office.store.releaseSignatures().find(notice, What.ASK)).isEmpty();
        Office.expectDone(office.release(Office.FIRST, notice));
        assertThat(Office.no(desk.release(Office.SECOND, notice, Office.sign(Office.SECOND, text))))
                .as("to ask is not to release")
                .isEqualTo(No.SIGNATURE);
    }

    @Test
    void aNoticesFileSaysWhoLetItOutAndHoldsWithoutTheNode() throws Exception {
        assertThat(office.rooms.writer().file(notice()).releases())
                .as("a draft")
                .isEmpty();
        NoticeFile file = NoticeFile.read(released().withoutWords().bytes());
        assertThat(file.check(office.key.publicText())).isEqualTo(Found.HOLDS_WITHOUT_WORDS);
        assertThat(file.releases())
                .extracting(r -> r.act() + " " + r.person())
                .containsExactly("ASK liaison-1", "RELEASE liaison-2");
        assertThat(new String(file.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .as("no officer's name goes by mail")
                .doesNotContain("Test liaison");
        assertThat(office.rooms.releases().releasedBy(notice, What.RELEASE)).isEqualTo("Test liaison-2 (liaison-2)");
    }

    @Test
    void whoDidNotLetItOutCannotBeSaidToHave() {
        NoticeFile file = released();
        NoticeFile.Release ask = file.releases().get(0);
        NoticeFile.Release release = file.releases().get(1);
        SigningKey own = SigningKey.generate(new java.security.SecureRandom());
        String text = ReleaseText.of(What.RELEASE, "ua", "liaison-9", file.code(), file.digest());
        NoticeFile.Release stranger = new NoticeFile.Release(
                "RELEASE",
                "liaison-9",
                own.publicText(),
                own.sign(org.homeward.protocol.crypto.Bytes.utf8(text)),
                release.vouched());
        for (List<NoticeFile.Release> by : List.of(
                List.of(ask),
                List.of(release),
                List.of(ask, ask),
                List.of(release, ask),
                List.of(ask, release, release),
                List.of(ask, stranger),
                List.of(
                        ask,
                        new NoticeFile.Release(
                                "RELEASE", "liaison-2", release.key(), ask.signature(), release.vouched())),
                List.of(
                        ask,
                        new NoticeFile.Release(
                                "RELEASE", "liaison-3", release.key(), release.signature(), release.vouched())),
                List.of(
                        ask,
                        new NoticeFile.Release(
                                "OTHER", "liaison-2", release.key(), release.signature(), release.vouched())))) {
            assertThat(file.with(by).check("")).isEqualTo(Found.NOT_RELEASED);
        }
    }

    @Test
    void figuresAreReleasedByASignatureOverTheseFiguresAndNoOthers() throws Exception {
        Map<String, Kind> facts = new TreeMap<>();
        for (int i = 1; i <= 7; i++) {
            facts.put("m-" + i, Kind.RELEASED);
        }
        office.sought(facts.keySet());
        office.rooms.news().take("officer-1", "day-1", "joint statement 00aa", facts, true);
        Office.expectDone(office.rooms.desk().verifyDay(Office.FIRST, "day-1"));
        Office.expectDone(office.rooms.figures().draft(Office.OFFICER, "day-1"));
        String draft = office.rooms.figures().all().getFirst().release().id();
        assertThat(Office.no(office.rooms.figures().release(Office.HEAD, draft, "", "")))
                .isEqualTo(No.SIGNATURE);
        assertThat(office.rooms.figures().released()).isEmpty();
        Office.expectDone(office.releaseFigures(Office.HEAD, draft, ""));

        var release = office.rooms.figures().released().getFirst().release();
        FiguresFile file = FiguresFile.read(
                office.rooms.releases().file(release).orElseThrow().bytes());
        assertThat(file.holds(office.key.publicText())).isTrue();
        assertThat(file.person()).isEqualTo("head-1");
        assertThat(file.cells()).contains("\"RELEASED\":7");
        assertThat(file.holds(
                        SigningKey.generate(new java.security.SecureRandom()).publicText()))
                .isFalse();
        assertThat(new FiguresFile(
                                1,
                                file.node(),
                                file.occasion(),
                                file.version(),
                                file.cells().replace("7", "70"),
                                file.person(),
                                file.personKey(),
                                file.signature(),
                                file.key(),
                                file.vouched())
                        .holds(""))
                .isFalse();
    }
}
