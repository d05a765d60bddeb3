package org.homeward.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.Test;

final class TraceIndexTest {
    private static final String PERSON = "Недогорук|Тарас|Ілліч|1990-02-01|Суми";

    private static TraceIndex index() {
        RegisterTable sought = Rows.persons(
                "Заславский|Юрий|Маркович|1995-06-30|Одесса",
                "Гриценко|Иван|Петрович|2001-04-03|Львов",
                "Недогорук|Тарас|Ильич|1990-02-01|Сумы");
        TraceIndex index = TraceIndex.of(Rows.persons(PERSON), sought, TraceOptions.standard());
        assertThat(index).isNotNull();
        return index;
    }

    /** A dossier of a register of millions costs what one alone costs; it once cost memory for all that stand before it. */
    @Test
    void aDossiersPlaceCostsNothing() {
        TraceIndex index = index();
        int rows = 500_000;
        RegisterTable one = Rows.persons(PERSON);
        RegisterTable dossiers = new RegisterTable(
                one.columns(), Collections.nCopies(rows, "s"), Collections.nCopies(rows, PERSON.split("\\|")));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadAllocatedBytes();
        List<Link> links = index.trace(dossiers, rows - 1, 3);
        assertThat(threads.getCurrentThreadAllocatedBytes() - start).isLessThan(5_000_000);
        assertThat(links).extracting(Link::heldRow).containsExactly(rows - 1);
        assertThat(links).extracting(Link::soughtRow).containsExactly(2);
        assertThat(links.getFirst().evidence().getFirst().held()).isEqualTo("Недогорук");
    }
}
