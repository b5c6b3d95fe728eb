package org.throughline.engine.recommending;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the {@code {places}} of a text. */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private Template() {}

    /** A place that nothing is known for stays as it is: {@link AdviceBook} refuses such texts. */
    static String fill(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    static List<String> places(String template) {
        List<String> places = new ArrayList<>();
        PLACE.matcher(template).results().forEach(place -> places.add(place.group(1)));
        return places;
    }
}
