package org.homeward.node.server;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.node.store.Registers;
import org.homeward.node.store.Store;
import org.homeward.node.web.ThisMachine;
import org.homeward.protocol.exchange.Phase;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How the node does, in figures for Prometheus at {@code /metrics}: for programs of this machine alone. No case, person or path is a
 * label: whoever reads the figures learns how many, never who.
 */
@RestController
final class Metrics extends OncePerRequestFilter {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Histogram requests = Histogram.builder()
            .name("homeward_http_seconds")
            .help("Requests answered, by the first figure of their status")
            .unit(Unit.SECONDS)
            .labelNames("status")
            .classicOnly()
            .classicUpperBounds(0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 10)
            .register(registry);

    Metrics(Cases cases, Store store) {
        JvmMetrics.builder().register(registry);
        GaugeWithCallback.builder()
                .name("homeward_cases")
                .help("Cases by phase")
                .labelNames("phase")
                .callback(call -> {
                    Map<Phase, Integer> count = new TreeMap<>();
                    cases.all().forEach(room -> count.merge(room.node().state().phase(), 1, Integer::sum));
                    count.forEach((phase, n) -> call.call(n, phase.name()));
                })
                .register(registry);
        GaugeWithCallback.builder()
                .name("homeward_drafts_waiting")
                .help("Drafts that wait for a signature or for the agency")
                .callback(call -> call.call(cases.all().stream()
                        .mapToInt(room -> room.node().waiting().size())
                        .sum()))
                .register(registry);
        GaugeWithCallback.builder()
                .name("homeward_register_rows")
                .help("Rows that count in each register")
                .labelNames("register")
                .callback(call -> {
                    for (Registers.Kind kind : Registers.Kind.values()) {
                        call.call(store.registers().size(kind), kind.name());
                    }
                })
                .register(registry);
    }

    /** The figures. A stranger, and whoever comes through a proxy, finds nothing here. */
    @GetMapping("/metrics")
    void figures(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!ThisMachine.is(request.getRemoteAddr())) {
            throw ApiProblem.noCase();
        }
        PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
        response.setContentType(writer.getContentType());
        writer.write(response.getOutputStream(), registry.scrape());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            requests.labelValues(response.getStatus() / 100 + "xx").observe((System.nanoTime() - start) / 1e9);
        }
    }
}
