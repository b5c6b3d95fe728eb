package org.throughline.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/**
 * Why a request is not answered: what was found in it, what was expected, and how to mend it.
 *
 * @param name of the kind of problem; clients may rely on it
 */
public record Refusal(HttpStatus status, String name, String title, String found, String expected, String fix) {

    private static final String AN_ADDRESS = "an address that /v3/api-docs describes, such as POST /api/v1/advice";

    /** As RFC 9457 has it, with the three parts apart as well. */
    public ProblemDetail document() {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, "Found " + found + ", expected " + expected + ". " + fix);
        problem.setType(type(name));
        problem.setTitle(title);
        problem.setProperty("found", found);
        problem.setProperty("expected", expected);
        problem.setProperty("fix", fix);
        problem.setProperty("help", help(name));
        return problem;
    }

    /** The address of the page that explains this kind. */
    static String help(String name) {
        return "/problems/" + name;
    }

    static URI type(String name) {
        return URI.create("urn:throughline:problem:" + name);
    }

    /** What Spring refuses before one of our methods is called. */
    static Refusal of(Exception e, HttpStatusCode code, HttpServletRequest request, DataSize largest) {
        if (e instanceof HttpRequestMethodNotSupportedException method) {
            return method(method);
        }
        if (e instanceof HttpMediaTypeNotSupportedException type) {
            return mediaType(type, request.getContentType());
        }
        if (e instanceof HttpMediaTypeNotAcceptableException) {
            return notAcceptable(request.getHeader("Accept"));
        }
        if (e instanceof MissingServletRequestPartException part) {
            return missingPart(part.getRequestPartName(), request);
        }
        if (e instanceof MissingServletRequestParameterException missing) {
            return parameter(missing.getParameterName(), "nothing", missing.getMethodParameter());
        }
        if (e instanceof MethodArgumentTypeMismatchException wrong) {
            return parameter(wrong.getName(), String.valueOf(wrong.getValue()), wrong.getParameter());
        }
        return e instanceof MaxUploadSizeExceededException
                ? tooLarge(largest)
                : ofStatus(HttpStatus.valueOf(code.value()), request.getMethod() + " " + request.getRequestURI());
    }

    /** Of what no method of ours was called for, only the status is known. */
    static Refusal ofStatus(HttpStatus status, String request) {
        if (status == HttpStatus.NOT_FOUND) {
            return new Refusal(
                    status,
                    "not-found",
                    "There is nothing at this address",
                    request,
                    AN_ADDRESS,
                    "Correct the address.");
        }
        String name = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        return status.is5xxServerError()
                ? new Refusal(
                        status,
                        name,
                        "Something went wrong on our side",
                        "a failure of ours",
                        "an answer",
                        "Please report it: the log says more.")
                : new Refusal(
                        status,
                        name,
                        "The request cannot be understood",
                        request,
                        "a request as /v3/api-docs describes it",
                        "Compare the two.");
    }

    private static Refusal method(HttpRequestMethodNotSupportedException e) {
        String[] supported = e.getSupportedMethods();
        return new Refusal(
                HttpStatus.METHOD_NOT_ALLOWED,
                "method-not-allowed",
                "This address does not take that method",
                e.getMethod(),
                supported == null ? "another method" : String.join(" or ", supported),
                "Send the request with that method; /v3/api-docs describes it.");
    }

    private static Refusal mediaType(HttpMediaTypeNotSupportedException e, @Nullable String sent) {
        String supported = e.getSupportedMediaTypes().stream()
                .map(Object::toString)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or "));
        return new Refusal(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "The body is of a type that is not read here",
                sent == null ? "no Content-Type" : "Content-Type: " + sent,
                supported,
                supported.contains(MediaType.MULTIPART_FORM_DATA_VALUE)
                        ? "Send a portfolio as JSON, or files as parts named \"files\"."
                        : "Send the body as it is, with that header.");
    }

    private static Refusal notAcceptable(@Nullable String accept) {
        return new Refusal(
                HttpStatus.NOT_ACCEPTABLE,
                "not-acceptable",
                "The answer is of another type than asked for",
                "Accept: " + accept,
                "application/json",
                "Ask for that type, or leave the header out.");
    }

    /** @param found the value that was sent */
    private static Refusal parameter(String name, String found, @Nullable MethodParameter wanted) {
        Class<?> type = wanted == null ? String.class : wanted.getParameterType();
        return new Refusal(
                HttpStatus.BAD_REQUEST,
                "bad-parameter",
                "A part of the address is missing, or of another kind",
                name + "=" + found,
                name + " as " + kind(type),
                "Correct it in the address; /v3/api-docs describes each of its parts.");
    }

    private static String kind(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return ClassUtils.isPrimitiveOrWrapper(type) ? "a whole number" : "a text";
    }

    private static Refusal missingPart(String wanted, HttpServletRequest request) {
        List<String> names = partNames(request);
        return new Refusal(
                HttpStatus.BAD_REQUEST,
                "missing-part",
                "No file was sent",
                names.isEmpty() ? "no parts" : "parts named " + String.join(", ", names),
                "at least one file in a part named \"" + wanted + "\"",
                "Name the parts so: curl -F files=@use_cases.csv");
    }

    private static List<String> partNames(HttpServletRequest request) {
        try {
            return request.getParts().stream()
                    .map(Part::getName)
                    .map(name -> "\"" + name + "\"")
                    .distinct()
                    .toList();
        } catch (IOException | ServletException e) {
            return List.of();
        }
    }

    static Refusal tooLarge(DataSize largest) {
        return new Refusal(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The request is too large",
                "more than " + largest.toMegabytes() + " MB",
                "at most " + largest.toMegabytes() + " MB",
                "Send the files zipped, or use the command line, which reads more.");
    }

    /** Parts that cannot be told from each other. */
    static Refusal ofParts(MultipartException e, @Nullable String contentType) {
        boolean bounded = contentType != null && contentType.contains("boundary=");
        return new Refusal(
                HttpStatus.BAD_REQUEST,
                "bad-multipart",
                "The parts of the request cannot be read",
                bounded ? brokenParts(e) : "Content-Type: " + contentType + " without a boundary",
                "multipart/form-data with its boundary between at most 500 parts",
                "Let the client write the parts: curl -F files=@use_cases.csv");
    }

    private static String brokenParts(MultipartException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().startsWith("FileCountLimit")) {
                return "more than 500 parts";
            }
        }
        return "parts that break off, or that the boundary does not set apart";
    }
}
