package org.throughline.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** What a JSON parser met, in words for who wrote the document: the parser's own are for who calls the parser. */
record JsonMistake(String found, String expected) {

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate Object property \"(.*)\"");
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '(.{1,40}?)'?[.:']");
    private static final Pattern CHARACTER = Pattern.compile("Unexpected (?:character|close marker) \\(?'(.)'");

    static JsonMistake of(JacksonException e, int deepest) {
        String words = String.valueOf(e.getOriginalMessage());
        if (e instanceof StreamConstraintsException) {
            return words.contains("depth")
                    ? new JsonMistake(
                            "more than " + deepest + " objects and lists, each inside the one before",
                            "at most " + deepest + "; a portfolio needs 4")
                    : new JsonMistake(
                            "a name, text or number that is too long", "what a cell of an inventory can hold");
        }
        if (e instanceof UnexpectedEndOfInputException) {
            return new JsonMistake("the end of the document", "a closing sign for every {, [ and \" before it");
        }
        Matcher twice = DUPLICATE.matcher(words);
        if (twice.lookingAt()) {
            return new JsonMistake(
                    "the name \"" + twice.group(1) + "\" a second time in one object", "each name once in an object");
        }
        return words.contains("CTRL-CHAR")
                ? new JsonMistake("a line break or tab inside a text", "\\n or \\t in its place")
                : new JsonMistake(found(words), expected(words));
    }

    private static String found(String words) {
        Matcher token = TOKEN.matcher(words);
        if (token.lookingAt()) {
            return token.group(1);
        }
        Matcher character = CHARACTER.matcher(words);
        if (character.lookingAt()) {
            return character.group(1);
        }
        return words.contains("UTF-8") ? "bytes that are not UTF-8" : "what JSON does not know";
    }

    private static String expected(String words) {
        if (words.contains("UTF-8")) {
            return "a document in UTF-8";
        }
        if (words.contains("close marker")) {
            return "the sign that closes what was opened last";
        }
        if (words.contains("property name")) {
            return words.contains("colon") ? "a colon after the name" : "a name in double quotes";
        }
        return words.contains("comma to separate")
                ? "a comma, or the sign that closes the object or list"
                : "a value: a text in double quotes, a number, true, false, null, an object or a list";
    }
}
