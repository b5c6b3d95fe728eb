package org.throughline.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;
import org.throughline.facts.Nearest;
import org.throughline.facts.Problem;
import org.throughline.portfolio.RefusedException;

/**
 * Refuses parameters that nothing reads, and those that come twice: a filter with a slip of the pen would otherwise answer with
 * everything, and nobody would know.
 */
@Configuration(proxyBeanMethods = false)
class Parameters implements WebMvcConfigurer, HandlerInterceptor {

    private static final Set<String> READING = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/**");
    }

    /** @throws RefusedException with each parameter that is unknown here or repeated */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !isForm(request)) {
            Set<String> read = read(method, request);
            refuse(sent(request, read), read);
        }
        return true;
    }

    /** To ask a form for its parameters would read the form; nothing here takes one. */
    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /**
     * How often each came; a part with a file may come as often as there are files. Where none of them is read, it is more to the point that
     * those are missing which are, and Spring says so.
     */
    private static Map<String, Integer> sent(HttpServletRequest request, Set<String> read) {
        Map<String, Integer> sent = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> sent.put(name, values.length));
        MultipartRequest parts = WebUtils.getNativeRequest(request, MultipartRequest.class);
        if (parts != null && !Collections.disjoint(parts.getMultiFileMap().keySet(), read)) {
            parts.getMultiFileMap().keySet().forEach(name -> sent.putIfAbsent(name, 1));
        }
        return sent;
    }

    private Set<String> read(HandlerMethod method, HttpServletRequest request) {
        Set<String> read = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null) {
                parameter.initParameterNameDiscovery(names);
                read.add(asked.name().isEmpty() ? parameter.getParameterName() : asked.name());
            }
        }
        if (READING.contains(request.getMethod()) && method.getReturnType().getParameterType() != void.class) {
            read.add(Sparse.FIELDS);
        }
        return read;
    }

    private static void refuse(Map<String, Integer> sent, Set<String> read) {
        List<Problem> problems = new ArrayList<>();
        sent.forEach((name, times) -> {
            if (!read.contains(name)) {
                problems.add(unknown(name, read));
            } else if (times > 1) {
                problems.add(RefusedException.problem(
                        name, "It " + times + " times.", "It once at most.", "Leave out all but one."));
            }
        });
        if (!problems.isEmpty()) {
            throw RefusedException.wrong(problems);
        }
    }

    private static Problem unknown(String name, Set<String> read) {
        List<String> near = Nearest.to(name, read);
        String shown = shown(name);
        return RefusedException.problem(
                shown,
                "A parameter that is not read here.",
                read.isEmpty() ? "No parameters." : "Of " + String.join(", ", read) + ".",
                near.isEmpty() ? "Leave it out." : "Did you mean " + near.get(0) + "? Correct it, or leave it out.");
    }

    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= 60 ? plain : plain.substring(0, 60) + "…";
    }
}
