package org.homeward.node.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.homeward.node.server.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node keeps secret lies in files that its own user alone may read. */
class SecretFilesTest {
    @TempDir
    Path folder;

    @Test
    void keysAndPasswordsAreForTheNodesOwnUserAlone() throws Exception {
        Path home = TestHome.bureau(folder.resolve("aa"));
        try (Node node = Node.start(home)) {
            for (String secret : List.of(
                    "identity.json",
                    "node.properties",
                    "test-operators.json",
                    "node.control",
                    "store/persons/owner.key")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(secret))))
                        .as(secret)
                        .isEqualTo("rw-------");
            }
            assertThat(node.url()).isNotNull();
        }
        assertThat(home.resolve("node.control")).as("the key of one run").doesNotExist();
    }
}
