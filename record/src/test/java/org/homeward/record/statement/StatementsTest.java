package org.homeward.record.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.homeward.record.Article;
import org.homeward.record.Reading;
import org.homeward.record.text.Page;
import org.junit.jupiter.api.Test;

class StatementsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 5);

    private static Article article(String text) {
        return ((Reading.Accepted) Article.read(text.getBytes(StandardCharsets.UTF_8), DAY)).article();
    }

    /** tier, speaker and what is said of each statement, as text. */
    private static List<String> drafts(String text) {
        Article a = article(text);
        return Statements.draft(Page.of(a)).stream()
                .map(s -> s.tier() + " "
                        + (s.speaker() == null ? "-" : a.words(s.speaker()))
                        + (s.referent() == null ? "" : "=" + s.referent().value())
                        + ": "
                        + String.join(" / ", s.content().stream().map(a::words).toList()))
                .toList();
    }

    @Test
    void theThreeOrdersOfSpeakerVerbAndQuotationAreRead() {
        assertThat(drafts("“The road is open,” Orla Venn said.")).containsExactly("AGREE Orla Venn: The road is open,");
        assertThat(drafts("\"The road is open,\" said deputy minister Orla Venn."))
                .containsExactly("AGREE deputy minister Orla Venn: The road is open,");
        assertThat(drafts("Orla Venn told reporters: “The road is open.”"))
                .containsExactly("AGREE Orla Venn: The road is open.");
    }

    @Test
    void aQuotationThatIsSplitIsOneStatement() {
        assertThat(drafts("\"The lists,\" Orla Venn said on Monday, \"are ready.\""))
                .containsExactly("AGREE Orla Venn: The lists, / are ready.");
    }

    @Test
    void aQuotationOverParagraphsIsOneStatement() {
        assertThat(drafts("“The lists are ready,” Orla Venn said. “They were sealed.\n\n“Nobody opened them.”"))
                .containsExactly("AGREE Orla Venn: The lists are ready, / They were sealed. / Nobody opened them.");
    }

    @Test
    void whatIsReportedWithoutQuotationMarksIsReadToo() {
        assertThat(drafts("The ministry said on Tuesday that the lists were ready."))
                .containsExactly("AGREE The ministry: the lists were ready");
        assertThat(drafts("The lists were ready, according to two officials familiar with the matter."))
                .containsExactly("AGREE two officials familiar with the matter: The lists were ready");
        assertThat(drafts("Venn was quoted as saying the lists were ready."))
                .containsExactly("SINGLE Venn: the lists were ready");
    }

    @Test
    void aQuoteThatStandsAloneIsGivenToNobody() {
        assertThat(drafts("“We waited,” Orla Venn said.\n“It was a long night.”\nTam Brook left."))
                .containsExactly("AGREE Orla Venn: We waited,", "UNATTRIBUTED -: It was a long night.");
    }

    @Test
    void aPronounStandsForTheLastPersonQuoted() {
        assertThat(drafts("“We waited,” Orla Venn said. “It was long,” she added."))
                .containsExactly("AGREE Orla Venn: We waited,", "AGREE she=Orla Venn: It was long,");
    }

    @Test
    void nobodyIsMadeToSayWhatWasNotSaid() {
        assertThat(drafts("Venn did not say when the lists would be ready.")).isEmpty();
        assertThat(drafts("The clock said noon.")).isEmpty();
        assertThat(drafts("Venn believes that the lists are ready.")).isEmpty();
        assertThat(drafts("Asked who would say so, the officials left.")).isEmpty();
        assertThat(drafts("The United States sent reports of claims to the court."))
                .isEmpty();
    }

    @Test
    void russianAndUkrainianOrdersAreRead() {
        assertThat(drafts("«Списки готовы», — заявил глава делегации Иван Верев."))
                .containsExactly("AGREE глава делегации Иван Верев: Списки готовы");
        assertThat(drafts("Представитель министерства сообщил, что списки готовы."))
                .containsExactly("AGREE Представитель министерства: списки готовы");
        assertThat(drafts("За словами речниці штабу Олени Гай, списки готові."))
                .containsExactly("AGREE речниці штабу Олени Гай: списки готові");
    }

    @Test
    void aSpeakerWithAClauseOrAnOfficeBesideItIsReadWhole() {
        assertThat(drafts("An official who asked not to be named said the road was open."))
                .singleElement()
                .asString()
                .endsWith("An official who asked not to be named: the road was open");
        assertThat(drafts("Orla Venn, the minister, said her party would agree."))
                .singleElement()
                .asString()
                .contains("Orla Venn, the minister", ": her party would agree");
        assertThat(drafts("Critics say the road is closed.")).containsExactly("AGREE Critics: the road is closed");
    }

    @Test
    void documentsAndBodiesSpeakInRussianAndUkrainian() {
        assertThat(drafts("Обмен состоялся, говорится в сообщении ведомства."))
                .containsExactly("SINGLE сообщении ведомства: Обмен состоялся");
        assertThat(drafts("У міністерстві повідомили, що списки готові."))
                .singleElement()
                .asString()
                .endsWith("міністерстві: списки готові");
        assertThat(drafts("Глава миссии Алла Верина уехала. По её словам, списки готовы."))
                .singleElement()
                .asString()
                .endsWith(": списки готовы");
    }
}
