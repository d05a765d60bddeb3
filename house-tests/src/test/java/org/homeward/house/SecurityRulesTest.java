package org.homeward.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What would let a stranger's words become a program, a query or a call. An exception is named here with its reason. */
class SecurityRulesTest {
    private static final JavaClasses CLASSES = ModuleTable.CLASSES;

    /** Starts the three nodes of the demonstration, from words of its own. */
    private static final String STARTS_NODES = "org.homeward.cli.demo.DemoNodes";

    /** The line to the agency with its certificates, and a command's line to the node of its own machine. */
    private static final String CALLS = "org\\.homeward\\.node\\.server\\.(TlsWire|NodePackages|Pins)(\\$.*)?";

    @Test
    void nothingStartsAnotherProgramButTheDemonstration() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(STARTS_NODES)
                .and()
                .resideOutsideOfPackage("org.homeward.bench..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "an exec",
                        call -> call.getName().equals("exec")
                                && call.getTargetOwner().isEquivalentTo(Runtime.class)))
                .check(CLASSES);
    }

    @Test
    void nothingRunsTextAsAProgramOrLooksNamesUp() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.script..",
                        "javax.naming..",
                        "javax.xml.xpath..",
                        "javax.xml.transform..",
                        "org.springframework.expression..",
                        "groovy..",
                        "org.mvel2..")
                .check(CLASSES);
    }

    @Test
    void aNodeCallsNobodyButItsAgency() {
        noClasses()
                .that()
                .resideInAPackage("org.homeward.node..")
                .and()
                .haveNameNotMatching(CALLS)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(HttpClient.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Socket.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(URLConnection.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(HttpURLConnection.class)
                .orShould()
                .callMethod(URL.class, "openConnection")
                .orShould()
                .callMethod(URL.class, "openStream")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web.client..", "org.springframework.http.client..")
                .check(CLASSES);
    }

    private static final Pattern PROGRAM_OF_TEXT = Pattern.compile(
            "\\b(innerHTML|outerHTML|insertAdjacentHTML|postMessage|eval)\\b|document\\.write|new Function|javascript:");

    @Test
    void noScriptMakesMarkupOrAProgramOfText() {
        List<Path> scripts = files("\\.m?js");
        assertThat(scripts)
                .hasSizeGreaterThan(5)
                .allSatisfy(f -> assertThat(Tree.text(f)).doesNotContainPattern(PROGRAM_OF_TEXT));
    }

    @Test
    void noPageShowsTextUnescapedOrRunsAScriptOfItsOwn() {
        assertThat(files("\\.jte"))
                .hasSizeGreaterThan(20)
                .allSatisfy(f -> assertThat(Tree.text(f))
                        .doesNotContain("$unsafe", "javascript:", "<style")
                        .doesNotContainPattern(
                                "<script(?! src=\"(?:\\$\\{page\\.script|/assets/))|\\son[a-z]+=|\\sstyle="));
    }

    @Test
    void whereAPageSendsItsReaderIsWrittenInTheProgram() {
        Pattern redirect = Pattern.compile("\"redirect:(?!/|\")");
        assertThat(files("Controller\\.java"))
                .hasSizeGreaterThan(20)
                .allSatisfy(f -> assertThat(Tree.text(f)).doesNotContainPattern(redirect));
    }

    @Test
    void onlyHashesAndCiphersThatStandAreNamed() {
        Pattern named = Pattern.compile(
                "(?:MessageDigest|Cipher|Mac|Signature|KeyPairGenerator|SSLContext|SecretKeyFactory)\\s*\\.getInstance\\(\\s*\"([^\"]+)\"");
        assertThat(files("src/main/java/.*\\.java"))
                .allSatisfy(f -> assertThat(named.matcher(Tree.text(f))
                                .results()
                                .map(r -> r.group(1))
                                .toList())
                        .isSubsetOf(
                                "SHA-256",
                                "SHA-512",
                                "AES/GCM/NoPadding",
                                "HmacSHA256",
                                "SHA256withECDSA",
                                "SHA256withRSA",
                                "EC",
                                "Ed25519",
                                "TLS",
                                "TLSv1.3"));
    }

    private static List<Path> files(String end) {
        Pattern wanted = Pattern.compile(".*" + end);
        return Tree.FILES.stream()
                .filter(f -> !f.toString().contains("/src/test/"))
                .filter(f -> wanted.matcher(f.toString()).matches())
                .toList();
    }
}
