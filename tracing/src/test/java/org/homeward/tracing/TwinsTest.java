package org.homeward.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Twins: all agrees but the given name, and how many there are is learned. */
final class TwinsTest {
    private static final int PEOPLE = 1_500;
    private static final int TWINS = 60;
    private static final String[] BEGINNINGS = {"Бон", "Гон", "Вол", "Мель", "Тка", "Лит", "Сав", "Пет", "Жур", "Клим"};
    private static final String[] MIDDLES = {"да", "ча", "ру", "ни", "ле", "ко", "ту", "ва", "ми", "бо"};
    private static final String[] ENDS = {"ренко", "рчук", "вець", "ський", "ник", "щенко", "люк", "тько"};
    private static final String[] GIVEN = {"Іван", "Олег", "Тарас", "Микола", "Петро", "Роман", "Степан", "Богдан"};
    private static final String[] FATHERS = {"Іванович", "Олегович", "Тарасович", "Петрович", "Романович", "Степанович"
    };
    private static final String[] TOWNS = {"Київ", "Львів", "Суми", "Рівне", "Полтава", "Херсон", "Луцьк", "Умань"};

    private static String any(Random random, String[] of) {
        return of[random.nextInt(of.length)];
    }

    @Test
    void aTwinIsNotTakenForTheSamePersonWrittenAgain() {
        Random random = new Random(11);
        String[] held = new String[PEOPLE];
        String[] sought = new String[PEOPLE + TWINS];
        for (int i = 0; i < PEOPLE; i++) {
            String surname = any(random, BEGINNINGS) + any(random, MIDDLES) + any(random, ENDS) + "|";
            int given = random.nextInt(GIVEN.length);
            String rest = "|" + any(random, FATHERS) + "|" + (1960 + random.nextInt(45)) + "-"
                    + (10 + random.nextInt(3)) + "-" + (10 + random.nextInt(18)) + "|" + any(random, TOWNS);
            held[i] = surname + GIVEN[given] + rest;
            sought[i] = held[i];
            if (i < TWINS) {
                String other = GIVEN[(given + 1 + random.nextInt(GIVEN.length - 1)) % GIVEN.length];
                sought[PEOPLE + i] = surname + other + rest;
            }
        }
        TraceResult result = Tracer.trace(Rows.persons(held), Rows.persons(sought), TraceOptions.standard());

        assertThat(result.links()).allMatch(link -> link.heldRow() == link.soughtRow());
        assertThat(result.links().size()).isGreaterThan(PEOPLE * 99 / 100);
        assertThat(result.repeats()).isEmpty();
        assertThat(result.report().siblings()).isBetween(TWINS * .5, TWINS * 2.0);
    }
}
