package org.throughline.api;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server refuses before the application hears of it (an address with an encoded slash, a malformed request) is a problem document
 * as well; Tomcat's own form of it is a page.
 */
public final class ProblemValve extends ErrorReportValve {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        boolean answered = response.getContentWritten() > 0;
        if (status == null || !status.isError() || answered || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("application/problem+json");
            response.setCharacterEncoding("utf-8");
            Writer out = response.getReporter();
            if (out != null) {
                out.write(JSON.writeValueAsString(
                        Refusal.ofStatus(status, asked(request)).document()));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            // nobody is there any more who could be told
        }
    }

    private static String asked(Request request) {
        return request.getMethod() == null
                ? "a request that breaks off"
                : request.getMethod() + " " + request.getRequestURI();
    }
}
