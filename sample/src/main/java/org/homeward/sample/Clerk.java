package org.homeward.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a person down in one register's language, with the mistakes and the habits of registers. */
final class Clerk {
    private static final String LOOK_ALIKE_CYRILLIC = "аеорсхіАВЕКМНОРСТХІ";
    private static final String LOOK_ALIKE_LATIN = "aeopcxiABEKMHOPCTXI";
    private static final String CONFUSED = "ишшщйинпбвеєлдоаеигг";
    private final Dice dice;
    private final Side language;
    private final boolean held;

    Clerk(Dice dice, Side language, boolean held) {
        this.dice = dice;
        this.language = language;
        this.held = held;
    }

    static List<String> header(Side language, boolean held) {
        List<String> header = new ArrayList<>(
                language == Side.UA
                        ? List.of(
                                "Номер запису",
                                "Прізвище",
                                "Ім'я",
                                "По батькові",
                                "Дата народження",
                                "Місце народження",
                                "Звання",
                                "Військова частина",
                                "Категорія")
                        : List.of(
                                "Номер записи",
                                "Фамилия",
                                "Имя",
                                "Отчество",
                                "Дата рождения",
                                "Место рождения",
                                "Звание",
                                "Воинская часть",
                                "Категория"));
        if (held) {
            header.addAll(
                    language == Side.UA
                            ? List.of("Дата полону", "Стан здоров'я")
                            : List.of("Дата пленения", "Состояние здоровья"));
        }
        return header;
    }

    Row write(String id, int index, Person p) {
        List<String> errors = new ArrayList<>();
        boolean foreign = language != p.home();
        String surname = p.surname().in(language);
        String given = p.given().in(language);
        String patronymic = Grammar.patronymic(p.father(), p.woman(), language);
        if (foreign && dice.permille(120)) {
            // By ear instead of translated: Микола is Мыкола, not Николай.
            errors.add("by-ear");
            given = byEar(p.given().in(p.home()));
            patronymic = byEar(Grammar.patronymic(p.father(), p.woman(), p.home()));
        }
        if (p.woman()) {
            if (dice.permille(100)) {
                errors.add("masculine");
            } else {
                surname = Grammar.feminine(surname);
            }
        }
        if (dice.permille(20)) {
            errors.add("typo");
            surname = typo(surname);
        }
        if (dice.permille(12)) {
            errors.add("typo");
            given = typo(given);
        }
        if (dice.permille(150)) {
            errors.add("no-patronymic");
            patronymic = "";
        } else if (dice.permille(60)) {
            errors.add("initial");
            patronymic = patronymic.charAt(0) + ".";
        }
        boolean latin = dice.permille(80);
        if (latin) {
            errors.add("latin");
            Romanisation table = dice.any(List.of(Romanisation.values()));
            surname = table.of(surname);
            given = table.of(given);
            patronymic = table.of(patronymic);
        } else if (dice.permille(20)) {
            errors.add("look-alike");
            surname = lookAlike(surname);
        }
        if (dice.permille(15)) {
            errors.add("swapped-names");
            String kept = surname;
            surname = given;
            given = kept;
        }
        if (dice.permille(60)) {
            surname = surname.toUpperCase(Locale.ROOT);
        }
        String place = dice.permille(150) ? "" : place(p, latin);
        List<String> cells = new ArrayList<>(List.of(
                id,
                surname,
                given,
                patronymic,
                birth(p.birth(), errors),
                place,
                rank(p, latin, errors),
                unit(p),
                category(p)));
        if (held) {
            cells.add(dice.permille(15) ? "" : date(p.captured()));
            cells.add(medical(p));
        }
        return new Row(id, index, cells, errors);
    }

    private String byEar(String name) {
        return language == Side.RU ? Grammar.ukrainianInRussian(name) : Grammar.russianInUkrainian(name);
    }

    private String typo(String word) {
        if (word.length() < 4) {
            return word;
        }
        int at = 1 + dice.below(word.length() - 2);
        char c = word.charAt(at);
        return switch (dice.below(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + c + word.substring(at);
            case 2 -> word.substring(0, at) + word.charAt(at + 1) + c + word.substring(at + 2);
            default -> {
                int pair = CONFUSED.indexOf(c);
                char other = pair < 0 ? 'а' : CONFUSED.charAt(pair % 2 == 0 ? pair + 1 : pair - 1);
                yield word.substring(0, at) + other + word.substring(at + 1);
            }
        };
    }

    private String lookAlike(String word) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            int at = LOOK_ALIKE_CYRILLIC.indexOf(word.charAt(i));
            out.append(at >= 0 && dice.permille(500) ? LOOK_ALIKE_LATIN.charAt(at) : word.charAt(i));
        }
        return out.toString();
    }

    private String birth(LocalDate birth, List<String> errors) {
        if (dice.permille(20)) {
            errors.add("no-date");
            return "";
        }
        if (dice.permille(30)) {
            errors.add("year-only");
            return Integer.toString(birth.getYear());
        }
        if (dice.permille(10)) {
            errors.add("month-only");
            return String.format(Locale.ROOT, "%02d.%d", birth.getMonthValue(), birth.getYear());
        }
        LocalDate written = birth;
        if (birth.getDayOfMonth() <= 12 && birth.getDayOfMonth() != birth.getMonthValue() && dice.permille(50)) {
            errors.add("day-month");
            written = LocalDate.of(birth.getYear(), birth.getDayOfMonth(), birth.getMonthValue());
        } else if (dice.permille(15)) {
            errors.add("year-off");
            written = birth.plusYears(dice.permille(500) ? 1 : -1);
        } else if (dice.permille(15)) {
            errors.add("day-off");
            written = birth.plusDays(dice.permille(500) ? 1 : 10);
        }
        return date(written);
    }

    private String date(LocalDate date) {
        return held
                ? String.format(Locale.ROOT, "%02d.%02d.%d", date.getDayOfMonth(), date.getMonthValue(), date.getYear())
                : date.toString();
    }

    private String place(Person p, boolean latin) {
        String place = p.birthPlace().in(language);
        if (latin) {
            return Romanisation.ICAO.of(place);
        }
        return switch (dice.below(4)) {
            case 0 -> (language == Side.UA ? "м. " : "г. ") + place;
            case 1 -> place + (language == Side.UA ? ", місто" : ", город");
            default -> place;
        };
    }

    private String rank(Person p, boolean latin, List<String> errors) {
        if (p.civilian() || dice.permille(100)) {
            return "";
        }
        Stock.Rank rank = p.rank();
        if (dice.permille(80)) {
            errors.add("other-rank");
            rank = Stock.RANKS.get(Math.min(Stock.RANKS.size() - 1, Stock.RANKS.indexOf(rank) + 1));
        }
        return latin ? rank.en() : rank.in(language);
    }

    private String unit(Person p) {
        if (p.civilian() || dice.permille(250)) {
            return "";
        }
        return dice.permille(400) ? "в/ч " + p.unit() : p.unit();
    }

    private String category(Person p) {
        if (language == Side.UA) {
            return p.civilian() ? "цивільний" : "військовий";
        }
        return p.civilian() ? "гражданский" : "военнослужащий";
    }

    private String medical(Person p) {
        return switch (p.medical()) {
            case "serious" -> language == Side.UA ? "тяжко поранений" : "тяжело ранен";
            case "light" -> language == Side.UA ? "легко поранений" : "легко ранен";
            default -> "";
        };
    }
}
