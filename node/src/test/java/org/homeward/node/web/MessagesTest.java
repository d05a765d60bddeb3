package org.homeward.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeward.handover.day.VehicleState;
import org.homeward.node.access.AccessDesk;
import org.homeward.node.desk.PairDecisions;
import org.homeward.node.dossier.ClaimDesk;
import org.homeward.node.dossier.Dossier;
import org.homeward.node.dossier.PaperDesk;
import org.homeward.node.dossier.Status;
import org.homeward.node.dossier.StatusDesk;
import org.homeward.node.dossier.StatusWord;
import org.homeward.node.dossier.TwinDesk;
import org.homeward.node.duty.Owed;
import org.homeward.node.families.FamilyDesk;
import org.homeward.node.people.ApiToken;
import org.homeward.node.people.PeopleDesk;
import org.homeward.node.people.Person;
import org.homeward.node.remains.RemainsDesk;
import org.homeward.node.review.PairState;
import org.homeward.node.review.TracingDesk;
import org.homeward.node.store.Families;
import org.homeward.node.store.Holds;
import org.homeward.node.store.Remains;
import org.homeward.node.store.Reviews;
import org.homeward.node.store.Statements;
import org.homeward.node.store.Wishes;
import org.homeward.node.web.view.CaseView;
import org.homeward.node.web.view.ListView;
import org.homeward.node.web.view.StepKind;
import org.homeward.node.wishes.WishDesk;
import org.homeward.protocol.exchange.Board;
import org.homeward.protocol.exchange.Deadline;
import org.homeward.protocol.exchange.Death;
import org.homeward.protocol.exchange.Disclosure;
import org.homeward.protocol.exchange.Doubt;
import org.homeward.protocol.exchange.Refusal;
import org.homeward.protocol.exchange.ReplyCode;
import org.homeward.register.Answered;
import org.homeward.register.Field;
import org.homeward.register.PartialDate;
import org.homeward.register.ReadOutcome;
import org.homeward.talks.onetext.Answer;
import org.homeward.tracing.Level;
import org.junit.jupiter.api.Test;

