package org.throughline.api.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.api.limits.Turns.Outcome;

class TurnsTest {

    @Test
    void givesAsManyTurnsAsThereAre() throws InterruptedException {
        Turns turns = new Turns(2, 0);

        assertThat(List.of(turns.take(0), turns.take(0), turns.take(0)))
                .containsExactly(Outcome.TAKEN, Outcome.TAKEN, Outcome.FULL);
        turns.back();
        assertThat(turns.take(0)).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void whoseTurnDoesNotComeIsTold() throws InterruptedException {
        Turns turns = new Turns(1, 1);
        turns.take(0);

        assertThat(turns.take(0)).isEqualTo(Outcome.LATE);
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void whoCameFirstIsServedFirst() throws InterruptedException {
        Turns turns = new Turns(1, 10);
        turns.take(0);
        List<Integer> served = Collections.synchronizedList(new ArrayList<>());
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int number = i;
            Thread client = new Thread(() -> serve(turns, served, number));
            client.start();
            clients.add(client);
            while (turns.waiting() <= number) {
                Thread.onSpinWait();
            }
        }

        turns.back();
        for (Thread client : clients) {
            client.join();
        }

        assertThat(served).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(turns.waiting()).isZero();
    }

    private static void serve(Turns turns, List<Integer> served, int number) {
        try {
            if (turns.take(60) == Outcome.TAKEN) {
                served.add(number);
                turns.back();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aSettingThatMeansNothingStopsTheStart() {
        assertThatThrownBy(() -> new ServiceLimits(1, 1, 0, 1, 1))
                .hasMessage("throughline.limit.waitingSeconds is 0, not a whole number from 1 up.");
        assertThatThrownBy(() -> new ServiceLimits(-1, 1, 1, 1, 1))
                .hasMessage("throughline.limit.concurrentAssessments is -1, not a whole number from 0 up.");
    }
}
