package org.homeward.handover.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.homeward.handover.log.Roster;
import org.homeward.handover.pack.DayList;
import org.homeward.names.Icao;

/** Names for the people of a drill, put together from syllables, in Cyrillic and as a passport spells them. Nobody bears them but by chance. */
public final class DrillNames {
    private static final String[] BEGIN = {"Зра", "Кло", "Мар", "Пету", "Сави", "Тара", "Хоро", "Чере", "Ягу", "Дубо"};
    private static final String[] MIDDLE = {"ди", "ле", "ми", "ню", "ро", "ста", "ту", "ши", "бе", "го"};
    private static final String[] END = {"нко", "вський", "шин", "льчук", "рюк", "гай", "тько", "рів"};
    private static final String[] GIVEN = {
        "Андрій", "Богдан", "Іван", "Микола", "Олег", "Павло", "Роман", "Тарас", "Юрій", "Яків"
    };

    private DrillNames() {}

    /** The list of a drill, with two spellings and four questions for everybody; the same for the same tokens. */
    public static DayList list(Roster roster) {
        List<DayList.Line> lines = new ArrayList<>();
        for (List<Roster.Expected> people : List.of(roster.people(), roster.reserve())) {
            for (Roster.Expected person : people) {
                RandomGenerator chance = new SplittableRandom(person.token().hashCode());
                String name =
                        pick(BEGIN, chance) + pick(MIDDLE, chance) + pick(END, chance) + " " + pick(GIVEN, chance);
                List<DayList.Question> questions = new ArrayList<>();
                for (int q = 1; q <= 4; q++) {
                    questions.add(
                            new DayList.Question("q" + q, "Drill question " + q, "answer " + chance.nextInt(1000)));
                }
                lines.add(new DayList.Line(
                        person.token(),
                        List.of(name, Icao.latin(name, true)),
                        1965 + chance.nextInt(40) + "-0" + (1 + chance.nextInt(9)) + "-1" + chance.nextInt(10),
                        null,
                        questions));
            }
        }
        return new DayList(1, roster.caseId(), roster.handover(), lines);
    }

    private static String pick(String[] from, RandomGenerator chance) {
        return from[chance.nextInt(from.length)];
    }
}
