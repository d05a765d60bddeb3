package org.homeward.node.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.homeward.node.store.Registers;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.Participants;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the doors for programs says what the doors are: a new one, or a new field, without its words fails here. */
class OpenApiTest {
    private static final Map<String, Class<?>> RECORDS = Map.of(
            "Participant", Participants.Participant.class,
            "Participants", Participants.class,
            "CaseSummary", CaseSummary.class,
            "Outcome", OutcomeView.class,
            "Approval", Approval.class,
            "Acts", FeedController.Acts.class,
            "Batch", Registers.Batch.class,
            "Taken", ApiController.Taken.class,
            "Rows", FeedController.Rows.class,
            "Duties", FeedController.Duties.class);

    private static JsonNode document() throws IOException {
        try (InputStream in = FeedController.class.getResourceAsStream("openapi.json")) {
            return JsonMapper.builder().build().readTree(in);
        }
    }

    @Test
    void everyDoorIsDescribedAndNoOther() throws IOException {
        TreeSet<String> doors = new TreeSet<>();
        for (Class<?> controller : List.of(ApiController.class, FeedController.class)) {
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
}
