package org.homeward.node.web;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.node.web.Handlers.Handler;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.ValueConstants;

/** The addresses that answer a person with a page, as the controllers have them. */
final class PageAddresses {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(:[^}]*)?}");

    private PageAddresses() {}

    /** What may follow the question mark. */
    record Query(String name, boolean required, Class<?> type) {}

    record Address(String path, List<String> variables, List<Query> queries) {}

    /** By path, as the controllers write it. */
    static Map<String, Address> all() throws ClassNotFoundException {
        Map<String, Address> all = new TreeMap<>();
        for (Handler each : Handlers.all()) {
            boolean page = each.method().getReturnType() == String.class || each.type() == ErrorController.class;
            if (page
                    && each.verb().equals("GET")
                    && !AnnotatedElementUtils.hasAnnotation(each.type(), RestController.class)) {
                all.put(each.path(), new Address(each.path(), variables(each.path()), queries(each.method())));
            }
        }
        return all;
    }

    private static List<String> variables(String path) {
        List<String> names = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(path);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static List<Query> queries(Method method) {
        List<Query> queries = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            RequestParam asked = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class);
            if (asked != null) {
                boolean needed = asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
                queries.add(new Query(Handlers.name(asked, parameter), needed, parameter.getType()));
            }
        }
        return queries;
    }
}
