package org.homeward.node.dossier;

import java.security.SecureRandom;
import java.time.Clock;
import org.homeward.node.store.Store;
import org.homeward.protocol.crypto.SigningKey;

/**
 * All desks of this package.
 *
 * @param statuses several at once
 * @param claims of deaths
 * @param twins rows that may be one person
 */
public record DossierRooms(
        StatusDesk statuses,
        ClaimDesk claims,
        TwinDesk twins,
        DossierDesk dossiers,
        PaperDesk papers,
        FormPress press) {

    /**
     * @param node whose forms these are
     * @param key seals printed forms
     */
    public static DossierRooms open(
            Store store, OtherSide other, String node, SigningKey key, Clock clock, SecureRandom random) {
        Beside beside = new Beside(store, other);
        StatusDesk statuses = new StatusDesk(store, beside);
        ClaimDesk claims = new ClaimDesk(store, statuses, beside, clock);
        TwinDesk twins = new TwinDesk(store, clock);
        return new DossierRooms(
                statuses,
                claims,
                twins,
                new DossierDesk(store, statuses, claims, twins, beside, clock),
                new PaperDesk(store.papers(), clock, random),
                new FormPress(node, key, store.dossiers(), clock, random));
    }
}
