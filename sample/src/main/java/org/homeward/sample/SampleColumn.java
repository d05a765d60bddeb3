package org.homeward.sample;

/** The columns of a register, with the header that each language gives them. */
public enum SampleColumn {
    FULL_NAME("ПІБ", "ФИО"),
    SURNAME("Прізвище", "Фамилия"),
    GIVEN_NAME("Ім'я", "Имя"),
    PATRONYMIC("По батькові", "Отчество"),
    BIRTH_DATE("Дата народження", "Дата рождения"),
    SEX("Стать", "Пол"),
    BIRTH_PLACE("Місце народження", "Место рождения"),
    RANK("Звання", "Звание"),
    UNIT("Підрозділ", "Подразделение"),
    SERVICE_NUMBER("Особистий номер", "Личный номер"),
    KIND("Категорія", "Категория"),
    MEDICAL("Стан здоров'я", "Состояние здоровья"),
    CAPTURE_DATE("Дата полону", "Дата пленения");

    private final String ukrainian;
    private final String russian;

    SampleColumn(String ukrainian, String russian) {
        this.ukrainian = ukrainian;
        this.russian = russian;
    }

    public String header(Language language) {
        return language.pick(ukrainian, russian);
    }

    /** Whether only a register of people held has it. */
    public boolean onlyHeld() {
        return this == MEDICAL || this == CAPTURE_DATE;
    }
}
