package org.throughline.api;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What has to be said to Tomcat itself. */
@Configuration(proxyBeanMethods = false)
class ServerSettings {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsInOneForm() {
        return factory -> factory.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemValve.class.getName()));
    }
}
