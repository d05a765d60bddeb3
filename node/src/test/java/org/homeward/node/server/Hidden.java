package org.homeward.node.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;

/**
 * What side B has and never released, and what the agency has of a case that side A takes no part in: everything that may differ while A
 * must see the same. The released part of B's registers is the same in every world.
 */
final class Hidden {
    private static final int LISTED = 12;
    private static final String CONSONANTS = "бвгдклмнпр";

    final int world;
    private final Random random;
    private final int others;

    /** Acts of the agency's other case. */
    final int otherActs;

    /** A word of B's own, of a length of its own. */
    final String secret;

    /** Of each man whom A will be told of: something that B keeps. */
    final List<String> places = new ArrayList<>();

    Hidden(int world) {
        this.world = world;
        this.random = new Random(7_000L + world);
        // Of another parity and size in each world, so that a channel of one bit shows.
        this.others = 5 + world * 3;
        this.otherActs = 1 + world;
        this.secret = word(9 + world);
        for (int i = 0; i < LISTED; i++) {
            places.add("СИЗО " + word(7));
        }
    }

    private String word(int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append("абвгдежзиклмнопрстуфхцчш".charAt(random.nextInt(24)));
        }
        return word.toString();
    }

    static String surname(int i) {
        return CONSONANTS.charAt(i % 10) + "а" + "стрлмн".charAt(i / 10 % 6) + "ченко";
    }

    static String birth(int i) {
        return String.format(Locale.ROOT, "19%02d-%02d-%02d", 60 + i % 40, 1 + i % 12, 1 + i % 28);
    }

    int held() {
        return LISTED + others;
    }

    /** B's register of those it holds: those whom A seeks, then others; the last five columns never leave. */
    RegisterTable heldByB() {
        List<Column> columns = List.of(
                new Column("Фамилия", Field.SURNAME),
                new Column("Имя", Field.GIVEN_NAME),
                new Column("Отчество", Field.PATRONYMIC),
                new Column("Дата рождения", Field.BIRTH_DATE),
                new Column("Звание", Field.RANK),
                new Column("Дата пленения", Field.CAPTURE_DATE),
                new Column("Состояние", Field.MEDICAL),
                new Column("Место пленения", Field.CAPTURE_PLACE),
                new Column("Место содержания", Field.OTHER),
                new Column("Переведён", Field.OTHER),
                new Column("Должность", Field.OTHER),
                new Column("Заметки", Field.OTHER));
        List<String> ids = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < held(); i++) {
            boolean listed = i < LISTED;
            ids.add("K-" + world + "-" + (random.nextInt(90_000) + 10_000));
            rows.add(new String[] {
                listed ? surname(i) : word(8),
                listed ? "Николай" : word(6),
                listed ? "Петрович" : word(9),
                listed ? birth(i) : String.format(Locale.ROOT, "19%02d-0%d-15", 50 + random.nextInt(45), 1 + i % 9),
                listed ? "рядовой" : word(7),
                listed ? String.format(Locale.ROOT, "2022-05-%02d", 1 + i) : "2023-01-0" + (1 + i % 9),
                i == 3 ? "тяжело ранен" : null,
                word(8),
                listed ? places.get(i) : word(8),
                String.format(Locale.ROOT, "2024-%02d-%02d", 1 + random.nextInt(12), 1 + random.nextInt(28)),
                word(6),
                word(12)
            });
        }
        return new RegisterTable(columns, ids, rows);
    }

    /** B's register of those it seeks; the last three columns never leave. */
    RegisterTable soughtByB() {
        List<Column> columns = List.of(
                new Column("Фамилия", Field.SURNAME),
                new Column("Имя", Field.GIVEN_NAME),
                new Column("Отчество", Field.PATRONYMIC),
                new Column("Дата рождения", Field.BIRTH_DATE),
                new Column("Звание", Field.RANK),
                new Column("Телефон семьи", Field.OTHER),
                new Column("Адрес", Field.STREET),
                new Column("Заметки", Field.OTHER));
        List<String> ids = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        for (int i = 20; i < 20 + LISTED; i++) {
            ids.add("S-" + (random.nextInt(90_000) + 10_000));
            rows.add(new String[] {
                surname(i),
                "Николай",
                "Иванович",
                birth(i),
                "рядовой",
                "+7" + (900_000_000L + random.nextInt(1_000_000)),
                word(10),
                word(11)
            });
        }
        return new RegisterTable(columns, ids, rows);
    }

    /** A's registers, which are the same in every world. */
    static RegisterTable heldByA() {
        return plain(20, "Микола", "Іванович", "солдат", true);
    }

    /** The same, and two whom nobody holds. */
    static RegisterTable soughtByA() {
        return plain(0, "Микола", "Петрович", "солдат", false);
    }

    private static RegisterTable plain(int from, String given, String patronymic, String rank, boolean held) {
        List<Column> columns = List.of(
                new Column("Прізвище", Field.SURNAME),
                new Column("Ім'я", Field.GIVEN_NAME),
                new Column("По батькові", Field.PATRONYMIC),
                new Column("Дата народження", Field.BIRTH_DATE),
                new Column("Звання", Field.RANK),
                new Column("Дата полону", Field.CAPTURE_DATE));
        List<String> ids = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        for (int i = from; i < from + LISTED + 2; i++) {
            ids.add("A" + i);
            rows.add(new String[] {
                i < from + LISTED ? surname(i) : "Відсутн" + (char) ('а' + i - from - LISTED),
                given,
                patronymic,
                birth(i),
                rank,
                held ? "2022-06-10" : null
            });
        }
        return new RegisterTable(columns, ids, rows);
    }
}
