package org.homeward.node.web;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
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
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        Map<String, Address> all = new TreeMap<>();
        for (var bean : scanner.findCandidateComponents("org.homeward.node")) {
            Class<?> type = Class.forName(bean.getBeanClassName());
            if (AnnotatedElementUtils.hasAnnotation(type, RestController.class)) {
                continue;
            }
            for (Method method : type.getDeclaredMethods()) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                boolean page = method.getReturnType() == String.class || type == ErrorController.class;
                if (mapping != null && page && answers(mapping)) {
                    for (String path : mapping.path()) {
                        all.put(path, new Address(path, variables(path), queries(method)));
                    }
                }
            }
        }
        return all;
    }

    private static boolean answers(RequestMapping mapping) {
        return mapping.method().length == 0 || List.of(mapping.method()).contains(RequestMethod.GET);
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
                queries.add(new Query(
                        asked.name().isEmpty() ? parameter.getName() : asked.name(), needed, parameter.getType()));
            }
        }
        return queries;
    }

    /** An address with something in the place of each variable. */
    static String filled(String path, Map<String, String> values) {
        Matcher matcher = VARIABLE.matcher(path);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "1")));
    }
}
