package org.homeward.node.families;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import org.homeward.node.store.Families;
import org.homeward.node.store.Store;
import org.homeward.protocol.crypto.SigningKey;

/** Everything of this package over one store, as the pages use it. */
public record FamilyRooms(
        Families families,
        FamilyDesk desk,
        DayNews news,
        FamilyDoor door,
        NoticeWriter writer,
        FamilyPapers papers,
        FigureDesk figures,
        ReleaseDesk releases,
        StatementDesk statements) {

    /**
     * @param node the bureau's id, which is signed
     * @param name the bureau's name, for paper
     * @param page where families enter their code
     * @param site host name of this node's pages, to which passkeys are bound
     */
    public static FamilyRooms open(
            Store store,
            String node,
            String name,
            URI page,
            String site,
            SigningKey key,
            Clock clock,
            SecureRandom random) {
        ReleaseDesk releases = new ReleaseDesk(store.releaseSignatures(), node, site, key, clock);
        NoticeWriter writer = new NoticeWriter(node, key, releases, clock, random);
        Families families = store.families();
        return new FamilyRooms(
                families,
                new FamilyDesk(families, store.registers(), writer, releases, clock, random),
                new DayNews(families, store.registers(), writer, clock),
                new FamilyDoor(families, writer, clock, random),
                writer,
                new FamilyPapers(name, page, writer, releases),
                new FigureDesk(store.figures(), families, writer, releases, clock),
                releases,
                new StatementDesk(store.statements(), store.registers(), writer, clock));
    }
}
