package org.homeward.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TownsTest {
    @ParameterizedTest
    @CsvSource({
        "м. Бахмут,Артёмовск,EQUIVALENT",
        "Новоград-Волинський,Звягель,EQUIVALENT",
        "Днепропетровск,місто Дніпро,EQUIVALENT",
        "Екатеринбург,Свердловск,EQUIVALENT",
        "Ізюм,г. Изюм,EXACT",
        "'Харківська область, Ізюмський р-н, м. Ізюм',Изюм,ALIKE",
        "Бахмут,Покровск,DIFFERENT"
    })
    void knowsATownUnderItsOtherName(String left, String right, Level level) {
        TextLexicon places = new TextLexicon(Kind.PLACE);
        assertThat(Step.level(places.level(places.intern(left), places.intern(right))))
                .isEqualTo(level);
    }
}
