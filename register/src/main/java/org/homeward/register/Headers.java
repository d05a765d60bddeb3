package org.homeward.register;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a header means, in English, Ukrainian and Russian, and in the habits of civil data sets. */
final class Headers {
    private static final Map<String, Field> KNOWN = new HashMap<>();

    static {
        put(Field.ID, "id", "recid", "rowid", "key", "ключ", "ід", "ид", "номерзапису", "номерзаписи");
        put(Field.FULL_NAME, "name", "fullname", "піб", "фио", "повнеімя", "полноеимя", "пib");
        put(Field.SURNAME, "surname", "lastname", "familyname", "прізвище", "фамилия");
        put(Field.GIVEN_NAME, "givenname", "firstname", "forename", "імя", "имя");
        put(Field.PATRONYMIC, "patronymic", "middlename", "побатькові", "отчество");
        put(Field.BIRTH_DATE, "birthdate", "dateofbirth", "dob", "born", "датанародження", "датарождения");
        put(Field.SEX, "sex", "gender", "стать", "пол");
        put(Field.BIRTH_PLACE, "birthplace", "placeofbirth", "місценародження", "месторождения");
        put(
                Field.PLACE,
                "place",
                "residence",
                "city",
                "місце",
                "место",
                "місцепроживання",
                "местожительства",
                "адреса",
                "адрес");
        put(Field.RANK, "rank", "звання", "військовезвання", "звание", "воинскоезвание");
        put(Field.UNIT, "unit", "підрозділ", "частина", "часть", "подразделение", "воинскаячасть", "військовачастина");
        put(
                Field.SERVICE_NUMBER,
                "servicenumber",
                "personalnumber",
                "number",
                "socsecid",
                "особистийномер",
                "личныйномер");
        put(Field.CAPTURE_DATE, "capturedate", "dateofcapture", "heldsince", "датаполону", "датапленения");
        put(Field.CAPTURE_PLACE, "captureplace", "placeofcapture", "місцеполону", "местопленения");
        put(Field.KIND, "kind", "status", "категорія", "категория");
        put(Field.MEDICAL, "medical", "annexi", "станздоровя", "состояниездоровья");
        put(Field.STREET_NUMBER, "streetnumber");
        put(Field.STREET, "address1", "street", "вулиця", "улица");
        put(Field.ADDRESS_LINE, "address2");
        put(Field.SUBURB, "suburb");
        put(Field.POSTCODE, "postcode", "zip", "індекс", "индекс");
        put(Field.STATE, "state", "region", "область");
        put(
                Field.STATUS,
                "fate",
                "whereabouts",
                "currentstatus",
                "personstatus",
                "статус",
                "стан",
                "доля",
                "состояние",
                "судьба");
        put(
                Field.DEATH_DATE,
                "deathdate",
                "dateofdeath",
                "died",
                "датасмерті",
                "датазагибелі",
                "датасмерти",
                "датагибели");
        put(Field.EXPIRY, "expirydate", "keepuntil", "зберігатидо", "хранитьдо");
    }

    private Headers() {}

    private static void put(Field field, String... headers) {
        for (String header : headers) {
            KNOWN.put(header, field);
        }
    }

    static Field meaning(String header) {
        return KNOWN.getOrDefault(header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""), Field.OTHER);
    }
}
