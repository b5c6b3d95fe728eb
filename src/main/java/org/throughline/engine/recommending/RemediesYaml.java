package org.throughline.engine.recommending;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.rulebook.RuleBookException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code rules/advice/remedies.yaml} as somebody wrote it. */
final class RemediesYaml {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private RemediesYaml() {}

    /** @throws RuleBookException if it is not of that form */
    static Remedies.Text read(String yaml) {
        try {
            Remedies.Text text = YAML.readValue(yaml, Remedies.Text.class);
            if (text != null && text.words() != null && text.deciders() != null && text.remedies() != null) {
                return text;
            }
        } catch (JacksonException e) {
            Integer line = e.getLocation() == null ? null : e.getLocation().getLineNr();
            throw faulty(line, found(e));
        }
        throw faulty(null, "it lacks words, deciders or remedies");
    }

    private static RuleBookException faulty(@Nullable Integer line, String found) {
        return new RuleBookException(List.of(RuleBookException.problem(
                Remedies.FILE,
                line,
                found,
                "words, deciders and remedies as the file's first comment describes them",
                "Correct that line; mind that YAML counts blanks at the start of a line.")));
    }

    /** In words for who wrote the file, not for who wrote the reader. */
    private static String found(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "\"" + unknown.getPropertyName() + "\" stands where nothing of that name can";
        }
        if (e instanceof InvalidFormatException wrong) {
            return "\"" + wrong.getValue() + "\" stands where another word is expected";
        }
        return e instanceof DatabindException
                ? "a text, a list or a group of lines stands where another of them is expected"
                : "the line is no YAML";
    }
}
