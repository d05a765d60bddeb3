package org.homeward.node.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.homeward.node.web.PageAddresses.Address;
import org.homeward.node.web.PageAddresses.Query;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code pages.json}, the OpenAPI description of the pages for programs: addresses from the controllers, shapes from the templates' own types. */
final class PagesDescription {
    private static final Set<String> OPEN = Set.of("paths", "components", "schemas");
    private static final String SCHEMAS = "#/components/schemas/";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, ObjectNode> schemas = new TreeMap<>();

    /** A page of the table: its address, its template or a minus, and words. */
    record Listed(String path, String template, String words) {
        boolean data() {
            return !template.equals("-");
        }
    }

    /** The table of pages. */
    static List<Listed> listed() throws IOException {
        try (InputStream in = PagesDescription.class.getResourceAsStream("pages.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" \\| ", 3))
                    .map(part -> new Listed(part[0], part[1], part[2]))
                    .toList();
        }
    }

    String write() throws Exception {
        ObjectNode document = json.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Pages of a Homeward node, for programs")
                .put("version", "0.1")
                .put(
                        "description",
                        "Every page's data, at the page's own address: ask it for application/json with a person's token. The rights, the notes of who"
                                + " read what, and the doors of cases are those of the page. Pages of one person ask for what they are read: the header"
                                + " Homeward-Purpose says it. Files are for people, and are refused with 406.");
        document.putArray("security").addObject().putArray("token");
        ObjectNode paths = document.putObject("paths");
        Map<String, Address> addresses = PageAddresses.all();
        for (Listed page : listed()) {
            if (page.data()) {
                describe(page, addresses.get(page.path()), paths);
            }
        }
        ObjectNode components = document.putObject("components");
        ObjectNode all = components.putObject("schemas");
        all.setAll(schemas);
        ObjectNode problem = all.putObject("Problem").put("type", "object");
        problem.putObject("properties").putObject("code").put("type", "string");
        ((ObjectNode) problem.get("properties")).putObject("sentence").put("type", "string");
        components
                .putObject("responses")
                .putObject("Refused")
                .put("description", "Refused: a code and a sentence.")
                .putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", SCHEMAS + "Problem");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        return lines(document, true) + "\n";
    }

    /** An address or a shape a line, so that a change of one is seen as one. */
    private String lines(JsonNode node, boolean open) {
        if (!open) {
            return json.writeValueAsString(node);
        }
        return node.properties().stream()
                .map(member -> json.writeValueAsString(member.getKey()) + ": "
                        + lines(member.getValue(), OPEN.contains(member.getKey())))
                .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }

    private void describe(Listed page, Address address, ObjectNode paths) throws Exception {
        ObjectNode get = paths.putObject(page.path().replaceAll("\\{(\\w+):[^}]*}", "{$1}"))
                .putObject("get")
                .put("summary", page.words());
        ArrayNode parameters = get.putArray("parameters");
        address.variables().forEach(name -> parameter(parameters, name, "path", true, String.class));
        for (Query query : address.queries()) {
            parameter(parameters, query.name(), "query", query.required(), query.type());
        }
        if (PurposeGate.isSensitive(address.path().replaceAll("\\{[^}]*}", "1"))) {
            parameter(parameters, ForPrograms.PURPOSE, "header", true, String.class);
        }
        ObjectNode responses = get.putObject("responses");
        responses
                .putObject("200")
                .put("description", "The data of the page.")
                .putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", SCHEMAS + page.template());
        for (String status : List.of("401", "403", "404", "428")) {
            responses.putObject(status).put("$ref", "#/components/responses/Refused");
        }
        template(page.template());
    }

    private void parameter(ArrayNode parameters, String name, String in, boolean required, Class<?> type) {
        ObjectNode parameter =
                parameters.addObject().put("name", name).put("in", in).put("required", required);
        parameter.set("schema", schema(type, null));
    }

    private void template(String name) throws Exception {
        if (schemas.containsKey(name)) {
            return;
        }
        ObjectNode schema = json.createObjectNode().put("type", "object");
        schemas.put(name, schema);
        ObjectNode properties = schema.putObject("properties");
        Class<?> compiled = Class.forName("gg.jte.generated.precompiled.Jte" + name.replace("-", "") + "Generated");
        Method render = Arrays.stream(compiled.getDeclaredMethods())
                .filter(m -> m.getName().equals("render"))
                .findFirst()
                .orElseThrow();
        Parameter[] parameters = render.getParameters();
        // The first two are where the page is written to.
        for (int i = 2; i < parameters.length; i++) {
            if (!PageData.isFrame(parameters[i].getType())) {
                JsonNode shape = schema(parameters[i].getParameterizedType(), parameters[i].getAnnotatedType());
                // A template takes an empty place without saying so in its types.
                properties.set(parameters[i].getName(), parameters[i].getType().isPrimitive() ? shape : orNull(shape));
            }
        }
    }

    private JsonNode orNull(JsonNode shape) {
        if (shape.get("anyOf") instanceof ArrayNode) {
            return shape;
        }
        ObjectNode either = json.createObjectNode();
        ArrayNode of = either.putArray("anyOf");
        of.add(shape);
        of.addObject().put("type", "null");
        return either;
    }

    private JsonNode schema(Type type, @Nullable AnnotatedType annotated) {
        JsonNode shape = bare(type, annotated);
        return annotated != null && annotated.isAnnotationPresent(Nullable.class) ? orNull(shape) : shape;
    }

    private JsonNode bare(Type type, @Nullable AnnotatedType annotated) {
        if (type instanceof ParameterizedType of) {
            Class<?> raw = (Class<?>) of.getRawType();
            Type[] arguments = of.getActualTypeArguments();
            AnnotatedType[] inner = annotated instanceof AnnotatedParameterizedType parts
                    ? parts.getAnnotatedActualTypeArguments()
                    : new AnnotatedType[arguments.length];
            if (Collection.class.isAssignableFrom(raw)) {
                ObjectNode array = json.createObjectNode().put("type", "array");
                array.set("items", schema(arguments[0], inner[0]));
                return array;
            }
            if (Map.class.isAssignableFrom(raw)) {
                ObjectNode map = json.createObjectNode().put("type", "object");
                map.set("additionalProperties", schema(arguments[1], inner[1]));
                return map;
            }
            if (raw == Optional.class) {
                return orNull(schema(arguments[0], inner[0]));
            }
            return reference(raw, arguments);
        }
        return type instanceof Class<?> plain ? plain(plain) : json.createObjectNode();
    }

    private JsonNode plain(Class<?> type) {
        if (type == String.class || type == char.class) {
            return json.createObjectNode().put("type", "string");
        }
        if (type == Instant.class) {
            return json.createObjectNode().put("type", "string").put("format", "date-time");
        }
        if (type == LocalDate.class) {
            return json.createObjectNode().put("type", "string").put("format", "date");
        }
        if (type == byte[].class) {
            return json.createObjectNode().put("type", "string").put("contentEncoding", "base64");
        }
        if (type == boolean.class || type == Boolean.class) {
            return json.createObjectNode().put("type", "boolean");
        }
        if (type == double.class || type == Double.class) {
            return json.createObjectNode().put("type", "number");
        }
        if (Set.of(int.class, long.class, Integer.class, Long.class, BigInteger.class)
                .contains(type)) {
            return json.createObjectNode().put("type", "integer");
        }
        if (type.isArray()) {
            ObjectNode array = json.createObjectNode().put("type", "array");
            array.set("items", plain(type.getComponentType()));
            return array;
        }
        return JsonNode.class.isAssignableFrom(type) ? json.createObjectNode() : reference(type, new Type[0]);
    }

    private JsonNode reference(Class<?> type, Type[] arguments) {
        String name = name(type, arguments);
        if (!schemas.containsKey(name)) {
            ObjectNode schema = json.createObjectNode();
            schemas.put(name, schema);
            fill(schema, type, arguments);
        }
        return json.createObjectNode().put("$ref", SCHEMAS + name);
    }

    private void fill(ObjectNode schema, Class<?> type, Type[] arguments) {
        if (type.isEnum()) {
            ArrayNode values = schema.put("type", "string").putArray("enum");
            Arrays.stream(type.getEnumConstants()).forEach(c -> values.add(((Enum<?>) c).name()));
            return;
        }
        if (type.isSealed()) {
            ArrayNode either = schema.putArray("oneOf");
            for (Class<?> one : type.getPermittedSubclasses()) {
                either.add(reference(one, new Type[0]));
            }
            return;
        }
        ObjectNode properties = schema.put("type", "object").putObject("properties");
        said(type).ifPresent(name -> properties.putObject("type").put("const", name));
        Class<?> hidden = PageData.WITHHELD.get(type);
        List<String> withheld = hidden == null
                ? List.of()
                : List.of(hidden.getAnnotation(JsonIgnoreProperties.class).value());
        if (type.isRecord()) {
            for (RecordComponent part : type.getRecordComponents()) {
                if (!withheld.contains(part.getName())) {
                    properties.set(part.getName(), part(part, type, arguments));
                }
            }
            return;
        }
        List<Method> members = new ArrayList<>(List.of(type.getMethods()));
        members.removeIf(m -> !m.isAnnotationPresent(JsonProperty.class));
        if (members.isEmpty()) {
            throw new AssertionError(type + " is no record: its JSON would be what it happens to be");
        }
        members.sort(java.util.Comparator.comparing(Method::getName));
        members.forEach(m -> properties.set(m.getName(), schema(m.getGenericReturnType(), m.getAnnotatedReturnType())));
    }

    private JsonNode part(RecordComponent part, Class<?> type, Type[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (part.getGenericType().equals(type.getTypeParameters()[i])) {
                return schema(arguments[i], part.getAnnotatedType());
            }
            if (part.getGenericType() instanceof ParameterizedType inner
                    && inner.getActualTypeArguments().length == 2
                    && inner.getActualTypeArguments()[1] instanceof ParameterizedType deep
                    && deep.getActualTypeArguments()[0].equals(type.getTypeParameters()[i])) {
                ObjectNode map = json.createObjectNode().put("type", "object");
                map.set("additionalProperties", reference((Class<?>) deep.getRawType(), arguments));
                return map;
            }
        }
        return schema(part.getGenericType(), part.getAnnotatedType());
    }

    /** The word by which one of several kinds is told from the others. */
    private static Optional<String> said(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .map(i -> i.getAnnotation(JsonSubTypes.class))
                .filter(java.util.Objects::nonNull)
                .flatMap(kinds -> Arrays.stream(kinds.value()))
                .filter(kind -> kind.value() == type)
                .map(JsonSubTypes.Type::name)
                .findFirst();
    }

    private static String name(Class<?> type, Type[] arguments) {
        String whole =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        StringBuilder name =
                new StringBuilder(type.getPackageName().startsWith("org.homeward.talks") ? "talks." + whole : whole);
        for (Type argument : arguments) {
            Class<?> of = (Class<?>) argument;
            name.append('-')
                    .append(of.getName()
                            .substring(of.getPackageName().length() + 1)
                            .replace('$', '.'));
        }
        return name.toString();
    }
}
