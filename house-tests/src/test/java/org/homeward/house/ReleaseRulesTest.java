package org.homeward.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.homeward.house.ModuleTable.CLASSES;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import org.homeward.node.exchange.ExchangeNode;
import org.homeward.node.release.ReleaseGate;
import org.homeward.node.release.Released;
import org.homeward.protocol.envelope.Sealer;
import org.homeward.protocol.json.CanonicalJson;
import org.junit.jupiter.api.Test;

/** One door leads out of a node towards other nodes, and nothing goes round it. */
class ReleaseRulesTest {
    private static final String SEALS = "org.homeward.node.exchange.OwnActs";

    private static DescribedPredicate<JavaCall<?>> call(Class<?> owner, String name) {
        return describe(
                owner.getSimpleName() + "." + name,
                call -> call.getName().equals(name) && call.getTargetOwner().isEquivalentTo(owner));
    }

    @Test
    void onlyTheDeskHandsActsToTheExchange() {
        noClasses()
                .that()
                .resideInAPackage("org.homeward.node..")
                .and()
                .resideOutsideOfPackage("org.homeward.node.desk..")
                .should()
                .callMethodWhere(call(ExchangeNode.class, "draft"))
                .check(CLASSES);
    }

    @Test
    void onlyTheExchangeSealsAndItAsksTheGateFirst() {
        noClasses()
                .that()
                .resideInAnyPackage("org.homeward.node..", "org.homeward.cli..")
                .and()
                .doNotHaveFullyQualifiedName(SEALS)
                .should()
                .callMethodWhere(call(Sealer.class, "seal"))
                .check(CLASSES);
        classes()
                .that()
                .haveFullyQualifiedName(SEALS)
                .should()
                .callMethodWhere(call(ReleaseGate.class, "refusal"))
                .check(CLASSES);
    }

    @Test
    void whatCarriesActsSeesNoRegister() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.homeward.node.exchange..", "org.homeward.node.release..", "org.homeward.node.packages..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.homeward.register..", "org.homeward.node.store..", "org.homeward.node.desk..")
                .check(CLASSES);
    }

    @Test
    void onlyTheGateMakesBodiesThatLeaveAndThereIsOneGate() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ReleaseGate.class.getName())
                .should()
                .callConstructor(Released.class, byte[].class)
                .check(CLASSES);
        classes()
                .that()
                .areAssignableTo(ReleaseGate.class)
                .should()
                .haveFullyQualifiedName(ReleaseGate.class.getName())
                .check(CLASSES);
    }

    /** The doors for other nodes write what the gate gave them, and no JSON of their own. */
    @Test
    void theDoorsForOtherNodesWriteNothingOfTheirOwn() {
        noClasses()
                .that()
                .haveNameMatching("org\\.homeward\\.node\\.server\\.(Peer|HttpAgency|TlsWire).*")
                .and()
                .doNotHaveSimpleName("PeerSignature")
                .should()
                .callMethodWhere(call(CanonicalJson.class, "bytes"))
                .check(CLASSES);
        for (String door : new String[] {"PeerController", "PeerProblems", "HttpAgency"}) {
            classes()
                    .that()
                    .haveFullyQualifiedName("org.homeward.node.server." + door)
                    .should()
                    .callMethodWhere(call(ReleaseGate.class, "release"))
                    .check(CLASSES);
        }
    }
}
