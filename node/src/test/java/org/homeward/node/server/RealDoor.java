package org.homeward.node.server;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.node.exchange.Surroundings;
import org.homeward.node.server.Plant.Answered;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The agency's own door for other nodes, without the network before it. */
final class RealDoor {
    private final MockMvc door;
    private final WorkMeter meter;
    private Runnable planted = () -> {};

    RealDoor(Cases cases, Surroundings agency, WorkMeter meter) {
        this.meter = meter;
        door = MockMvcBuilders.standaloneSetup(new PeerController(cases, agency.clock(), agency.gate()))
                .setControllerAdvice(new PeerProblems(agency.gate()))
                .addFilters(
                        new PeerDoor.OnePort(),
                        new SteadyDoor(meter::nanos, meter::pass),
                        (request, response, chain) -> {
                            planted.run();
                            chain.doFilter(request, response);
                        })
                .build();
    }

    /**
     * What that node is answered, under its own certificate.
     *
     * @param work what the door does besides, before it answers
     */
    Answered answer(String id, String method, String path, String header, byte[] body, Runnable work)
            throws IOException {
        MockHttpServletResponse response;
        planted = work;
        long nanos = meter.nanos();
        long asked = meter.asked();
        try {
            response = door.perform(MockMvcRequestBuilders.request(
                                    HttpMethod.valueOf(method), URI.create("https://agency" + path))
                            .header(PeerSignature.HEADER, header)
                            .requestAttr("jakarta.servlet.request.X509Certificate", new X509Certificate[] {
                                Enrolled.identity(id).transport().certificate()
                            })
                            .content(body))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new IOException(e);
        }
        Map<String, String> headers = new TreeMap<>();
        response.getHeaderNames().forEach(name -> headers.put(name, String.join(",", response.getHeaders(name))));
        Answered answered = new Answered(response.getStatus(), headers, response.getContentAsByteArray());
        answered.nanos = meter.nanos() - nanos;
        answered.asked = meter.asked() - asked;
        return answered;
    }
}
