package org.homeward.node.web;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** Every method of every controller of the node that answers requests. */
public final class Handlers {
    private Handlers() {}

    /**
     * One of them at one address.
     *
     * @param path as the controllers write it, with what stands before all of a class
     */
    public record Handler(Class<?> type, Method method, String verb, String path) {}

    public static List<Handler> all() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        List<Handler> all = new ArrayList<>();
        for (var bean : scanner.findCandidateComponents("org.homeward.node")) {
            Class<?> type = Class.forName(bean.getBeanClassName());
            RequestMapping whole = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
            String before = whole == null || whole.path().length == 0 ? "" : whole.path()[0];
            for (Method method : type.getDeclaredMethods()) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null) {
                    add(type, method, mapping, before, all);
                }
            }
        }
        return all;
    }

    private static void add(Class<?> type, Method method, RequestMapping mapping, String before, List<Handler> all) {
        String[] paths = mapping.path().length == 0 ? new String[] {""} : mapping.path();
        RequestMethod[] verbs =
                mapping.method().length == 0 ? new RequestMethod[] {RequestMethod.GET} : mapping.method();
        for (String path : paths) {
            String whole = before + (path.isEmpty() || path.startsWith("/") ? path : "/" + path);
            for (RequestMethod verb : verbs) {
                all.add(new Handler(type, method, verb.name(), whole));
            }
        }
    }

    /** The name of a parameter in the address or the form. */
    public static String name(RequestParam asked, java.lang.reflect.Parameter parameter) {
        return asked.name().isEmpty() ? parameter.getName() : asked.name();
    }
}
