package org.throughline.engine.recommending;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.throughline.facts.Numbers;

/** Fills the {@code {places}} of a text; {@code {n use case}} is a number with what it counts. */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?: ([^{}]+))?}");

    private Template() {}

    /** A place that nothing is known for stays as it is: {@link AdviceBook} refuses such texts. */
    static String fill(String template, Map<String, String> values) {
        StringBuilder filled = new StringBuilder(2 * template.length());
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            filled.append(template, from, open).append(place(template.substring(open + 1, close), values));
            from = close + 1;
        }
        return filled.append(template, from, template.length()).toString();
    }

    private static String place(String place, Map<String, String> values) {
        int space = place.indexOf(' ');
        String value = values.get(space < 0 ? place : place.substring(0, space));
        if (value == null) {
            return "{" + place + "}";
        }
        return space < 0 ? value : Numbers.count(value, place.substring(space + 1));
    }

    static List<String> places(String template) {
        List<String> places = new ArrayList<>();
        PLACE.matcher(template).results().forEach(place -> places.add(place.group(1)));
        return places;
    }
}
