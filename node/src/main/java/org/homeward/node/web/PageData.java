package org.homeward.node.web;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.homeward.node.duty.Duty;
import org.homeward.node.duty.DutyDesk;
import org.homeward.node.people.ApiToken;
import org.homeward.node.people.Invitation;
import org.homeward.node.people.Person;
import org.homeward.node.store.Families;
import org.homeward.register.Column;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The data of a page as JSON: what its template asks for by name, without the frame around it, the words of its forms, and what no page shows. Its shapes
 * are described in {@code pages.json} (package server), which a test holds to the templates.
 */
final class PageData {
    /** What belongs to the page as a page: its frame, what a form has signed, and helps for wording. */
    static boolean isFrame(Class<?> type) {
        return type == Page.class
                || type == Ask.class
                || type == Text.class
                || type == Content.class
                || Wording.class.isAssignableFrom(type);
    }

    /** What of a record stays inside: no page shows it either. */
    static final Map<Class<?>, Class<?>> WITHHELD = Map.of(
            ApiToken.class, NoHash.class,
            Invitation.class, NoCode.class,
            Person.class, NoToken.class,
            Families.Notice.class, NoSeal.class,
            DutyDesk.Report.class, NoList.class);

    private static final JsonMapper JSON = mapper();

    private PageData() {}

    /** The data in the order of the template's parameters; what the page was not given is null. */
    static byte[] of(TemplateEngine templates, String template, Map<String, Object> model) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        templates.getParamInfo(template).forEach((name, type) -> {
            if (!isFrame(type)) {
                data.put(name, model.get(name));
            }
        });
        return JSON.writeValueAsBytes(data);
    }

    private static JsonMapper mapper() {
        SimpleModule keys = new SimpleModule();
        keys.addKeySerializer(Column.class, new Key<>(Column::header));
        keys.addKeySerializer(Duty.class, new Key<>(duty -> duty.id().name()));
        // A record's parts and nothing else: what it can be asked besides follows from them.
        JsonMapper.Builder json = JsonMapper.builder()
                .addModule(keys)
                .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(Visibility.NONE));
        WITHHELD.forEach(json::addMixIn);
        return json.build();
    }

    /** A record as the name of a member. */
    private static final class Key<T> extends ValueSerializer<T> {
        private final Function<T, String> name;

        Key(Function<T, String> name) {
            this.name = name;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeName(name.apply(value));
        }
    }

    @JsonIgnoreProperties("hash")
    private interface NoHash {}

    @JsonIgnoreProperties("codeHash")
    private interface NoCode {}

    @JsonIgnoreProperties("tokenHash")
    private interface NoToken {}

    /** The page shows the part that it was asked for, and that stands beside the report. */
    @JsonIgnoreProperties("owed")
    private interface NoList {}

    @JsonIgnoreProperties("salt")
    private interface NoSeal {}
}
