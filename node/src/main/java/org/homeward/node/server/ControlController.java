package org.homeward.node.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.homeward.node.packages.PackageFile;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door for commands of this machine, such as {@code homeward node export}, while the node runs. */
@RestController
@RequestMapping(path = "/control", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
class ControlController {
    /** Bears the view of a package that was made, beside its bytes. */
    static final String VIEW = "Homeward-Package";

    private final NodeConfig config;
    private final ControlKey key;
    private final Cases cases;

    ControlController(NodeConfig config, ControlKey key, Cases cases) {
        this.config = config;
        this.key = key;
        this.cases = cases;
    }

    @GetMapping("package")
    ResponseEntity<byte[]> export(
            @RequestParam("case") @Nullable String caseId,
            @RequestParam String to,
            @RequestParam int from,
            HttpServletRequest request)
            throws IOException {
        open(request);
        NodePackages.Made made = NodePackages.export(cases, Optional.ofNullable(caseId), to, from);
        return ResponseEntity.ok()
                .header(VIEW, Bytes.base64(CanonicalJson.bytes(made.view())))
                .body(made.bytes());
    }

    @PostMapping("package")
    byte[] take(HttpServletRequest request) throws IOException {
        open(request);
        Path file = Files.createTempFile(config.home(), "package", ".new");
        try {
            copy(request, file);
            return CanonicalJson.bytes(NodePackages.take(cases, file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void copy(HttpServletRequest request, Path file) throws IOException {
        try (InputStream in = request.getInputStream();
                OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long total = 0;
            int read;
            while ((read = in.read(buffer)) >= 0) {
                total += read;
                if (total > PackageFile.MAX_BYTES) {
                    throw new ApiProblem(
                            HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", "The file is larger than a package may be.");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private void open(HttpServletRequest request) {
        if (!key.opens(request.getHeader(ControlKey.HEADER))) {
            throw new ApiProblem(
                    HttpStatus.UNAUTHORIZED, "STRANGER", "This door is for commands run by the node's own user.");
        }
    }
}
