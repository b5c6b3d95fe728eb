package org.throughline.engine.recommending;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.facts.Numbers;

/** Fills the {@code {places}} of a text; {@code {n use case}} is a number with what it counts. */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?: ([^{}]+))?}");

    private Template() {}

    /** A place that nothing is known for stays as it is: {@link AdviceBook} refuses such texts. */
    static String fill(String template, Map<String, String> values) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(filled(place, values)));
    }

    private static String filled(MatchResult place, Map<String, String> values) {
        String value = values.get(place.group(1));
        String noun = place.group(2);
        return value == null ? place.group() : noun == null ? value : Numbers.count(value, noun);
    }

    static List<String> places(String template) {
        List<String> places = new ArrayList<>();
        PLACE.matcher(template).results().forEach(place -> places.add(place.group(1)));
        return places;
    }
}
