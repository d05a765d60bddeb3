package org.homeward.node.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.homeward.node.store.Families.Channel;
import org.homeward.node.store.Families.Kind;
import org.homeward.node.store.Families.Logged;
import org.homeward.node.store.Families.Notice;
import org.homeward.node.store.Families.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices through a real mail server. */
class OutboxTest {
    @TempDir
    private Path folder;

    private Office office;
    private GreenMail server;

    @BeforeEach
    void open() throws Exception {
        office = Office.open(folder);
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
        office.close();
    }

    private MailChannel channel(int port) {
        return new MailChannel(
                new MailSettings("127.0.0.1", port, "bureau@bureau.example", "", "", false),
                office.rooms.writer(),
                Office.PAGE);
    }

    private Outbox outbox(NoticeChannel channel) {
        return new Outbox(office.rooms.families(), channel, office.clock);
    }

    private int port() {
        return server.getSmtp().getPort();
    }

    @Test
    void aReleasedNoticeIsMailedOnceAndADraftNever() throws Exception {
        office.family("s-1", Channel.MAIL, "kin@example.org");
        Outbox outbox = outbox(channel(port()));
        assertThat(outbox.run()).isZero();
        office.releaseAll();
        assertThat(outbox.run()).isEqualTo(1);
        office.later(Duration.ofDays(1));
        assertThat(outbox.run()).isZero();
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(1);
        MimeMultipart parts = (MimeMultipart) mails[0].getContent();
        Notice notice = office.rooms.families().notices(1).getFirst();
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains(notice.code())
                .contains("Nobody may ask money");
        NoticeFile file = NoticeFile.read(parts.getBodyPart(1).getInputStream().readAllBytes());
        assertThat(file.check(office.rooms.writer().key())).isEqualTo(NoticeFile.Found.HOLDS_WITHOUT_WORDS);
        assertThat(notice.state()).isEqualTo(State.SENT);
    }

    @Test
    void fromOutsideTwoMailsDifferInNothingThatSaysWhatHappenedToWhom() throws Exception {
        office.family("s-1", Channel.MAIL, "kin-a@example.org");
        office.family("s-2", Channel.MAIL, "kin-b@example.org");
        office.happened(Kind.RELEASED, "day-1", "s-1");
        office.happened(Kind.NOT_RETURNED, "day-1", "s-2");
        office.releaseAll();
        outbox(channel(port())).run();
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(4);
        Set<String> texts = new HashSet<>();
        Set<Integer> sizes = new HashSet<>();
        for (MimeMessage mail : mails) {
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            Part text = parts.getBodyPart(0);
            // The random code of a notice goes first: "q64s-1146-…" would hold a row's key by chance.
            String said = (mail.getSubject() + "\n" + text.getContent())
                    .replaceAll("[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}", "CODE");
            assertThat(said).doesNotContain("Kin of").doesNotContain("s-1").doesNotContain("released to");
            texts.add(said);
            sizes.add(parts.getBodyPart(1).getInputStream().readAllBytes().length);
        }
        assertThat(texts).hasSize(1);
        assertThat(sizes).hasSize(1);
    }

    @Test
    void aNodeKilledBetweenSendingAndMarkingSendsAgainUnderTheSameMessageId() throws Exception {
        office.family("s-1", Channel.MAIL, "kin@example.org");
        office.releaseAll();
        MailChannel real = channel(port());
        Outbox killed = outbox((kin, notice) -> {
            real.send(kin, notice);
            throw new OutOfMemoryError("killed here");
        });
        assertThatThrownBy(killed::run).isInstanceOf(OutOfMemoryError.class);
        Notice notice = office.rooms.families().notices(1).getFirst();
        assertThat(notice.state()).isEqualTo(State.RELEASED);
        assertThat(outbox(real).run()).isZero();
        office.later(Duration.ofMinutes(5));
        assertThat(outbox(real).run()).isEqualTo(1);
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(Arrays.stream(mails).map(OutboxTest::id)).containsOnly("<" + notice.id() + "@bureau.example>");
        assertThat(Arrays.stream(mails).map(OutboxTest::text).distinct()).hasSize(1);
    }

    @Test
    void aServerThatIsDownIsAskedAgainLater() throws Exception {
        office.family("s-1", Channel.MAIL, "kin@example.org");
        office.releaseAll();
        int port = port();
        server.stop();
        assertThat(outbox(channel(port)).run()).isZero();
        Notice notice = office.rooms.families().notices(1).getFirst();
        assertThat(notice.state()).isEqualTo(State.RELEASED);
        assertThat(office.rooms.families().log(notice.id()))
                .extracting(Logged::what)
                .contains("LATER");
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        assertThat(outbox(channel(port)).run()).isZero();
        office.later(Duration.ofMinutes(3));
        assertThat(outbox(channel(port)).run()).isEqualTo(1);
    }