/** The bundles are complete: a missing word fails the build, not a page. */
class MessagesTest {
    private static final List<String> LANGUAGES =
            Languages.ALL.stream().map(Locale::getLanguage).toList();
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]\\}");

    private static Map<String, String> bundle(String language) throws IOException {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(
                        MessagesTest.class.getResourceAsStream("/messages/pages_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        Map<String, String> messages = new TreeMap<>();
        properties.forEach((key, value) -> messages.put((String) key, (String) value));
        return messages;
    }

    @Test
    void allLanguagesHaveTheSameKeys() throws IOException {
        for (String language : LANGUAGES) {
            assertThat(bundle(language).keySet())
                    .as(language)
                    .isEqualTo(bundle("en").keySet());
        }
    }

    @Test
    void allLanguagesHaveTheSamePlaceholders() throws IOException {
        for (String language : LANGUAGES) {
            Map<String, String> messages = bundle(language);
            bundle("en")
                    .forEach((key, english) -> assertThat(places(messages.get(key)))
                            .as(language + " " + key)
                            .isEqualTo(places(english)));
        }
    }

    private static TreeSet<String> places(String message) {
        TreeSet<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(message);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    @Test
    void noMessageIsEmptyOrHasTheApostropheThatAMessageFormatEats() throws IOException {
        for (String language : LANGUAGES) {
            bundle(language)
                    .forEach((key, value) -> assertThat(value)
                            .as(language + " " + key)
                            .isNotBlank()
                            .doesNotContain("'"));
        }
    }

    @Test
    void noLanguageWasLeftInEnglish() throws IOException {
        for (String language : List.of("uk", "ru", "ar")) {
            Pattern script = Pattern.compile(language.equals("ar") ? "\\p{IsArabic}" : "\\p{IsCyrillic}|№");
            bundle(language)
                    .forEach((key, value) -> assertThat(script.matcher(value).find())
                            .as(language + " " + key + "=" + value)
                            .isTrue());
        }
    }

    @Test
    void everythingThatCanBeShownHasItsWords() throws IOException {
        List<String> keys = new ArrayList<>();
        add(keys, "step", StepKind.values());
        add(keys, "stepState", CaseView.StepState.values());
        add(keys, "state", ListView.LineState.values());
        add(keys, "reply", ReplyCode.values());
        add(keys, "refusal", Refusal.Code.values());
        add(keys, "hold", Holds.Kind.values());
        add(keys, "rung", Disclosure.Rung.values());
        add(keys, "board", Board.Decision.values());
        add(keys, "death", Death.Standing.values());
        add(keys, "doubtPeople", Doubt.values());
        add(keys, "doubtSay", Doubt.values());
        add(keys, "figure", Doubt.values());
        add(keys, "wish", Wishes.Wish.values());
        add(keys, "wishNo", WishDesk.No.values());
        add(keys, "due", Deadline.Due.values());
        add(keys, "expiry", Deadline.OnExpiry.values());
        add(keys, "field", Field.values());
        add(keys, "level", Level.values());
        add(keys, "verdict", ReadOutcome.Verdict.values());
        add(keys, "unread", ReadOutcome.Code.values());
        add(keys, "no", PeopleDesk.No.values());
        add(keys, "role", Person.Role.values());
        add(keys, "dutyState", Owed.State.values());
        add(keys, "dutyEvent", Owed.Event.values());
        add(keys, "deskStep", Reviews.Step.values());
        add(keys, "pairPhase", PairState.Phase.values());
        add(keys, "pairVerdict", PairDecisions.Verdict.values());
        TracingDesk.REASONS.forEach(reason -> keys.add("pairReason." + reason));
        add(keys, "familyNo", FamilyDesk.No.values());
        add(keys, "channel", Families.Channel.values());
        add(keys, "happened", Families.Kind.values());
        add(keys, "eventSource", Families.Source.values());
        add(keys, "noticeState", Families.State.values());
        add(keys, "life", Statements.Life.values());
        add(keys, "accessWhy", AccessDesk.Why.values());
        add(keys, "purposeWhy", Purpose.Why.values());
        add(keys, "tokenRights", ApiToken.Rights.values());
        add(keys, "answer", Answer.values());
        add(keys, "vehicleState", VehicleState.Standing.values());
        add(keys, "remainsKind", Remains.Kind.values());
        add(keys, "remainsMethod", Remains.Method.values());
        add(keys, "remainsNo", RemainsDesk.No.values());
        add(keys, "status", Status.values());
        add(keys, "statusSource", StatusWord.Source.values());
        add(keys, "sort", StatusDesk.Sort.values());
        add(keys, "claimState", ClaimDesk.State.values());
        add(keys, "twinState", TwinDesk.State.values());
        add(keys, "answered", Answered.values());
        add(keys, "script", Dossier.Script.values());
        add(keys, "precision", PartialDate.Precision.values());
        add(keys, "event", Dossier.What.values());
        add(keys, "paperNo", PaperDesk.No.values());

        assertThat(bundle("en").keySet()).containsAll(keys).contains("reply." + ListView.NO_REPLY);
    }

    private static void add(List<String> keys, String prefix, Enum<?>[] values) {
        Arrays.stream(values).forEach(v -> keys.add(prefix + "." + v.name()));
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyKeyThatAPageNamesIsThereAndNoOther() throws IOException {
        Pattern named = Pattern.compile("\"((?:[a-z][a-zA-Z]*\\.)+[a-zA-Z_]+)\"");
        Map<String, String> english = bundle("en");
        TreeSet<String> used = new TreeSet<>();
        try (Stream<Path> pages =
                Stream.of("jte", "java/org/homeward/node").flatMap(folder -> walk(Path.of("src/main", folder)))) {
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                Matcher matcher = named.matcher(Files.readString(page));
                while (matcher.find()) {
                    if (page.toString().endsWith(".jte")) {
                        assertThat(english).as(page.toString()).containsKey(matcher.group(1));
                    }
                    used.add(matcher.group(1));
                }
            }
        }
        assertThat(
                        english.keySet().stream()
                                .filter(k -> !used.contains(k))
                                .filter(
                                        k -> !k.matches(
                                                "(step|stepState|state|reply|refusal|field|level|role|category|figure|error|verdict|unread|no|peopleHint|dutyState|dutyEvent|deskStep|pairPhase|pairVerdict|pairReason|due|expiry|rung|hold|talksKind|talksField|stance|mayTell|report|clauseStatus|mark|recordKind|tier|lineState|familyNo|channel|happened|eventSource|noticeState|visitState|life|candidate|accessWhy|exportKind|exportNo|purposeWhy|tokenRights|answer|vehicleState|remainsKind|remainsMethod|remainsNo|status|statusSource|claimState|claimSaid|twinState|twinSaid|answered|script|precision|event|paperNo|sort|board|death|doubtPeople|doubtSay|wish|wishNo)\\..*")))
                .isEmpty();
    }
}
