package org.homeward.sample;

/** How units are written. Their numbers are made up. */
final class Unit {
    static final int BRANCHES = 4;
    private static final String[] UKRAINIAN = {
        "окрема механізована бригада",
        "окрема бригада територіальної оборони",
        "мотострілецький полк",
        "десантно-штурмова бригада"
    };
    private static final String[] RUSSIAN = {
        "отдельная механизированная бригада",
        "отдельная бригада территориальной обороны",
        "мотострелковый полк",
        "десантно-штурмовая бригада"
    };
    private static final String[] ENGLISH = {
        "Separate Mechanised Brigade",
        "Separate Territorial Defence Brigade",
        "Motor Rifle Regiment",
        "Air Assault Brigade"
    };

    private Unit() {}

    static String in(Language language, int number, int branch) {
        String form = branch == 2 ? language.pick("-й ", "-й ") : language.pick("-та ", "-я ");
        return number + form + language.pick(UKRAINIAN[branch], RUSSIAN[branch]);
    }

    static String english(int number, int branch) {
        return number + "th " + ENGLISH[branch];
    }
}
