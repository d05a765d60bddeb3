package org.homeward.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Ranks and forms of address that stand with a name, in the languages of its papers. */
final class Titles {
    private static final Set<String> TITLES = words("""
            mr mrs ms miss dr prof sir pvt pte private sgt sergeant cpl corporal lt lieutenant capt captain maj major col colonel
            gen general officer sailor soldier herr frau hauptmann oberst leutnant m mme monsieur madame pan pani sierżant kapitan
            пан пані г-н г-жа господин госпожа товарищ тов гр громадянин громадянка гражданин гражданка солдат рядовий рядовой
            матрос єфрейтор ефрейтор сержант штаб-сержант майстер-сержант головний главный сержантка старшина прапорщик мічман
            мичман лейтенант капітан капитан майор підполковник подполковник полковник генерал генерал-майор військовослужбовець
            военнослужащий старшини рядового сержанта солдата лейтенанта капитана капітана др проф доктор професор профессор
            серж ряд прап підполк подполк полк кап ген лейт cmdr cdr commander лейтенанта сержанту служби службы медичної
            медицинской юстиції юстиции запасу запаса відставці отставке
            السيد السيدة الدكتور العقيد النقيب الملازم מר גב ד״ר סרן רב סמל
            """);
    private static final Set<String> NEVER_NAMES = words("""
            sgt pvt pte cpl lt capt col gen cdr cmdr maj mr mrs sergeant lieutenant colonel полковник підполковник подполковник
            лейтенант сержант єфрейтор ефрейтор прапорщик мичман військовослужбовець военнослужащий господин громадянин гражданин
            """);
    private static final Set<String> BEFORE_TITLES =
            words("ст старший молодший младший мол мл senior junior sr jr гв гвардии штаб");

    private Titles() {}

    /** The words of a text, as a set. */
    static Set<String> words(String text) {
        return new HashSet<>(Arrays.asList(text.strip().split("\\s+")));
    }

    static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** A word that is a rank and may be a surname (Майор, Пан) is a title only where enough words are left to be the name. */
    static List<String> without(List<String> words, List<String> titles, int least) {
        List<String> left = new ArrayList<>(words);
        for (int i = 0; i < left.size() && left.size() > 1; ) {
            String word = lower(left.get(i));
            // One letter is an initial, but before a whole name: M. Jean Dupont.
            boolean letter = word.length() == 1
                    && (i > 0 || left.size() < 3 || left.get(1).length() < 2);
            boolean rank = !letter && TITLES.contains(word)
                    || BEFORE_TITLES.contains(word) && i + 1 < left.size() && TITLES.contains(lower(left.get(i + 1)));
            // A word that stands for a rank and nothing else is one even where a single word is left.
            boolean spare = left.size() > least
                    || NEVER_NAMES.contains(word)
                    || left.get(i).equals(word);
            if (rank && spare && left.size() > 1) {
                titles.add(left.remove(i));
            } else {
                i++;
            }
        }
        return left;
    }
}
