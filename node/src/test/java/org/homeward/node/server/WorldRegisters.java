package org.homeward.node.server;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.homeward.node.desk.ExchangeDesk.OwnRegisters;
import org.homeward.register.RegisterTable;

/** The registers of the two sides in a world, in memory. */
final class WorldRegisters {
    private WorldRegisters() {}

    static OwnRegisters ofA() {
        return of(Hidden.heldByA(), Hidden.soughtByA());
    }

    /** In every world B keeps back the last man whom A seeks; of those whom A does not seek, another number in each. */
    static OwnRegisters ofB(Hidden hidden, Plant plant) {
        RegisterTable held = hidden.heldByB();
        Set<String> kept = new HashSet<>(Set.of(held.id(11)));
        for (int i = 12; i < held.size(); i += 1 + hidden.world) {
            kept.add(held.id(i));
        }
        OwnRegisters plain = of(plant.held(held, hidden), plant.sought(hidden.soughtByB(), hidden));
        return new OwnRegisters() {
            @Override
            public RegisterTable held() throws IOException {
                return plain.held();
            }

            @Override
            public RegisterTable sought() throws IOException {
                return plain.sought();
            }

            @Override
            public Set<String> onHold() {
                return kept;
            }
        };
    }

    private static OwnRegisters of(RegisterTable held, RegisterTable sought) {
        return new OwnRegisters() {
            @Override
            public RegisterTable held() {
                return held;
            }

            @Override
            public RegisterTable sought() {
                return sought;
            }
        };
    }
}
