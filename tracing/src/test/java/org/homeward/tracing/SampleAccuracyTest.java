package org.homeward.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.homeward.sample.SampleGenerator;
import org.homeward.sample.SampleSpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two synthetic registers in two languages, against their truth; the whole curve is measured by bench. */
final class SampleAccuracyTest {
    private static final List<Field> FIELDS = List.of(
            Field.ID,
            Field.SURNAME,
            Field.GIVEN_NAME,
            Field.PATRONYMIC,
            Field.BIRTH_DATE,
            Field.BIRTH_PLACE,
            Field.RANK,
            Field.UNIT,
            Field.KIND,
            Field.CAPTURE_DATE,
            Field.MEDICAL);

    private final SampleGenerator.Sample sample =
            SampleGenerator.generate(20_260_205, new SampleSpec(1_500, 2_500, 1, 1));
    private final RegisterTable held = table(sample.register("ru", "held"));
    private final RegisterTable sought = table(sample.register("ua", "sought"));
    private final TraceResult result = Tracer.trace(held, sought, TraceOptions.standard());
    private final Set<String> truth = new HashSet<>();

    SampleAccuracyTest() {
        sample.ofUa().forEach(pair -> truth.add(pair.heldId() + " " + pair.soughtId()));
    }

    @Test
    void linksHardlyAnybodyWrongAndMissesFew() {
        long right = result.links().stream().filter(this::isTrue).count();
        assertThat(right / (double) result.links().size()).isGreaterThanOrEqualTo(.997);
        assertThat(right + result.repeats().stream().filter(this::isTrue).count())
                .isGreaterThanOrEqualTo(Math.round(truth.size() * .97));
    }

    @Test
    void expectsAsManyTrueLinksAsThereAre() {
        assertThat(result.report().expectedLinks()).isBetween(truth.size() * .98, truth.size() * 1.02);
        assertThat(result.report().pairCompleteness()).isBetween(.97, 1.0);
        assertThat(result.report().candidatesPerRecord()).isLessThan(40);
    }

    @Test
    void findsOnePersonAtATimeAsTheFullRunDoes() {
        TraceIndex index = TraceIndex.of(held, sought, TraceOptions.standard());
        assertThat(index).isNotNull();
        int same = 0;
        for (Link link : result.links()) {
            List<Link> found = index.trace(held, link.heldRow(), 3);
            same += !found.isEmpty() && found.getFirst().soughtRow() == link.soughtRow() ? 1 : 0;
        }
        // Without the other held rows to compete, a few of the repeated persons come by their other row.
        assertThat(same / (double) result.links().size()).isGreaterThan(.97);
    }

    private boolean isTrue(Link link) {
        return truth.contains(held.id(link.heldRow()) + " " + sought.id(link.soughtRow()));
    }

    private static RegisterTable table(SampleGenerator.Register register) {
        int width = register.header().size();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            columns.add(new Column(register.header().get(i), FIELDS.get(i)));
        }
        List<String> ids = new ArrayList<>();
        List<@Nullable String[]> rows = new ArrayList<>();
        for (List<String> cells : register.rows()) {
            ids.add(cells.getFirst());
            rows.add(cells.stream().map(c -> c.isBlank() ? null : c.strip()).toArray(String[]::new));
        }
        return new RegisterTable(columns, ids, rows);
    }
}
