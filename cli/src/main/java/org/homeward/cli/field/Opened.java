package org.homeward.cli.field;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeward.handover.pack.DeviceKeys;
import org.homeward.ledger.Result;
import org.jspecify.annotations.Nullable;

/** The keys of a device, from their file and the pass phrase. */
final class Opened {
    private Opened() {}

    /** Asks for the pass phrase where no file holds it. */
    static Result<DeviceKeys> keys(Path file, @Nullable Path pass) throws IOException {
        byte[] locked = Files.readAllBytes(file);
        if (pass != null) {
            return DeviceKeys.unlock(locked, Files.readString(pass).strip());
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("Pass phrase of this device: ");
        return typed == null
                ? Result.refused("keys.pass", "Name the file with the pass phrase: --pass FILE.")
                : DeviceKeys.unlock(locked, new String(typed));
    }
}
