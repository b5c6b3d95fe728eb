package org.throughline.engine.recommending;

import java.util.List;

/** The texts of a recommendation, with {@code {places}} to fill. */
record Form(String title, String action, String firstStep, String doneWhen) {

    List<String> texts() {
        return List.of(title, action, firstStep, doneWhen);
    }
}
