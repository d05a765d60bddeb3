package org.homeward.node.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.homeward.node.agreed.AgreedView;
import org.homeward.node.agreed.PersonsView;
import org.homeward.node.agreed.ReceiptView;
import org.homeward.node.desk.LineMatch;
import org.homeward.node.desk.PairDecisions.Verdict;
import org.homeward.node.desk.ProposedPair;
import org.homeward.node.holds.HoldDesk;
import org.homeward.node.learned.LearnedView;
import org.homeward.node.review.PairState;
import org.homeward.node.review.TracingDesk;
import org.homeward.node.store.Boards;
import org.homeward.node.store.Holds;
import org.homeward.node.store.Registers;
import org.homeward.node.store.Wishes;
import org.homeward.node.web.view.CaseView;
import org.homeward.node.web.view.LineView;
import org.homeward.node.web.view.ListView;
import org.homeward.node.web.view.ProposalView;
import org.homeward.node.wishes.WishDesk;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.Board;
import org.homeward.protocol.exchange.Participants;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the doors for programs says what the doors are: a new one, or a new field, without its words fails here. */
class OpenApiTest {
    private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            Map.entry("Participant", Participants.Participant.class),
            Map.entry("Participants", Participants.class),
            Map.entry("CaseSummary", CaseSummary.class),
            Map.entry("Outcome", OutcomeView.class),
            Map.entry("Approval", Approval.class),
            Map.entry("Acts", FeedController.Acts.class),
            Map.entry("Batch", Registers.Batch.class),
            Map.entry("Taken", ApiController.Taken.class),
            Map.entry("Rows", FeedController.Rows.class),
            Map.entry("Duties", FeedController.Duties.class),
            Map.entry("Changes", ApiActsController.Changes.class),
            Map.entry("ChangeWanted", ApiActsController.ChangeWanted.class),
            Map.entry("Lines", ApiActsController.Lines.class),
            Map.entry("HandoverReceipt", ApiActsController.Receipt.class),
            Map.entry("Hours", ApiActsController.Hours.class),
            Map.entry("Availability", ApiActsController.Availability.class),
            Map.entry("OneLine", ApiActsController.OneLine.class),
            Map.entry("DeathSaid", ApiActsController.DeathSaid.class),
            Map.entry("Untold", ApiActsController.Untold.class),
            Map.entry("HoldWanted", ApiActsController.HoldWanted.class),
            Map.entry("Hold", Holds.Hold.class),
            Map.entry("Holds", HoldDesk.Seen.class),
            Map.entry("Board", Board.class),
            Map.entry("NotedBoard", Boards.Noted.class),
            Map.entry("TracingQueue", TracingDesk.Queue.class),
            Map.entry("TracingItem", TracingDesk.Item.class),
            Map.entry("TracingPair", ProposedPair.class),
            Map.entry("PairField", LineMatch.Field.class),
            Map.entry("PairState", PairState.class),
            Map.entry("Agreed", AgreedView.class),
            Map.entry("AgreedVersion", AgreedView.Version.class),
            Map.entry("AgreedChange", AgreedView.Change.class),
            Map.entry("AgreedPerson", AgreedView.Person.class),
            Map.entry("OpenAmendment", AgreedView.Open.class),
            Map.entry("Owed", AgreedView.Owed.class),
            Map.entry("AgreedClock", AgreedView.Clock.class),
            Map.entry("AgreedSide", AgreedView.Side.class),
            Map.entry("Booking", AgreedView.Booking.class),
            Map.entry("ReceiptSeen", ReceiptView.class),
            Map.entry("Learned", LearnedView.class),
            Map.entry("LearnedRow", LearnedView.Row.class),
            Map.entry("CasePart", CaseView.Participant.class),
            Map.entry("ListPage", ListView.class),
            Map.entry("ListLine", ListView.Line.class),
            Map.entry("LineSeen", LineView.class),
            Map.entry("LineField", LineView.FieldPair.class),
            Map.entry("LineEvidence", LineView.Evidence.class),
            Map.entry("ProposedLists", ProposalView.class),
            Map.entry("CategoryBalance", ProposalView.CategoryBalance.class),
            Map.entry("ProposedPerson", ProposalView.Person.class),
            Map.entry("Persons", PersonsView.class),
            Map.entry("PersonShown", PersonsView.Person.class),
            Map.entry("PersonGone", PersonsView.Gone.class),
            Map.entry("PersonBoard", PersonsView.Decision.class),
            Map.entry("PersonDeath", PersonsView.Said.class),
            Map.entry("WishPerson", WishDesk.Person.class),
            Map.entry("WishAsked", Wishes.Asked.class));

    private static JsonNode document() throws IOException {
        try (InputStream in = FeedController.class.getResourceAsStream("openapi.json")) {
            return JsonMapper.builder().build().readTree(in);
        }
    }

    @Test
    void everyDoorIsDescribedAndNoOther() throws IOException {
        TreeSet<String> doors = new TreeSet<>();
        for (Class<?> controller : List.of(
                ApiController.class,
                ApiActsController.class,
                ApiPagesController.class,
                ApiListsController.class,
                FeedController.class)) {
            for (Method method : controller.getDeclaredMethods()) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null) {
                    for (String path : mapping.path()) {
                        for (RequestMethod verb : mapping.method()) {
                            doors.add(verb.name().toLowerCase(Locale.ROOT) + " /api/" + path);
                        }
                    }
                }
            }
        }
        TreeSet<String> described = new TreeSet<>();
        document()
                .get("paths")
                .properties()
                .forEach(path ->
                        path.getValue().propertyNames().forEach(verb -> described.add(verb + " " + path.getKey())));

        assertThat(described).isEqualTo(doors).hasSizeGreaterThan(15);
    }

    @Test
    void everySchemaHasTheFieldsOfWhatIsSent() throws IOException {
        JsonNode schemas = document().at("/components/schemas");
        RECORDS.forEach(
                (name, type) -> assertThat(schemas.get(name).get("properties").propertyNames())
                        .as(name)
                        .containsExactlyInAnyOrderElementsOf(Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList()));
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonNode document = document();
        List<JsonNode> references = new ArrayList<>(document.findValues("$ref"));
        assertThat(references).isNotEmpty();
        references.forEach(
                r -> assertThat(document.at(r.stringValue().substring(1)).isMissingNode())
                        .as(r.stringValue())
                        .isFalse());
    }

    @Test
    void aPairIsWrittenWithItsEvidenceAndWhatPeopleSaid() {
        var pair = new ProposedPair(
                "L-1",
                "Tkach",
                "Ткач",
                "held/1",
                true,
                990,
                "name",
                List.of(new LineMatch.Field("surname", "Ткач", "Tkach", "SAME", 900, "the same")),
                null,
                null);
        var state = new PairState(
                PairState.Phase.ONE,
                Map.of("aa-1", new PairState.Word(Verdict.CONFIRM, "", Instant.EPOCH)),
                Optional.empty(),
                Optional.of(Instant.EPOCH));

        JsonNode written = JsonMapper.builder().build().valueToTree(new TracingDesk.Item(pair, state));

        assertThat(written.at("/pair/fields/0/bits").intValue()).isEqualTo(900);
        assertThat(written.at("/state/phase").stringValue()).isEqualTo("ONE");
        assertThat(written.at("/state/verdicts/aa-1/at").stringValue()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(written.at("/state/taken").isNull()).isTrue();
    }
}