    @Test
    void anAddressThatTheServerRefusesIsShownToTheOfficerAndALetterTakesItsPlace() throws Exception {
        office.family("s-1", Channel.MAIL, "gone@example.org");
        office.releaseAll();
        try (ServerSocket refusing = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread one = Thread.ofVirtual().start(() -> refuseOnce(refusing));
            assertThat(outbox(channel(refusing.getLocalPort())).run()).isZero();
            one.join(Duration.ofSeconds(20));
        }
        Notice notice = office.rooms.families().notices(1).getFirst();
        assertThat(notice.state()).isEqualTo(State.REFUSED);
        assertThat(office.rooms.families().log(notice.id()).getLast().more())
                .contains("550")
                .doesNotContain("gone@example.org");
        Office.expectDone(office.rooms.desk().handedOver(Office.FIRST, notice.id()));
    }

    /** A mail server that takes no address. */
    private static void refuseOnce(ServerSocket socket) {
        try (Socket line = socket.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII))) {
            say(line, "220 here");
            for (String asked = in.readLine(); asked != null; asked = in.readLine()) {
                say(
                        line,
                        asked.startsWith("RCPT")
                                ? "550 no such mailbox"
                                : asked.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException e) {
            // The other end hung up.
        }
    }

    private static void say(Socket line, String words) throws IOException {
        line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void nothingLeavesInTheNight() throws Exception {
        office.family("s-1", Channel.MAIL, "kin@example.org");
        office.now = Instant.parse("2026-02-05T20:30:00Z");
        office.releaseAll();
        assertThat(outbox(channel(port())).run()).isZero();
        office.now = Instant.parse("2026-02-06T06:00:00Z");
        assertThat(outbox(channel(port())).run()).isEqualTo(1);
    }

    @Test
    void settingsThatNoMailCouldLeaveWithAreRefused() throws Exception {
        Path file = folder.resolve(MailSettings.FILE);
        for (String bad : new String[] {
            "from=a@b",
            "host=mail.example\nfrom=nobody",
            "host=mail.example\nfrom=a@b\nport=0",
            "host=mail.example\nfrom=a@b\ntls=none",
            "host=mail.example\nfrom=a@b\nuser=u",
            "host=mail.example\nfrom=a@b\nhots=x"
        }) {
            Files.writeString(file, bad);
            assertThatThrownBy(() -> MailSettings.load(folder))
                    .as(bad)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(MailSettings.FILE);
        }
        Files.writeString(file, "host=localhost\nport=25\nfrom=a@b\ntls=none");
        assertThat(MailSettings.load(folder)).map(MailSettings::port).contains(25);
    }

    @Test
    void whatIsPrintedSaysItInTwoLanguagesAndNothingThatWasNotTold() throws Exception {
        String code = office.family("s-1", Channel.LETTER, "a street");
        office.happened(Kind.RELEASED, "day-1", "s-1");
        FamilyPapers papers = office.rooms.papers();
        var kin = office.rooms.families().kin(1).getFirst();
        Notice notice = office.rooms.families().notices(9).stream()
                .filter(n -> n.kind().equals("RELEASED"))
                .findFirst()
                .orElseThrow();
        assertThat(printed(papers.receipt(kin, code, office.now)))
                .contains(code)
                .contains(office.rooms.writer().key())
                .contains("Розписка");
        assertThat(printed(papers.letter(kin, notice))).contains(notice.code()).contains("has been released");
        String person = office.rooms.desk().person("s-1");
        assertThat(person).isEqualTo("Testenko Danylo");
        assertThat(printed(papers.extract(kin, person, office.rooms.families().told(kin.id(), 9), office.now)))
                .contains("Testenko Danylo")
                .contains("Витяг")
                .doesNotContain("has been released");
        office.releaseAll();
        Office.expectDone(office.rooms.desk().handedOver(Office.FIRST, notice.id()));
        assertThat(printed(papers.extract(kin, person, office.rooms.families().told(kin.id(), 9), office.now)))
                .contains("has been released")
                .contains(notice.code());
    }

    private static String printed(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return ((MimeMultipart) mail.getContent())
                    .getBodyPart(0)
                    .getContent()
                    .toString();
        } catch (jakarta.mail.MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
