package org.homeward.node.server;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says that the node answers, and nothing else. */
@RestController
class HealthController {
    private final NodeConfig config;

    HealthController(NodeConfig config) {
        this.config = config;
    }

    @GetMapping("/health")
    Map<String, String> health() {
        return Map.of("status", "UP", "node", config.id());
    }
}
