package org.homeward.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.Test;

final class BlocksTest {
    private static final int ROWS = 400;
    private static final String[] SURNAMES = {"Коваль", "Мороз", "Kovalchuk", "Бондар", "-"};
    private static final String[] GIVEN = {"Іван", "Иван", "Олег", "-"};
    private static final String[] DATES = {"1990-02-01", "1991-02-01", "1990", "-"};

    private final Random random = new Random(8);
    private final RegisterTable table = table();
    private final Features features = Features.common(table, table);
    private final int[] cells = features.encode(table);
    private final Keys keys = new Keys(features);
    private final int[] hashes = keys.keys(cells);

    private RegisterTable table() {
        String[] lines = new String[ROWS];
        for (int i = 0; i < ROWS; i++) {
            lines[i] = String.join("|", any(SURNAMES), any(GIVEN), "Іванович", any(DATES), "Київ");
        }
        return Rows.persons(lines);
    }

    private String any(String[] of) {
        return of[random.nextInt(of.length)];
    }

    /** The rows that the block of a row has by a key. */
    private Set<Integer> block(Blocks blocks, int row, int key) {
        int[] own = new int[features.count];
        System.arraycopy(cells, row * features.count, own, 0, features.count);
        Blocks.Block block = blocks.of(keys, own, hashes[row * keys.count + key]);
        Set<Integer> rows = new HashSet<>();
        for (int at = block.from(); at < block.to(); at++) {
            assertThat(rows.add((int) block.entries()[at])).isTrue();
        }
        return rows;
    }

    private Set<Integer> sharing(int row, int key) {
        Set<Integer> rows = new HashSet<>();
        for (int other = 0; other < ROWS; other++) {
            if (hashes[row * keys.count + key] != 0
                    && hashes[row * keys.count + key] == hashes[other * keys.count + key]) {
                rows.add(other);
            }
        }
        return rows;
    }

    private Blocks blocks(int key, int most) {
        return new Blocks(keys, cells, Blocking.sorted(hashes, keys.count, key), most);
    }

    @Test
    void aBlockThatIsSmallEnoughHasAllRowsOfTheKey() {
        for (int key = 0; key < keys.count; key++) {
            Blocks blocks = blocks(key, ROWS);
            for (int row = 0; row < ROWS; row += 7) {
                assertThat(block(blocks, row, key)).isEqualTo(sharing(row, key));
            }
        }
    }

    @Test
    void aLargeBlockIsDividedByWhatElseTheRowSays() {
        int divided = 0;
        for (int key = 0; key < keys.count; key++) {
            Blocks blocks = blocks(key, 25);
            for (int row = 0; row < ROWS; row++) {
                Set<Integer> all = sharing(row, key);
                Set<Integer> some = block(blocks, row, key);
                assertThat(some).hasSizeLessThanOrEqualTo(25);
                assertThat(all).containsAll(some);
                if (all.size() <= 25) {
                    assertThat(some).isEqualTo(all);
                } else if (!some.isEmpty()) {
                    divided++;
                    assertThat(some).contains(row);
                }
            }
        }
        assertThat(divided).isGreaterThan(ROWS);
    }
}
