package org.homeward.node.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Templates that were compiled with the program. A page is rendered whole before its first byte leaves: none breaks off half-way. A program is written its {@link PageData} instead. */
final class PageViews implements ViewResolver {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        return templates.hasTemplate(template) ? new PageView(template) : null;
    }

    private static String name(String template) {
        return template.substring(0, template.lastIndexOf('.'));
    }

    private final class PageView implements View {
        private final String template;

        PageView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Map<String, Object> values = new HashMap<>();
            if (model != null) {
                model.forEach((key, value) -> {
                    if (value != null) {
                        values.put(key, value);
                    }
                });
            }
            if (ForPrograms.is(request)) {
                byte[] data = PageData.of(templates, template, values);
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                response.setContentLength(data.length);
                response.setHeader(
                        HttpHeaders.LINK,
                        "</api/pages.json#/components/schemas/" + name(template) + ">; rel=\"describedby\"");
                response.getOutputStream().write(data);
                return;
            }
            Utf8ByteOutput page = new Utf8ByteOutput();
            templates.render(template, values, page);
            response.setContentType(getContentType());
            response.setContentLength(page.getContentLength());
            page.writeTo(response.getOutputStream());
        }
    }
}
