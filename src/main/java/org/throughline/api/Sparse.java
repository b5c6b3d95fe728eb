package org.throughline.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.throughline.advice.Advice;
import org.throughline.facts.Problem;
import org.throughline.history.HistoryJson;
import org.throughline.portfolio.RefusedException;
import org.throughline.report.AdviceJson;

/** Answers with {@code fields=id,title}: of an object these fields alone, of a list each item with these alone. */
@RestControllerAdvice(basePackageClasses = Sparse.class)
class Sparse implements ResponseBodyAdvice<Object> {

    static final String FIELDS = "fields";

    private static final String ITEMS = "items";

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        HttpServletRequest asked = ((ServletServerHttpRequest) request).getServletRequest();
        if (!HttpMethod.GET.matches(asked.getMethod())) { // to ask a form for its parameters would read the form
            return body;
        }
        String fields = asked.getParameter(FIELDS);
        return fields != null && body instanceof String json && json.startsWith("{") ? only(fields, json) : body;
    }

    /**
     * Before the work is done of which only some is wanted.
     *
     * @throws RefusedException with each field that advice has not
     */
    static void checkAdvice(@Nullable String fields) {
        if (fields != null) {
            check(wanted(fields), AdviceJson.PARTS);
        }
    }

    private static Set<String> wanted(String fields) {
        return new LinkedHashSet<>(Arrays.asList(fields.strip().split("\\s*,\\s*")));
    }

    /** Advice, which may be large: as a stream, unless only some of it is asked for. */
    static void write(Advice advice, @Nullable String fields, HttpServletResponse response) throws IOException {
        if (fields == null) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            AdviceJson.write(advice, response.getOutputStream());
            return;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        AdviceJson.write(advice, whole);
        byte[] some = only(fields, whole.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(some);
    }

    /** @throws RefusedException with each field that there is none of */
    static String only(String fields, String json) {
        Set<String> wanted = wanted(fields);
        Map<?, ?> whole = HistoryJson.read(json, LinkedHashMap.class);
        if (!(whole.get(ITEMS) instanceof List<?> items)) {
            check(wanted, whole.keySet());
            return HistoryJson.text(some(whole, wanted));
        }
        if (!items.isEmpty() && items.get(0) instanceof Map<?, ?> first) {
            check(wanted, first.keySet());
        }
        Map<Object, Object> sparse = new LinkedHashMap<>(whole);
        sparse.put(
                ITEMS,
                items.stream()
                        .map(item -> item instanceof Map<?, ?> one ? some(one, wanted) : item)
                        .toList());
        return HistoryJson.text(sparse);
    }

    private static void check(Set<String> wanted, Collection<?> there) {
        List<Problem> problems = new ArrayList<>();
        for (String field : wanted) {
            if (!there.contains(field)) {
                problems.add(RefusedException.problem(
                        FIELDS,
                        '"' + field + "\".",
                        "Of "
                                + String.join(
                                        ", ",
                                        there.stream().map(Object::toString).toList()) + ".",
                        "Correct it, or leave fields out for all."));
            }
        }
        if (!problems.isEmpty()) {
            throw RefusedException.wrong(problems);
        }
    }

    private static Map<Object, Object> some(Map<?, ?> whole, Set<String> wanted) {
        Map<Object, Object> some = new LinkedHashMap<>(whole);
        some.keySet().retainAll(wanted);
        return some;
    }
}
