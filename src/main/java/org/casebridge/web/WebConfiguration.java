package org.casebridge.web;

import casebridge.pages.StaticTemplates;
import casebridge.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import org.casebridge.data.IdConverter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    /** A year has four digits: with more, a day could not be counted on from. */
    private static final DateTimeFormatter DATE = new java.time.format.DateTimeFormatterBuilder().appendValue(java.time.temporal.ChronoField.YEAR, 4).appendPattern("-MM-dd").toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private final ObjectProvider<Forms> forms;
    private final IdConverter ids;

    WebConfiguration(ObjectProvider<Forms> forms, IdConverter ids) {
        this.forms = forms;
        this.ids = ids;
    }

    @Bean
    static Templates templates() {
        return new StaticTemplates();
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new ReaderLanguage();
    }

    @Bean
    static WebMvcRegistrations routes() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new Routes();
            }
        };
    }

    /** Text is kept without blanks at its ends; a NUL character, which PostgreSQL cannot hold, is refused; 31 February is no date. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(ids);
        registry.addConverter(String.class, String.class, text -> {
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("NUL");
            }
            return text.strip();
        });
        registry.addConverter(String.class, LocalDate.class, (Converter<String, LocalDate>) text -> text.isBlank() ? null : LocalDate.parse(text.strip(), DATE));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Form.class;
            }

            @Override
            public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer view, NativeWebRequest request, WebDataBinderFactory binders) {
                var type = ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve();
                return forms.getObject().read(type, request.getNativeRequest(HttpServletRequest.class));
            }
        });
    }
}
