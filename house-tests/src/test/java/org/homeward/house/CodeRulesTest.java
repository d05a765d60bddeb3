package org.homeward.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.house.ModuleTable.CLASSES;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Some parts of the JDK are used in one place, and some nowhere. An exception is named here with its reason. */
class CodeRulesTest {
    /** Says why it halts the process: by then the disk has failed, and there may be no log left to say it in. */
    private static final String HALTS = "org.homeward.ledger.LogOptions";

    /** Says once a second that the demonstration goes on. */
    private static final String TICKS = "org.homeward.cli.demo.Progress";

    /** Waits for a file that another process writes when it answers; that process may be nobody's child. */
    private static final String POLLS = "org.homeward.cli.demo.DemoNodes";

    /** What the press reports is looked at by people, and by nothing that makes a list, a count or a match. */
    @Test
    void nothingButItsOwnPagesUsesThePublicRecord() {
        noClasses()
                .that()
                .resideInAPackage("org.homeward..")
                .and()
                .resideOutsideOfPackages(
                        "org.homeward.record..",
                        "org.homeward.node.record..",
                        "org.homeward.cli.record..",
                        "org.homeward.bench..")
                .and()
                .doNotHaveFullyQualifiedName("org.homeward.node.server.Pages")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.homeward.record..", "org.homeward.node.record..")
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysThatNothingInItIsNull() {
        Set<String> packages = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(packages)
                .allSatisfy(name -> assertThat(CLASSES.getPackage(name).isAnnotatedWith(NullMarked.class))
                        .as(name)
                        .isTrue());
    }

    /** What {@code bench} measured is printed by its own main: nothing of the program depends on it. */
    @Test
    void onlyCommandsPrint() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.homeward.cli..", "org.homeward.bench..")
                .and()
                .doNotHaveFullyQualifiedName(HALTS)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CLASSES);
    }

    @Test
    void nothingWaitsByLettingTimePass() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(TICKS)
                .and()
                .doNotHaveFullyQualifiedName(POLLS)
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "a sleep",
                        call -> call.getName().equals("sleep")
                                && (call.getTargetOwner().isEquivalentTo(Thread.class)
                                        || call.getTargetOwner().isEquivalentTo(TimeUnit.class))))
                .check(CLASSES);
    }

    @Test
    void nothingDependsOnTheMachinesLanguageOrOnUnseededChance() {
        noClasses()
                .should()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(String.class, "getBytes")
                .orShould()
                .callConstructor(String.class, byte[].class)
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .check(CLASSES);
    }

    @Test
    void theRulesOfAnExchangeAskNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage("org.homeward.protocol..", "org.homeward.tracing..", "org.homeward.names..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(CLASSES);
    }

    /** GENIUS files are XML; this one class reads them, with document types refused and nothing fetched. */
    private static final String READS_XML = "org\\.homeward\\.(talks\\.front\\.XmlTree|register\\.PfifXml)(\\$.*)?";

    /** A parser of XML reads files and fetches addresses that a document names, unless each is told not to. */
    @Test
    void nothingParsesXml() {
        noClasses()
                .that()
                .haveNameNotMatching(READS_XML)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.xml..", "org.xml.sax..", "org.w3c.dom..")
                .check(CLASSES);
    }

    /** Reading an object from bytes runs code that the bytes choose. */
    @Test
    void nothingReadsJavaObjectsFromBytes() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(CLASSES);
    }
}
