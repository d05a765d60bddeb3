package org.homeward.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the log says of those who come and go, and that nobody writes lines of his own into it. */
class SecurityLogTest {
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(SecurityLog.NAME);
    private PagesApp app;

    @BeforeEach
    void start() {
        app = PagesApp.start(0, true);
        SecurityLog.newMinute();
        log.setLevel(Level.INFO);
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stop() {
        log.detachAppender(lines);
        app.close();
    }

    @Test
    void whoComesAndGoesIsThereByHisIdAndWhatWasTypedIsNot() throws Exception {
        Visitor visitor = new Visitor(app.url());
        visitor.get("/sign-in");
        visitor.post("/sign-in", Map.of("person", "open-sesame-1", "token", "open-sesame-2"));
        visitor.get("/sign-in");
        visitor.post("/sign-in", Map.of("person", "", "token", PagesApp.TOKEN));
        visitor.get("/");
        visitor.post("/sign-out", Map.of());

        assertThat(said())
                .containsExactly(
                        "WARN not signed in: from=127.0.0.1",
                        "INFO signed in: by=officer-9 from=127.0.0.1",
                        "INFO signed out: by=officer-9 from=127.0.0.1")
                .noneMatch(l -> l.contains("sesame") || l.contains(PagesApp.TOKEN) || l.contains("Officer with"));
    }

    @Test
    void whoIsRefusedIsThereWithTheFirstWordOfTheAddressAlone() throws Exception {
        Visitor auditor = Visitor.signedIn(app.url(), PagesApp.AUDITOR.id());
        auditor.get("/");
        lines.list.clear();

        auditor.post("/cases/" + MadeUpCase.CASE + "/steps/FREEZE_LISTS", Map.of());
        auditor.postRaw("/intake/a-name-in-an-address/drop", "a=b");
        auditor.get("/Somebodys-Name/x");

        assertThat(said())
                .containsExactly(
                        "WARN refused: not for this role by=auditor-1 from=127.0.0.1 at=POST /cases",
                        "WARN refused: no token of its form by=auditor-1 from=127.0.0.1 at=POST /intake",
                        "WARN refused: not for this role by=auditor-1 from=127.0.0.1 at=GET /?");
    }

    @Test
    void aFloodOfStrangersFillsNoDisk() throws Exception {
        Visitor visitor = new Visitor(app.url());
        visitor.get("/sign-in");
        for (int i = 0; i < 3 * SecurityLog.MOST_A_MINUTE; i++) {
            visitor.post("/sign-in", Map.of("person", "", "token", "guess " + i));
        }

        // The minute may turn once or twice while they come.
        assertThat(said()).hasSizeBetween(SecurityLog.MOST_A_MINUTE, 2 * SecurityLog.MOST_A_MINUTE + 2);
        assertThat(said()).anyMatch(l -> l.contains("the others are not written"));
    }

    @Test
    void aLineOfTheLogIsOneLineWhateverItHolds() throws Exception {
        LoggerContext context = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(SecurityLog.class.getResource("/logback.xml"));
        assertThat(context.getLogger(SecurityLog.NAME).getEffectiveLevel()).isEqualTo(Level.INFO);
        assertThat(context.getLogger("org.homeward").getEffectiveLevel()).isEqualTo(Level.WARN);
        ConsoleAppender<ILoggingEvent> console =
                (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("console");
        PatternLayout layout = (PatternLayout) ((PatternLayoutEncoder) console.getEncoder()).getLayout();
        String forged =
                "a\r\n2026-11-28T06:00:00.000Z INFO  security signed in: by=head\u2028b\u0085c\u202Ed\u001B[2Je";

        String line = layout.doLayout(new LoggingEvent(
                "x",
                context.getLogger("org.homeward.Some"),
                Level.ERROR,
                forged,
                new IllegalStateException(forged, new IllegalArgumentException("cause\nof it")),
                null));

        assertThat(line)
                .endsWith(System.lineSeparator())
                .contains("ERROR Some a 2026", "IllegalStateException", "cause of it", "SecurityLogTest")
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z .*\\R");
        assertThat(line.strip()).doesNotContainPattern("[\\p{Cntrl}\u0085\u2028\u202E]");
    }

    private List<String> said() {
        return lines.list.stream()
                .map(e -> e.getLevel() + " " + e.getFormattedMessage())
                .toList();
    }
}
